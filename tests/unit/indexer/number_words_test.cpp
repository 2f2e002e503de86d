// SPDX-License-Identifier: GPL-2.0-or-later
// Numerals in words: what they say in hundredths, 0 for words that are no numeral.
#include "indexer/number_words.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/text_scan.h"

using namespace pykala;

namespace {

struct Row {
  const char* words;
  std::int64_t expected;
};

const std::vector<Row> rows{
    {"viisi", 500},
    {"yhdentoista", 1100},
    {"kahdeksantoista", 1800},
    {"kymmenentuhatta", 1'000'000},
    {"viisikymmentätuhatta", 5'000'000},
    {"kolmesataa tuhatta", 30'000'000},
    {"kaksikymmentäviisi tuhatta", 2'500'000},
    {"satakaksikymmentäkolme", 12'300},
    {"kahdensadanviidenkymmenentuhannen", 25'000'000},
    {"neljästäsadasta tuhannesta", 40'000'000},
    {"viidellätoista tuhannella", 1'500'000},
    {"yhdeksänsadan", 90'000},
    {"kuuteensataan tuhanteen", 60'000'000},
    {"tuhatviisisataa", 150'000},
    {"kolmetuhatta viisisataa", 350'000},
    {"miljoona kaksisataatuhatta", 120'000'000},
    {"seitsemän miljoonaa", 700'000'000},
    {"puolitoista miljoonaa", 150'000'000},
    {"puolentoista miljardin", 150'000'000'000},
    {"viitisen miljoonaa", 500'000'000},
    {"tjugofem tusen", 2'500'000},
    {"trehundrafemtiotusen", 35'000'000},
    {"tolvhundra", 120'000},
    {"en halv miljon", 50'000'000},
    {"two hundred thousand", 20'000'000},
    {"half a million", 50'000'000},
    {"kolmaskymmenes", 0},
    {"viisivuotias", 0},
    {"kaksikaksi", 0},
    {"toista", 0},
    {"tuhat miljoonaa", 0},
    {"satanen", 0},
    {"muutama", 0},
    {"", 0},
};

std::int64_t read(std::string_view text) {
  indexer::SpelledNumber number;
  for (const std::string_view word : indexer::split_words(text))
    if (!number.add(word)) return 0;
  return number.hundredths();
}

}  // namespace

TEST_CASE("numerals in words") {
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(read(row.words) == row.expected);
  }
}

TEST_CASE("a word that does not go on leaves the number as it was") {
  indexer::SpelledNumber number;
  REQUIRE(number.add("kaksi"));
  CHECK_FALSE(number.add("kolme"));
  CHECK(number.add_half("puoli"));
  CHECK_FALSE(number.add_half("puoli"));
  CHECK(number.add("miljoonaa"));
  CHECK(number.hundredths() == 250'000'000);
}

TEST_CASE("a scale without its number says so") {
  for (const char* word : {"miljoonaa", "tuhatta", "sataa", "kymmentä", "miljoner"}) {
    indexer::SpelledNumber number;
    CAPTURE(word);
    REQUIRE(number.add(word));
    CHECK(number.lacks_number());
  }
  indexer::SpelledNumber number;
  REQUIRE(number.add("miljoonan"));
  CHECK_FALSE(number.lacks_number());
}

TEST_CASE("endless numerals are refused") {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "kaksi";
  indexer::SpelledNumber number;
  CHECK_FALSE(number.add(word));
}
