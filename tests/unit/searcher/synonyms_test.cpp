// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/synonyms.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "searcher/same_names.h"
#include "searcher/search.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

schema::Decision in_language(const char* id, const char* language, const std::string& text) {
  schema::Decision d = test::decision(id, "Otsikko", text);
  d.language = language;
  return d;
}

/// Every abbreviation beside its name, in other forms than a person types.
struct Archive {
  Archive() {
    std::vector<schema::Decision> all{
        in_language("name", "fi", "Hakemus osoitettiin työ- ja elinkeinoministeriölle keväällä."),
        in_language("short", "fi", "TEM:n kirje saapui."),
        in_language("svenska", "sv", "Ansökan skickades till arbets- och näringsministeriet och den godkändes."),
        in_language("stm", "fi", "STM:ltä pyydettiin lausunto."),
        in_language("sote", "fi", "Sote-uudistus etenee, ja soten rahoitus selvitetään."),
        in_language("huolto", "fi", "Sosiaali- ja terveydenhuollon palvelut järjestetään uudelleen."),
        in_language("esr", "fi", "ESR-hankkeen tulokset."),
        in_language("esr+", "fi", "Haku avautui ESR+ -ohjelmassa."),
        in_language("net", "fi", "Verkkojen korjaus. Eurooppa tuli puheeksi."),
        in_language("cef", "fi", "CEF on väline."),
        in_language("board", "fi", "Khs 8.5.2017."),
        in_language("mixed", "fi", "Päätös tehtiin ja se on tässä."),
        in_language("fact", "fi", "Rahasto tukee hanketta."),
    };
    all.back().funders = {{"AMIF", schema::FunderRelation::funds, ""}};
    all[11].parts.push_back({"Sammandrag", schema::PartRole::other, "Understödet beviljas för det här och de andra."});
    for (int i = 0; i < 40; ++i) {
      all.push_back(
          in_language(("x" + std::to_string(i)).c_str(), "fi", "Verkkojen ja teiden muutos: Eurooppa och Finland."));
    }
    test::make_index(folder.path() + "/ix", all);
    index = std::make_unique<Index>(folder.path() + "/ix");
  }

  std::vector<std::string> found(const std::string& query) {
    Request request;
    request.query = query;
    answer = search(*index, request);
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) ids.push_back(hit.decision.id);
    return ids;
  }

  test::TempFolder folder;
  std::unique_ptr<Index> index;
  Response answer;
};

}  // namespace

TEST_CASE("a name finds the others of the same thing, in any inflection") {
  Archive archive;
  struct Row {
    const char* query;
    std::vector<std::string> ids;
  };
  for (const Row& row : std::vector<Row>{
           {"TEM", {"name", "short", "svenska"}},
           {"tem", {"name", "short", "svenska"}},
           {"TEM:stä", {"name", "short", "svenska"}},
           {"työ- ja elinkeinoministeriön", {"name", "short", "svenska"}},
           {"arbets- och näringsministeriet", {"name", "short", "svenska"}},
           {"sosiaali- ja terveysministeriö", {"stm"}},
           {"sote", {"huolto", "sote"}},
           {"sosiaali- ja terveydenhuolto", {"huolto", "sote"}},
           {"Euroopan sosiaalirahasto", {"esr"}},
           {"Euroopan sosiaalirahasto plus", {"esr+"}},
           {"khs", {"board"}},
           {"kaupunginhallitukselle", {"board"}},
           {"AMIF", {"fact"}},
           {"\"TEM\"", {}},
           {"=TEM", {}},
           {"\"elinkeinoministeriölle\"", {"name"}},
           {"understöd", {"mixed"}},
       }) {
    CAPTURE(row.query);
    std::vector<std::string> ids = archive.found(row.query);
    // Words of a long name find documents by themselves as well ("Eurooppa"): those of the name come first.
    const bool long_name = std::string(row.query).find(' ') != std::string::npos;
    if (long_name && row.ids.size() < ids.size()) ids.resize(row.ids.size());
    std::sort(ids.begin(), ids.end());
    CHECK(ids == row.ids);
  }
  CHECK(archive.found("CEF") == std::vector<std::string>{"cef"});  // "Verkkojen Eurooppa" is told by no rare word
}

TEST_CASE("the answer says what was searched too") {
  Archive archive;
  archive.found("TEM hakemus");
  REQUIRE(archive.answer.also_searched.size() == 1);
  CHECK(archive.answer.also_searched[0].typed == "TEM");
  CHECK(archive.answer.also_searched[0].names ==
        std::vector<std::string>{"työ- ja elinkeinoministeriö", "arbets- och näringsministeriet"});
  REQUIRE(archive.answer.notes.size() == 1);
  CHECK(archive.answer.notes[0].find("arbets- och näringsministeriet") != std::string::npos);
  archive.found("työ- ja elinkeinoministeriön hakemus");
  REQUIRE(archive.answer.also_searched.size() == 1);
  CHECK(archive.answer.also_searched[0].typed == "työ- ja elinkeinoministeriön");
  for (const char* query : {"\"TEM\"", "=TEM", "hakemus", "aiko", "ym", ""}) {
    CAPTURE(query);
    archive.found(query);
    CHECK(archive.answer.also_searched.empty());
  }
}

TEST_CASE("any run of words is searched for synonyms") {
  Archive archive;
  for (const std::string& query : {repeated("TEM ", 32), std::string("työ- ja"), std::string("ja ja työ- ja työ- ja"),
                                   std::string("työ- ja elinkeinoministeriö TEM ESR+ ESR")}) {
    CAPTURE(query);
    CHECK_NOTHROW(archive.found(query));
  }
}

TEST_CASE("lists of abbreviations") {
  const auto groups = read_abbreviations("abbreviations\tnames_fi\tnames_sv\tnote\nhsl|HRT\tLiikenne\tTrafik\t\n");
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].names.size() == 4);
  CHECK_FALSE(groups[0].one_meaning);
  CHECK_THROWS_AS(read_abbreviations("a\tb\tc\td\nx\ty\n"), schema::Error);
  for (const NameGroup& group : name_groups()) {
    CAPTURE(group.names.front().text);
    CHECK(group.names.size() > 1);
  }
}
