// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "searcher/limits.h"
#include "searcher/person_names.h"
#include "searcher/search.h"
#include "searcher/spelling.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::Decision;

namespace {

/// Invented decisions with offices, funders, organisations and people.
std::vector<Decision> archive() {
  Decision a =
      test::decision("a", "Vapaaehtoistyön koordinointi kylätaloissa",
                     "Päätös kumppanuudesta. Päätöksen mukaan vapaaehtoistyötä ohjataan. Päätös on voimassa.\n\n"
                     "Lisätietoja antaa Qerttu Zorbakki, qerttu.zorbakki(a)example.fi. Kumppanuus jatkuu.");
  a.decision_maker = schema::DecisionMaker{"U02100VH2", "Kansliapäällikkö"};
  a.funders = {{"STEA", schema::FunderRelation::funds, ""}};
  a.organisations = {"Kotikulman Yhteisötalot ry"};
  a.date = "2021-05-01";
  Decision b = test::decision("b", "Valtuutettu Qerttu Zorbakin aloite kylätaloista", "Zorbakki esitti kylätaloa.");
  b.date = "2022-05-01";
  Decision c = test::decision("c", "Kylätalojen avaaminen",
                              "Päätös kylätalosta. Työ alkaa. Sihteerinä toimii Tiltu Ojanperä. Ojanperä avaa talon.");
  c.date = "2020-05-01";
  return {a, b, c};
}

std::vector<std::string> texts_of(const Index& index, const char* typed, std::size_t limit = 10) {
  std::vector<std::string> texts;
  for (const Suggestion& one : suggest(index, typed, limit)) texts.push_back(one.text);
  return texts;
}

}  // namespace

TEST_CASE("what has expired is not suggested") {
  const test::TempFolder folder;
  std::vector<Decision> decisions = archive();
  decisions.front().expires = "2021-06-01";
  test::make_index(folder.path() + "/ix", decisions);
  const Index index(folder.path() + "/ix");
  CHECK(texts_of(index, "yhteiso").empty());
  CHECK(texts_of(index, "kylatal") == std::vector<std::string>{"Kylätalojen avaaminen"});
}

TEST_CASE("what is being typed is found among names and titles, never among people") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", archive());
  Index index(folder.path() + "/ix");
  using Texts = std::vector<std::string>;
  const Texts funder{"Sosiaali- ja terveysjärjestöjen avustuskeskus (STEA)"};
  CHECK(texts_of(index, "ste") == funder);
  CHECK(texts_of(index, "avustuskes") == funder);
  CHECK(texts_of(index, "terveysjarj sos") == funder);
  CHECK(texts_of(index, "kanslia") == Texts{"Kansliapäällikkö"});
  CHECK(texts_of(index, "yhteiso") == Texts{"Kotikulman Yhteisötalot ry"});
  CHECK(texts_of(index, "kylatal") == Texts{"Kylätalojen avaaminen", "Vapaaehtoistyön koordinointi kylätaloissa"});
  CHECK(texts_of(index, "kylätal", 1).size() == 1);
  for (const char* typed : {"qert", "zorb", "Qerttu Z", "valtuutettu", "x", "", "\xFF\xFF", "***", "k\xC3"}) {
    CAPTURE(typed);
    CHECK(texts_of(index, typed).empty());
  }
  CHECK(suggest(index, std::string(5000, 'k'), 10).empty());
}

TEST_CASE("the query of a suggestion finds as many decisions as it says") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", archive());
  Index index(folder.path() + "/ix");
  for (const char* typed : {"ste", "kanslia", "yhteisö", "kylä"}) {
    for (const Suggestion& one : suggest(index, typed, max_suggestions)) {
      Request request;
      request.query = one.query;
      CAPTURE(one.query);
      CHECK(search(index, request).total == one.count);
    }
  }
}

TEST_CASE("mistyped words are corrected from the index, never to a name") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", archive());
  Index index(folder.path() + "/ix");
  struct Row {
    const char* typed;
    const char* meant;  ///< "": nothing to offer
  };
  for (const Row& row : {Row{"vapaehtoistyö", "vapaaehtoistyö"},
                         {"vapaehtoistyön kordinointi", "vapaaehtoistyön koordinointi"},
                         {"kumpanuus", "kumppanuus"},
                         {"kumpanuudesta", "kumppanuudesta"},
                         {"paatos", "päätös"},
                         {"tyo kylatalo", "työ kylätalo"},
                         {"\"paatos kylätalosta\" -asunto", "\"päätös kylätalosta\" -asunto"},
                         {"otsikko:kordinointi vuosi:2021", "otsikko:koordinointi vuosi:2021"},
                         {"kylätalo", ""},
                         {"kylätalo -kumpanuus", ""},
                         {"zorbaki", ""},
                         {"qertu", ""},
                         {"ojanpreä", ""},
                         {"Tiltu Ojanperrä", ""},
                         {"qwertyuiop", ""},
                         {"HEL 2021-900651 § 7", ""},
                         {"", ""}}) {
    Request request;
    request.query = row.typed;
    CAPTURE(row.typed);
    CHECK(search(index, request).suggestion.value_or("") == row.meant);
  }
}

TEST_CASE("titles that may name a person are known") {
  for (const char* title : {"Valtuutettu Maija Meikäläisen aloite", "Qerttu Zorbakin oikaisuvaatimus",
                            "Eläkkeen myöntäminen, Virtanen Matti"}) {
    CAPTURE(title);
    CHECK(may_name_person(test::decision("1", title, "")));
  }
  for (const char* title : {"Avustuksen myöntäminen", "STEA-rahoitus HEL 2021", "Helsingin kaupungin lausunto"}) {
    CAPTURE(title);
    CHECK_FALSE(may_name_person(test::decision("1", title, "")));
  }
}
