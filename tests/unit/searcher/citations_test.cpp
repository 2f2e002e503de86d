// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/citations.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::Citation;
using schema::Decision;

namespace {

Decision made(const char* id, const char* maker, const char* date, int section, const char* case_number) {
  Decision d = test::decision(id, std::string("Otsikko ") + id, "Päätettiin.");
  d.decision_maker = schema::DecisionMaker{std::nullopt, maker};
  d.date = date;
  d.section = section;
  d.case_number = case_number;
  return d;
}

/// Three that cite in different ways, one cited, and two office-holders whose § and day are the same.
std::vector<Decision> archive() {
  std::vector<Decision> all{
      made("ohje", "Kaupunginhallitus", "2017-05-08", 510, "HEL 2017-900001"),
      made("vanhin", "Kansliapäällikkö", "2018-01-02", 1, "HEL 2018-900001"),
      made("toinen", "Kansliapäällikkö", "2019-01-02", 2, "HEL 2019-900001"),
      made("uusin", "Kanslichef", "2020-01-02", 3, "HEL 2020-900001"),
      made("kaima", "Aluepäällikkö", "2016-06-06", 7, "HEL 2016-900007"),
      made("kaima2", "Aluepäällikkö", "2016-06-06", 7, "HEL 2016-900008"),
      made("ote", "Kaupunginhallitus", "2017-05-08", 510, "HEL 2017-900001"),
  };
  all[1].cites = {{"Khs", "2017-05-08", 510, {}, {}, {}}, {"Kvsto", "2011-01-01", 9, {}, "Vanha", "poissa"}};
  all[2].cites = {{{}, {}, {}, "HEL 2017-900001", {}, {}}, {{}, {}, 1, "HEL 2018-900001", {}, {}}};
  all[3].cites = {{"Stadsstyrelsen", "2017-05-08", 510, {}, {}, {}},
                  {"Aluepäällikkö", "2016-06-06", 7, {}, {}, {}},
                  {{}, {}, {}, {}, {}, "vanhin"},
                  {"Kanslichef", "2020-01-02", 3, {}, {}, {}}};
  return all;
}

/// "ohje vanhin - ": ids of what is cited, "-" where it is not in the index for sure.
std::string cites_of(const CitationLinks& links) {
  std::string out;
  for (const CitedDecision& cited : links.cites) out += (cited.decision ? cited.decision->id : "-") + " ";
  return out;
}

std::string cited_by_of(const CitationLinks& links) {
  std::string out;
  for (const LinkedDecision& linked : links.cited_by) out += linked.id + " ";
  return out;
}

struct Expected {
  const char *id, *cites, *cited_by;
};
const std::vector<Expected> expected{
    {"ohje", "", "uusin toinen vanhin "}, {"ote", "", "uusin toinen vanhin "}, {"vanhin", "ohje - ", "uusin toinen "},
    {"toinen", "- vanhin ", ""},          {"uusin", "ohje - vanhin ", ""},     {"kaima", "", ""},
};

std::string ids_for(Index& index, const std::string& query) {
  Request request;
  request.query = query;
  request.sort = Sort::oldest;
  std::string out;
  for (const Hit& hit : search(index, request).hits) out += hit.decision.id + " ";
  return out;
}

}  // namespace

TEST_CASE("citations lead to decisions in every order of arrival") {
  const test::TempFolder folder;
  std::vector<Decision> decisions = archive();
  for (const char* name : {"/forward", "/backward"}) {
    test::make_index(folder.path() + name, decisions);
    const Index index(folder.path() + name);
    for (const Expected& row : expected) {
      CAPTURE(name, row.id);
      const CitationLinks links = citation_links(index.decision(index.find(row.id).value()), index);
      CHECK(cites_of(links) == row.cites);
      CHECK(cited_by_of(links) == row.cited_by);
      CHECK(links.cited_by_total == links.cited_by.size());
    }
    std::reverse(decisions.begin(), decisions.end());
  }
}

TEST_CASE("a cited case tells how many decisions it has") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", archive());
  const Index index(folder.path() + "/ix");
  const CitationLinks links = citation_links(index.decision(index.find("toinen").value()), index);
  REQUIRE(links.cites.size() == 2);
  CHECK(links.cites[0].case_decisions == 2);
  CHECK(links.cites[1].case_decisions == 0);
}

TEST_CASE("what a person types finds who cites it") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", archive());
  Index index(folder.path() + "/ix");
  const std::pair<const char*, const char*> rows[] = {
      {"viittaa:\"Khs 8.5.2017 § 510\"", "vanhin uusin "},
      {"cites:\"khs 8.5.2017 510 §\"", "vanhin uusin "},
      {"viittaa:\"Kaupunginhallitus 2017\"", "vanhin uusin "},
      {"viittaa:Khs", "vanhin uusin "},
      {"viittaa:\"8.5.2017 § 510\"", "vanhin uusin "},
      {"viittaa:8.5.2017", "vanhin uusin "},
      {"viittaa:\"Khs 8.5.2017 § 511\"", ""},
      {"viittaa:ohje", "vanhin toinen uusin "},
      {"viittaa:\"HEL 2017-900001\"", "vanhin toinen uusin "},
      {"viittaa:hel-2018-900001", "toinen uusin "},  // the other by day and §
      {"viittaa:HEL 2018-900001", "toinen uusin "},
      {"viittaa:\"HEL 2018-900001 § 1\"", "toinen uusin "},  // it is "vanhin", which the other cites by its day
      {"viittaa:poissa", ""},
      {"otsikko AND viittaa:ohje", "vanhin toinen uusin "},
  };
  for (const auto& [query, ids] : rows) {
    CAPTURE(query);
    CHECK(ids_for(index, query) == ids);
  }
}

TEST_CASE("a typed citation is taken apart") {
  struct Row {
    const char* text;
    Citation citation;
  };
  for (const Row& row : std::vector<Row>{
           {"Khs 8.5.2017 § 510", {"Khs", "2017-05-08", 510, {}, {}, {}}},
           {"Khs 8.5.2017 §510", {"Khs", "2017-05-08", 510, {}, {}, {}}},
           {"Khs (2017-05-08), 510 §", {"Khs", "2017-05-08", 510, {}, {}, {}}},
           {"Aluepäällikkö 4 3.2.2020 § 5", {"Aluepäällikkö 4", "2020-02-03", 5, {}, {}, {}}},
           {"HEL 2017-900001", {{}, {}, {}, "HEL 2017-900001", {}, {}}},
           {"hel-2017-900001 § 3", {{}, {}, 3, "HEL 2017-900001", {}, {}}},
           {"TRE:1234/02.05.01/2020", {{}, {}, {}, "TRE:1234/02.05.01/2020", {}, {}}},
           {"Kulttuuri- ja vapaa-aikalautakunta 2021", {"Kulttuuri- ja vapaa-aikalautakunta", "2021", {}, {}, {}, {}}},
           {"§", {}},
           {"§ § 1 § 2", {{"2"}, {}, 1, {}, {}, {}}},
           {"", {}},
       }) {
    CAPTURE(row.text);
    CHECK(read_citation(row.text) == row.citation);
  }
}
