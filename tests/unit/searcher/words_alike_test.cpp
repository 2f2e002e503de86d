// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/words_alike.h"

#include <catch2/catch.hpp>

using namespace pykala::searcher;

TEST_CASE("words that begin alike are found with the typed ones, save common ones; none for short ones and numbers") {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const char* term : {"Zsyntymä", "Zsyntyperä", "Zsyntyä", "Zkoira", "Zääneseutu", "Z2017-005881", "syntyi"}) {
    document.add_term(term);
  }
  database.add_document(document);
  Xapian::Document common;
  common.add_term("Zkokoonpano");
  for (int i = 0; i < 30; ++i) database.add_document(common);
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
    CHECK(words_alike(row.lemmas, "Z", database).size() == row.words);
  }
}
