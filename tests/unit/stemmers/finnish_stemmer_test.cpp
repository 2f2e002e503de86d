// SPDX-License-Identifier: GPL-2.0-or-later
// The Finnish stemmer against its vocabulary table (tests/vocab/finnish.tsv) and its promises for any input: valid
// UTF-8, never empty, at most two bytes longer, the same every time. Private: the small generators of random words.
#include "stemmers/finnish_stemmer.h"

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {
namespace {

struct VocabularyRow {
  std::string word, form;
  bool differ;
  std::size_t line;
};

std::vector<VocabularyRow> read_vocabulary() {
  std::ifstream in(std::string(PYKALA_SOURCE_DIR) + "/tests/vocab/finnish.tsv");
  std::vector<VocabularyRow> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    INFO("finnish.tsv line " << number);
    REQUIRE(first != std::string::npos);
    const bool differ = line[0] == '!';
    rows.push_back({line.substr(differ ? 1 : 0, first - (differ ? 1 : 0)),
                    line.substr(first + 1, second == std::string::npos ? second : second - first - 1), differ, number});
  }
  return rows;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

void check_promises(const std::string& word) {
  const std::string stem = stem_finnish(word);
  CAPTURE(word, stem);
  REQUIRE_FALSE(stem.empty());
  REQUIRE(stem.size() <= word.size() + 2);
  REQUIRE(is_utf8(stem));
  REQUIRE(stem == stem_finnish(word));
}

}  // namespace

TEST_CASE("finnish stemmer: the vocabulary table holds") {
  const std::vector<VocabularyRow> rows = read_vocabulary();
  REQUIRE(rows.size() > 300);
  for (const VocabularyRow& row : rows) {
    const std::string word = stem_finnish(row.word);
    const std::string form = stem_finnish(row.form);
    INFO("line " << row.line << ": " << row.word << " -> " << word << ", " << row.form << " -> " << form);
    CHECK((word == form) != row.differ);
  }
}

TEST_CASE("finnish stemmer: only the last part of a word with a hyphen, colon or digits is stemmed") {
  const std::array<std::array<std::string_view, 2>, 7> rows{{
      {"eu:n", "eu"},
      {"vm:lle", "vm"},
      {"2017", "2017"},
      {"12:30", "12:30"},
      {"1960-luvulta", "1960-luku"},
      {"sosiaali-", "sosiaali-"},
      {"maa-alueella", "maa-alue"},
  }};
  for (const auto& [word, stem] : rows) CHECK(stem_finnish(word) == stem);
}

TEST_CASE("finnish stemmer: promises hold for any bytes") {
  std::mt19937 random(20251);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 80);
  check_promises("");
  check_promises(std::string(100000, 'a'));
  check_promises(std::string(1000, '\xC3'));
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (int n = length(random); n > 0; --n) word.push_back(static_cast<char>(byte(random)));
    check_promises(word);
  }
}

TEST_CASE("finnish stemmer: promises hold for words that look Finnish") {
  constexpr std::array<std::string_view, 24> pieces{"a",   "e",  "i",   "o",   "u",  "y",   "ä",  "ö",
                                                    "k",   "t",  "p",   "s",   "n",  "l",   "r",  "v",
                                                    "tta", "si", "nen", "kse", "mm", "isi", "ou", "ttu"};
  constexpr std::array<std::string_view, 24> endings{"",    "n",   "t",    "ssa",  "sta", "lla",   "ksi", "nut",
                                                     "nee", "isi", "vat",  "taan", "mpi", "ttava", "ma",  "kaan",
                                                     "nsa", "mme", "iden", "ihin", "ton", ":lle",  "-",   "kin"};
  std::mt19937 random(20252);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<std::size_t> ending(0, endings.size() - 1);
  std::uniform_int_distribution<int> length(0, 8);
  for (int i = 0; i < 50000; ++i) {
    std::string word;
    for (int n = length(random); n > 0; --n) word.append(pieces[piece(random)]);
    word.append(endings[ending(random)]);
    check_promises(word);
  }
}

}  // namespace pykala::stemmers
