// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "searcher/search.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::ErrorCode;
using schema::FieldId;

namespace {

ErrorCode code_of(const std::string& path) {
  try {
    const Index index(path);
  } catch (const schema::Error& error) {
    CHECK_FALSE(error.hint.empty());
    return error.code;
  }
  return ErrorCode::usage;
}

}  // namespace

TEST_CASE("what is no index is refused") {
  const test::TempFolder folder;
  folder.write("file", "hello");
  folder.write("folder/file", "hello");
  for (const char* name : {"nothing", "file", "folder"}) {
    CAPTURE(name);
    CHECK(code_of(folder.path() + "/" + name) == ErrorCode::no_index);
  }
}

TEST_CASE("decisions are found by id and come back as they were") {
  const test::TempFolder folder;
  schema::Decision d = test::decision("HEL-2022-900612/55 ä", "Otsikko", "Teksti 🎉");
  d.decision_maker = schema::DecisionMaker{"U02100VH2", "Kansliapäällikkö"};
  d.language = "sv";
  test::make_index(folder.path() + "/ix", {test::decision("other", "t", "x"), d});
  const Index index(folder.path() + "/ix");
  REQUIRE(index.find(d.id));
  CHECK(index.decision(*index.find(d.id)) == d);
  CHECK_FALSE(index.find("HEL-2022-900612/55"));
  CHECK_FALSE(index.find(""));
  CHECK_FALSE(index.find(std::string(5000, 'x')));
  CHECK(index.maker_name("U02100VH2") == "Kansliapäällikkö");
  CHECK(index.maker_name("unknown") == "unknown");
  const auto& languages = index.languages();
  for (const auto language : {stemmers::Language::finnish, stemmers::Language::swedish}) {
    CHECK(std::count(languages.begin(), languages.end(), language) == 1);
  }
}

TEST_CASE("values are meant by any of their names") {
  const test::TempFolder folder;
  schema::Decision d = test::decision("a", "t", "x");
  d.decision_maker = schema::DecisionMaker{"U02100VH2", "Kansliapäällikkö"};
  d.funders = {{"STEA", schema::FunderRelation::funds, ""},
               {"ESR+", schema::FunderRelation::funds, ""},
               {"ESR", schema::FunderRelation::funds, ""}};
  d.organisations = {"Kotikulman Yhteisötalot ry", "Keväinen juhlarahasto sr"};
  test::make_index(folder.path() + "/ix", {d});
  const Index index(folder.path() + "/ix");
  struct Row {
    FieldId field;
    const char* text;
    std::vector<std::string> values;
  };
  for (const Row& row : std::vector<Row>{
           {FieldId::funder, "stea", {"STEA"}},
           {FieldId::funder, "ESR", {"ESR"}},
           {FieldId::funder, "esr+", {"ESR+"}},
           {FieldId::funder, "Sosiaali- ja terveysjärjestöjen avustuskeskus", {"STEA"}},
           {FieldId::funder, "tuntematon", {}},
           {FieldId::decision_maker, "KANSLIAPÄÄLLIKKÖ", {"U02100VH2"}},
           {FieldId::decision_maker, "U02100VH2", {"U02100VH2"}},
           {FieldId::organisation, "kotikulma", {"Kotikulman Yhteisötalot ry"}},
           {FieldId::organisation, "yhteisötalot", {"Kotikulman Yhteisötalot ry"}},
           {FieldId::organisation, "rahasto", {"Keväinen juhlarahasto sr"}},
           {FieldId::organisation, "juhl", {"Keväinen juhlarahasto sr"}},
           {FieldId::organisation, "ry", {"Kotikulman Yhteisötalot ry"}},
           {FieldId::organisation, "ara", {}},
           {FieldId::organisation, "hast", {}},
           {FieldId::funder, "UM", {}},
           {FieldId::funder, "e", {}},
           {FieldId::organisation, "", {}},
           {FieldId::organisation, "\xFF", {}},
       }) {
    CAPTURE(row.text);
    CHECK(index.values_meant(row.field, row.text) == row.values);
  }
}

TEST_CASE("an open index follows a commit when told") {
  const test::TempFolder folder;
  const std::string path = folder.path() + "/ix";
  test::make_index(path, {test::decision("a", "Avustus", "x")});
  Index index(path);
  CHECK(index.column(FieldId::kind).values().size() == 2);
  CHECK_FALSE(index.reopen());
  schema::Decision more = test::decision("b", "Avustus", "y");
  more.kind = schema::Kind::motion;
  test::make_index(path, {test::decision("a", "Avustus", "x"), more});
  CHECK(search(index, {}).total == 1);
  CHECK(index.reopen());
  CHECK(search(index, {}).total == 2);
  CHECK(index.column(FieldId::kind).values().size() == 3);
}

TEST_CASE("a reader that knows the docids of before finds a replaced decision, and no removed one") {
  const test::TempFolder folder;
  const std::string path = folder.path() + "/ix";
  test::make_index(path, {test::decision("a", "t", "eka"), test::decision("b", "t", "toka")});
  Index index(path);
  const Xapian::docid a = index.find("a").value(), b = index.find("b").value();
  const std::string numbering = index.numbering();
  for (const char* text : {"uusi", "uudempi"}) {
    test::make_index(path, {test::decision("a", "t", text)});  // and "b" goes
    REQUIRE(index.reopen());
    const auto moved = index.moved(a);
    REQUIRE(moved);
    CHECK(index.decision(*moved).parts.front().text == text);
  }
  CHECK_FALSE(index.moved(b));
  CHECK(index.numbering() == numbering);
}

TEST_CASE("a word that only removed decisions had is no word of the index") {
  const test::TempFolder folder;
  const std::string path = folder.path() + "/ix";
  std::vector<schema::Decision> decisions;
  for (int n = 0; n < 30; ++n)
    decisions.push_back(test::decision(std::to_string(n), "Peruskorjaus", "Katu korjataan."));
  std::vector<schema::Decision> more = decisions;
  more.push_back(test::decision("secret", "Korpiveräjänkangas", "Matti Korpiveräjänkangas hakee lupaa."));
  test::make_index(path, more);
  Index index(path);
  Request request;
  request.query = "korpiveräjänkangs";
  CHECK(index.text().has("korpiveräjänkangas"));
  test::make_index(path, decisions);
  REQUIRE(index.reopen());
  CHECK_FALSE(index.text().has("korpiveräjänkangas"));
  CHECK_FALSE(search(index, request).suggestion);
  for (const Vocabulary* words : {&index.words(), &index.lemmas()}) {
    for (std::size_t n = 0; n < words->size(); ++n) CHECK(words->word(n).find("korpiveräjänkang") == std::string::npos);
  }
  CHECK(index.text().has("katu"));
}
