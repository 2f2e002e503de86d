// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/similar.h"

#include <catch2/catch.hpp>
#include <memory>
#include <set>

#include "indexer/error.h"
#include "searcher/search.h"
#include "tests/support/random_archive.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::Decision;
using schema::FieldId;

namespace {

Decision made(const char* id, const char* date, const char* code, const char* title, const char* text) {
  Decision d = test::decision(id, title, text);
  d.date = date;
  d.classification = schema::Classification{code, ""};
  d.case_number = std::string("HEL 2019-90") + id;
  d.section = 5;
  return d;
}

/// One case with an extract, a later round, one of the same class, one that shares a citation, and others beside.
std::vector<Decision> archive() {
  std::vector<Decision> all{
      made("0001", "2018-03-01", "02 05 02", "Kuntouttavan työtoiminnan hanke", "Haetaan rahoitusta pajaan."),
      made("0002", "2019-03-01", "02 05 02", "Kuntouttava työtoiminta jatkuu", "Pajatoimintaan haetaan rahoitusta."),
      made("0003", "2020-03-01", "02 05 02", "Puiston valaistus", "Valaisimet uusitaan."),
      made("0004", "2020-04-01", "10 01 03", "Sillan korjaus", "Silta korjataan."),
      made("0005", "2021-03-01", "02 05 02", "Kuntouttavan työtoiminnan uusi paja",
           "Kuntouttava työtoiminta laajenee."),
  };
  all[3].cites = all[4].cites = {{"Khs", "2017-05-08", 510, {}, {}, {}}};
  all[4].cites.push_back({{}, {}, 5, "HEL 2019-900001", {}, {}});
  all[1].funders = all[4].funders = {{"STEA", schema::FunderRelation::funds, ""}};
  all.push_back(all[4]);
  all.back().id = "ote";
  for (int i = 0; i < 20; ++i) {
    const std::string id = "1" + std::to_string(100 + i);
    all.push_back(made(id.c_str(), "2019-01-01", "11 02 04", "Poikkeamislupa", "Lupa rakennukselle."));
  }
  return all;
}

class Fixture {
 public:
  Fixture() {
    test::make_index(folder_.path() + "/ix", archive());
    index = std::make_unique<Index>(folder_.path() + "/ix");
  }
  Response ask(Request request) const { return search(*index, request); }
  static std::string ids(const Response& response) {
    std::string out;
    for (const Hit& hit : response.hits) out += hit.decision.id + " ";
    return out;
  }
  std::unique_ptr<Index> index;

