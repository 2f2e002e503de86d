// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cards.h"

#include <catch2/catch.hpp>

#include "indexer/card_key.h"
#include "searcher/search.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::schema;
using namespace pykala::searcher;

TEST_CASE("minutes and an extract of them are one decision") {
  schema::Decision minutes = test::decision("a", "Avustus tilaan", "Päätettiin myöntää\navustus.");
  minutes.section = 5;
  schema::Decision extract = test::decision("b", "AVUSTUS TILAAN", "Päätettiin myöntää avustus");
  extract.section = 5;
  extract.parts.push_back({"Otteet", schema::PartRole::extracts, "Hakija"});
  CHECK(copy_key(minutes) == copy_key(extract));
  extract.section = 6;
  CHECK(copy_key(minutes) != copy_key(extract));
  schema::Decision empty = test::decision("c", "Avustus tilaan", "");
  CHECK(copy_key(empty) == "c");
}

TEST_CASE("cards are counted exactly") {
  const test::TempFolder folder;
  std::vector<schema::Decision> decisions;
  for (int i = 0; i < 9; ++i) {
    decisions.push_back(test::decision(std::to_string(i), "Otsikko " + std::to_string(i), "Teksti."));
    if (i < 6) decisions.back().case_number = "HEL 2020-90000" + std::to_string(i % 2);
  }
  test::make_index(folder.path() + "/ix", decisions);
  const Index index(folder.path() + "/ix");
  std::vector<Xapian::docid> documents;
  for (int i = 0; i < 9; ++i) documents.push_back(index.find(std::to_string(i)).value());
  const DocumentSet all(index.database().get_lastdocid(), documents);
  CHECK(count_cards(all, index) == 5);
  CHECK(count_cards(DocumentSet(all.last()), index) == 0);
  CHECK(count_case(documents[0], all, index) == 3);
  const DocumentSet first_two(all.last(), std::span(documents).first(2));
  CHECK(count_case(documents[0], first_two, index) == 1);
  CHECK(count_case(documents[8], all, index) == 1);
}

TEST_CASE("copies without a case number share a card") {
  const test::TempFolder folder;
  std::vector<schema::Decision> decisions = {test::decision("a", "Avustus tilaan", "Päätettiin myöntää\navustus."),
                                             test::decision("b", "AVUSTUS TILAAN", "Päätettiin myöntää avustus"),
                                             test::decision("c", "Avustus tilaan", "Päätettiin hylätä hakemus.")};
  test::make_index(folder.path() + "/ix", decisions);
  Index index(folder.path() + "/ix");
  DocumentSet all(index.database().get_lastdocid());
  for (const char* id : {"a", "b", "c"}) all.add(index.find(id).value());
  CHECK(count_cards(all, index) == 2);
  Request request;
  request.collapse = Collapse::by_case;
  const Response response = search(index, request);
  CHECK(response.total == 2);
  CHECK(response.total_decisions == 3);
  CHECK(response.hits.size() == 2);
}
