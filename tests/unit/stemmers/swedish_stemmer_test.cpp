// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/swedish_stemmer.h"

#include <catch2/catch.hpp>

using pykala::stemmers::SnowballStemmer;
using pykala::stemmers::stem_swedish;

TEST_CASE("forms of a Swedish noun share a stem") {
  const SnowballStemmer snowball("swedish");
  struct Row {
    const char* base;
    const char* form;
  };
  for (const Row& row :
       {Row{"understöd", "understödet"}, Row{"understöd", "understödets"}, Row{"understöd", "understöden"},
        Row{"beslut", "beslutet"}, Row{"bidrag", "bidragets"}, Row{"ärende", "ärendet"}, Row{"projekt", "projektet"},
        Row{"område", "området"}, Row{"budget", "budgeten"}, Row{"verksamhet", "verksamheten"},
        Row{"universitet", "universitetet"}, Row{"nämnd", "nämnden"}, Row{"stad", "stadens"}}) {
    CAPTURE(row.form);
    CHECK(stem_swedish(snowball, row.form) == stem_swedish(snowball, row.base));
  }
  for (const char* word : {"et", "ets", "det", "het", "å", "", "ået"}) {
    CAPTURE(word);
    CHECK(stem_swedish(snowball, word).empty() == std::string(word).empty());
  }
}