 private:
  test::TempFolder folder_;
};

Request like(const char* id) {
  Request request;
  request.similar_to = id;
  return request;
}

std::string texts_of(const Hit& hit) {
  std::string out;
  for (const Reason& reason : hit.reasons) out += (out.empty() ? "" : "; ") + reason.text;
  return out;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "precedents come before, and never are the decision or a copy of it") {
  const Response response = ask(like("0005"));
  const std::string found = ids(response);
  CHECK(found.starts_with("0001 0002 "));
  CHECK(found.find("0004 ") != std::string::npos);  // shares a citation only
  CHECK(found.find("0005") == std::string::npos);
  CHECK(found.find("ote") == std::string::npos);
  CHECK(ids(ask(like("0001"))).empty());
  Request all = like("0001");
  all.earlier_only = false;
  CHECK(ids(ask(all)).find("0005 ") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "each precedent says why, in the language asked for") {
  Request request = like("0005");
  const Response finnish = ask(request);
  REQUIRE(finnish.hits.size() >= 3);
  const std::string first = texts_of(finnish.hits[0]);
  CHECK(first.starts_with("tämä päätös viittaa siihen; sama luokka 02 05 02"));
  CHECK(first.find("yhteistä: ") != std::string::npos);
  CHECK(first.find("työtoiminta") != std::string::npos);
  CHECK(texts_of(finnish.hits[1]).find("sama rahoittaja: Sosiaali- ja") != std::string::npos);
  request.lang = UiLanguage::en;
  bool shared = false;
  for (const Hit& hit : ask(request).hits) shared = shared || texts_of(hit) == "both cite: Khs 8.5.2017 § 510";
  CHECK(shared);
}

TEST_CASE_METHOD(Fixture, "a draft, filters, facets and limits") {
  Request request;
  request.similar_to_text = "Kuntouttavan työtoiminnan pajan laajentaminen\n\nPajaan haetaan rahoitusta STEA:lta.";
  request.facets = {{FieldId::year, 10}, {FieldId::funder, 10}};
  const Response whole = ask(request);
  REQUIRE(whole.similar_to);
  CHECK(whole.similar_to->decision.title == "Kuntouttavan työtoiminnan pajan laajentaminen");
  CHECK_FALSE(whole.similar_to->words.empty());
  std::size_t counted = 0;
  for (const FacetValue& value : whole.facets.at(0).values) counted += value.count;
  CHECK(counted == whole.total);
  request.filters = {{FieldId::year, {"2019"}, {}, {}}};
  const Response filtered = ask(request);
  CHECK(ids(filtered) == "0002 ");
  CHECK(filtered.facets.at(0).values.size() == whole.facets.at(0).values.size());
  request.filters.clear();
  request.query = "jatkuu";
  CHECK(ids(ask(request)) == "0002 ");
  request.query.clear();
  request.limit = 1;
  request.offset = 1;
  CHECK(ask(request).hits.size() == 1);
  request.offset = 1000;
  CHECK(ask(request).hits.empty());
}

TEST_CASE_METHOD(Fixture, "cases on cards") {
  Request request;
  request.query = "kuntouttava";
  request.sort = Sort::newest;
  request.facets = {{FieldId::year, 10}};
  CHECK(ask(request).total == 4);
  request.collapse = Collapse::by_case;
  const Response cards = ask(request);
  CHECK(cards.total == 3);
  CHECK(cards.total_decisions == 4);
  REQUIRE(cards.hits.size() == 3);
  CHECK(cards.hits[0].case_decisions == 1);  // the decision and its extract are one
  std::size_t counted = 0;
  for (const FacetValue& value : cards.facets.at(0).values) counted += value.count;
  CHECK(counted == 4);
}

TEST_CASE_METHOD(Fixture, "an unknown id is an error") {
  CHECK_THROWS_AS(ask(like("nobody")), schema::Error);
}

TEST_CASE("of any archive precedents are earlier, others, few, and explained") {
  test::Random random(20170517);
  const std::vector<Decision> decisions = test::random_archive(random, 120);
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", decisions);
  Index index(folder.path() + "/ix");
  for (const Decision& d : decisions) {
    CAPTURE(d.id);
    Request request = like(d.id.c_str());
    request.limit = 1000;
    request.snippet_length = 0;
    const Response response = search(index, request);
    REQUIRE(response.total == response.hits.size());
    std::set<std::string> seen;
    for (const Hit& hit : response.hits) {
      REQUIRE(hit.decision.id != d.id);
      REQUIRE(seen.insert(hit.decision.id).second);
      REQUIRE_FALSE(hit.reasons.empty());
      if (d.date && hit.decision.date) REQUIRE(*hit.decision.date < *d.date);
    }
  }
}

TEST_CASE("words that only the halves of a suspended word make, or parts of different compounds, are no reason") {
  const test::TempFolder folder;
  const char* ministry = "Työ- ja elinkeinoministeriön valokuvanäyttely jatkuu. Pyöräkellari siivotaan.";
  const char* other = "Työ- ja elinkeinoministeriön kokonaiskuva muuttuu. Pyöräkellari avataan.";
  std::vector<Decision> all{made("0001", "2018-03-01", "02 05 02", "Näyttely", ministry),
                            made("0002", "2019-03-01", "02 05 02", "Katsaus", other)};
  for (int i = 0; i < 20; ++i) {
    all.push_back(
        made(("1" + std::to_string(100 + i)).c_str(), "2019-01-01", "11 02 04", "Lupa", "Lupa rakennukselle."));
  }
  test::make_index(folder.path() + "/ix", all);
  Index index(folder.path() + "/ix");
  const Response response = search(index, like("0002"));
  REQUIRE_FALSE(response.hits.empty());
  const std::string told = texts_of(response.hits.front());
  CHECK(told.find("pyöräkellari") != std::string::npos);
  CHECK(told.find("työkeino") == std::string::npos);
  CHECK(told.find("kuva") == std::string::npos);
}
