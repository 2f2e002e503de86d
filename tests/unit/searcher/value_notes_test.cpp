// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/value_notes.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
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
    a.decision_maker = schema::DecisionMaker{"00400", "Kaupunginhallitus"};
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
  for (const char* query : {"laji:päätös",
                            "slag:beslut",
                            "kind:decision",
                            "kieli:suomi",
                            "rahoittaja:stea",
                            "luokka:\"02 05\"",
                            "luokka:02",
                            "rahoittaja:\"työ- ja elinkeinoministeriö\"",
                            "toimiala:unknown",
                            "pvm:\"ei tiedossa\"",
                            "vuosi:okänd",
                            "summa:unknown",
                            "pykälä:tuntematon",
                            "diaari:hel-2021-900651",
                            "diaari:hel 2021 900651",
                            "diaari:HEL2021-900651",
                            "luokka:02 05 01",
                            "luokka:02.05.01",
                            "luokka:020501",
                            "luokka:02.05.",
                            "päättäjä:Khs",
                            "paattaja:khs",
                            "beslutsfattare:KHS",
                            "rahoittaja:(STEA TAI TEM)",
                            "rahoittaja:STEA, laji:päätös."}) {
    CAPTURE(query);
    CHECK(total(query) == 1);
    CHECK(notes(query).empty());
  }
  CHECK(total("vuosi:2017-2020") == 0);
  CHECK(total("rahoittaja:unknown") == 0);
}

TEST_CASE_METHOD(Fixture, "a value that is a part of names finds them and tells which") {
  CHECK(total("rahoittaja:tyo-") == 1);
  REQUIRE(notes("rahoittaja:tyo-").size() == 1);
  CHECK_THAT(notes("rahoittaja:tyo-").front(), Catch::Contains("elinkeinoministeriö"));
  CHECK(total("rahoittaja:ei") == 0);  // in "elinkeino"
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

TEST_CASE_METHOD(Fixture, "a filter of a program takes a name where no key is such") {
  const auto found = [&](FieldId id, const char* value) {
    Request request;
    request.filters = {{id, {value}, {}, {}}};
    const Response response = search(*index, request);
    return std::to_string(response.total) + (response.notes.empty() ? "" : " note");
  };
  CHECK(found(FieldId::decision_maker, "00400") == "1");
  CHECK(found(FieldId::decision_maker, "Kaupunginhallitus") == "1");
  CHECK(found(FieldId::decision_maker, "Khs") == "1");
  CHECK(found(FieldId::kind, "päätös") == "1");
  CHECK(found(FieldId::funder, "nosuch") == "0 note");
}

TEST_CASE_METHOD(Fixture, "what a minus leaves out is told, and a dash that belongs to a name") {
  CHECK(notes("avustus -asunto").at(0).find("asunto") != std::string::npos);
  CHECK(notes("avustus -\"uusi asunto\" -(a TAI b)").at(0).find("\"uusi asunto\", (a TAI b)") != std::string::npos);
  CHECK(notes("-asunto").empty());
  CHECK(notes("avustus EI asunto").empty());
  CHECK(notes("Avustus -hanke").at(0).find("EI hanke") != std::string::npos);
  CHECK(total("Avustus -hanke") == 1);
}

TEST_CASE_METHOD(Fixture, "too many words are told as words, and a suspended word counts once") {
  std::string words;
  for (int n = 0; n < 16; ++n) words += "työ- ja elinkeinoministeriö ";
  CHECK_NOTHROW(total(words));
  std::string long_words;
  for (int n = 0; n < 64; ++n) long_words += "omistajaohjausjaostokokouksissakaan ";
  CHECK_NOTHROW(total(long_words));
  std::string message;
  try {
    total(
        "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1/a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,"
        "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p");
  } catch (const schema::Error& error) {
    message = error.what();
  }
  CHECK(message.find("64 sanaa") != std::string::npos);
  CHECK(message.find("lainauksessa") == std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a query without a word says so") {
  CHECK(notes("?!").size() == 1);
  CHECK(total("?!") == 1);
  CHECK(notes("").empty());
}

TEST_CASE("a hit that only the title of its class brought shows it") {
  const test::TempFolder folder;
  schema::Decision a = test::decision("a", "Silta", "Päätettiin.");
  a.classification = schema::Classification{"02 05 02", "Hankerahoitus"};
  test::make_index(folder.path() + "/ix", {a});
  Index index(folder.path() + "/ix");
  Request request;
  request.query = "hankerahoituksen";
  const Response response = search(index, request);
  REQUIRE(response.hits.size() == 1);
  REQUIRE(response.hits.front().snippets.size() == 1);
  CHECK(response.hits.front().snippets.front().text == "02 05 02 Hankerahoitus");
  CHECK((response.hits.front().snippets.front().highlights == Highlights{{9, 22}}));
  request.query = "silta";
  CHECK(search(index, request).hits.front().snippets.front().text == "Päätettiin.");
}
