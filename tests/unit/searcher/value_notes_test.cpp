// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/value_notes.h"

#include <catch2/catch.hpp>

#include "searcher/search.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::FieldId;

namespace {

class Fixture {
 public:
  Fixture() {
    schema::Decision a = test::decision("a", "Avustus", "Päätettiin.");
    a.funders = {{"STEA", schema::FunderRelation::funds, ""}, {"TEM", schema::FunderRelation::funds, ""}};
    a.classification = schema::Classification{"02 05 01", "Avustukset"};
    a.case_number = "HEL 2021-900651";
    test::make_index(folder_.path() + "/ix", {a});
    index = std::make_unique<Index>(folder_.path() + "/ix");
  }
  std::vector<std::string> notes(const std::string& query) {
    Request request;
    request.query = query;
    return search(*index, request).notes;
  }
  std::size_t total(const std::string& query) {
    Request request;
    request.query = query;
    return search(*index, request).total;
  }
  std::unique_ptr<Index> index;

 private:
  test::TempFolder folder_;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "values are meant by their names in any language") {
  for (const char* query :
       {"laji:päätös", "slag:beslut", "kind:decision", "kieli:suomi", "rahoittaja:stea", "luokka:\"02 05\"",
        "luokka:02", "rahoittaja:\"työ- ja elinkeinoministeriö\"", "rahoittaja:tyo-", "päättäjä:unknown",
        "pvm:\"ei tiedossa\"", "vuosi:okänd", "summa:unknown", "pykälä:tuntematon", "diaari:hel-2021-900651"}) {
    CAPTURE(query);
    CHECK(total(query) == 1);
    CHECK(notes(query).empty());
  }
  CHECK(total("vuosi:2017-2020") == 0);
  CHECK(total("rahoittaja:unknown") == 0);
}

TEST_CASE_METHOD(Fixture, "a value that no decision has is told, with those that there are") {
  CHECK(notes("rahoittaja:nosuch").at(0).find("STEA") != std::string::npos);
  CHECK(notes("rahoittaja:STEAA").at(0).find("Tarkoititko: STEA") != std::string::npos);
  CHECK(notes("laji:esitys").size() == 1);
  CHECK(notes("diaari:HEL-2099-1").size() == 1);
  CHECK(notes("vuosi:1990").empty());
  const auto filter_notes = notes_on_filter({FieldId::kind, {"päätös"}, {}, {}}, *index, UiLanguage::en);
  REQUIRE(filter_notes.size() == 1);
  CHECK(filter_notes.front().find("decision") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a query without a word says so") {
  CHECK(notes("?!").size() == 1);
  CHECK(total("?!") == 1);
  CHECK(notes("").empty());
}
