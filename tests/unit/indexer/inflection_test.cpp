// SPDX-License-Identifier: GPL-2.0-or-later
// Inflection of names by rule, both ways.
#include "indexer/inflection.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace pykala::indexer;

TEST_CASE("a form of a nominative and its case") {
  struct Row {
    const char *nominative, *word;
    std::optional<Case> expected;
  };
  const std::vector<Row> rows{{"ministeriö", "ministeriö", Case::nominative},
                              {"ministeriö", "ministeriön", Case::genitive},
                              {"ministeriö", "ministeriöltä", Case::from},
                              {"ministeriö", "ministeriölle", Case::to},
                              {"ministeriö", "ministeriöön", Case::to},
                              {"ministeriö", "ministeriötä", Case::partitive},
                              {"liitto", "liiton", Case::genitive},
                              {"liitto", "liitolta", Case::from},
                              {"keskus", "keskukselta", Case::from},
                              {"keskus", "keskusta", Case::partitive},
                              {"keskus", "keskukseen", Case::to},
                              {"laitos", "laitoksen", Case::genitive},
                              {"hallitus", "hallituksessa", Case::at},
                              {"rahasto", "rahastoista", Case::from},
                              {"tuki", "tuen", Case::genitive},
                              {"tuki", "tukea", Case::partitive},
                              {"finland", "finlandin", Case::genitive},
                              {"plus", "plussan", Case::genitive},
                              {"ministeriet", "ministeriets", Case::genitive},
                              {"fonden", "fondens", Case::genitive},
                              {"rahasto", "rahaston", Case::genitive},
                              {"rahasto", "rahakas", std::nullopt},
                              {"liitto", "liite", std::nullopt},
                              {"keskus", "keskustelu", std::nullopt}};
  for (const Row& row : rows) {
    CAPTURE(row.nominative, row.word);
    CHECK(match_inflected(row.nominative, row.word) == row.expected);
  }
}

TEST_CASE("the nominative of a form") {
  struct Row {
    const char *form, *nominative;
  };
  const std::vector<Row> rows{{"Mäntykatajalle", "Mäntykataja"},
                              {"Kansantielle", "Kansantie"},
                              {"Kuriirin", "Kuriiri"},
                              {"diakonissalaitoksen", "diakonissalaitos"},
                              {"M2-Kodeille", "M2-Kodit"},
                              {"Asunnoille", "Asunnot"},
                              {"Kuovinpolun", "Kuovinpolku"},
                              {"Väestöliiton", "Väestöliitto"},
                              {"Kodit", "Kodit"},
                              {"Oy", "Oy"},
                              {"Suomen", "Suomi"},
                              {"yhdistykselle", "yhdistys"}};
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(to_nominative(row.form) == row.nominative);
  }
}
