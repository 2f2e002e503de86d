// SPDX-License-Identifier: GPL-2.0-or-later
// Compound boundaries by the vocabulary table tests/vocab/compounds.tsv, and the pieces of a compound.
#include "stemmers/compounds.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "stemmers/analyzer.h"
#include "stemmers/lexicon.h"

using namespace pykala::stemmers;

TEST_CASE("boundaries of the vocabulary table") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  std::ifstream table(PYKALA_SOURCE_DIR "/tests/vocab/compounds.tsv");
  REQUIRE(table.good());
  const Analyzer analyzer;
  std::string line;
  std::size_t rows = 0;
  while (std::getline(table, line)) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    CHECK(analyzer.split_compound(line.substr(0, tab)) == line.substr(tab + 1));
    ++rows;
  }
  CHECK(rows > 20);
}

TEST_CASE("of three parts the middle one goes with the pair that is written") {
  if (!has_lexicon()) return;
  const Analyzer analyzer;
  const auto has = [&](const char* word, const char* part) {
    const std::vector<Term> terms = analyzer.terms_of_word(word, Language::finnish);
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return term.text == part; });
  };
  CHECK(has("yhteistyösopimus", "yhteistyö"));
  CHECK_FALSE(has("yhteistyösopimus", "työsopimus"));
  CHECK(has("toimialajohtaja", "toimiala"));
  CHECK_FALSE(has("toimialajohtaja", "alajohtaja"));
  CHECK(has("työterveyshuolto", "terveyshuolto"));
}

TEST_CASE("pieces") {
  CHECK(pieces_of("haku", {}).empty());
  CHECK(pieces_of("rahoitushaku", {8}).size() == 2);
  const auto pieces = pieces_of("toimialajohtaja", {5, 8});
  REQUIRE(pieces.size() == 5);
  CHECK(pieces[2].text == "johtaja");
  CHECK(pieces[2].at_end);
  CHECK(pieces[3].text == "alajohtaja");
  CHECK(pieces[4].text == "toimiala");
  CHECK_FALSE(pieces[4].at_end);
  CHECK(pieces_of("abc", {0, 3, 9}).empty());
  CHECK(pieces_of("aabbccddeeffgghh", {2, 4, 6, 8, 10, 12, 14}).size() == 14);  // six parts at most
}

TEST_CASE("known heads of unknown compounds") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const auto head = find_known_head("agricolatutkimuksesta");
  REQUIRE(head.has_value());
  CHECK(head->begin == 8);
  CHECK(head->reading.base == "tutkimus");
  CHECK_FALSE(find_known_head("").has_value());
  CHECK_FALSE(find_known_head("qwzxrty").has_value());
}
