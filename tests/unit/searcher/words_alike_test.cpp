// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/words_alike.h"

#include <catch2/catch.hpp>

#include "indexer/text_index_writer.h"
#include "tests/support/temp_index.h"

using namespace pykala::searcher;

TEST_CASE("words that begin alike are found with the typed ones, save common ones; none for short ones and numbers") {
  const pykala::test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  pykala::indexer::TextIndexWriter writer(database);
  pykala::indexer::TextTerms terms, common;
  for (const char* term : {"Zsyntymä", "Zsyntyperä", "Zsyntyä", "Zkoira", "Zääneseutu", "Z2017-005881", "syntyi"}) {
    terms.add("", term, 1);
  }
  common.add("", "Zkokoonpano", 1);
  writer.add(database.add_document({}), terms);
  for (int i = 0; i < 30; ++i) writer.add(database.add_document({}), common);
  writer.flush();
  const pykala::schema::TextIndex index(database);
  struct Row {
    std::vector<std::string> lemmas;
    std::size_t words;
  };
  for (const Row& row : std::vector<Row>{{{"syntyä"}, 3},
                                         {{"syntyä", "syntymä"}, 3},
                                         {{"koira"}, 1},
                                         {{"koi"}, 0},
                                         {{"äänes"}, 2},
                                         {{"kokoontua"}, 1},
                                         {{"2017-005883"}, 0},
                                         {{"\xFF\xFF\xFF\xFF\xFF\xFF"}, 1}}) {
    CAPTURE(row.lemmas.front());
    CHECK(words_alike(row.lemmas, "Z", index).size() == row.words);
  }
}
