// SPDX-License-Identifier: GPL-2.0-or-later
// Our walk of the dictionary's file beside libvoikko: the same readings, on words as they are, put together and spoilt.
#include "stemmers/dictionary.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "stemmers/unicode.h"
#include "tests/support/seed.h"

using namespace pykala::stemmers;

namespace {

constexpr std::size_t words_tried = 6'000;
constexpr double least_share = .9;  // of words that are not left to the library

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80 || c == '-';
}

/// Words of the project's own texts and word lists.
std::vector<std::string> words_of_sources() {
  std::set<std::string> words;
  for (const char* folder : {"/data/sample", "/data/lexicon", "/tests/quality", "/tests/unit/stemmers"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PYKALA_SOURCE_DIR + std::string(folder))) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text = repair_utf8(std::string{std::istreambuf_iterator<char>(file), {}});
      for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end > at + 1 && end < at + 40) words.insert(text.substr(at, end - at));
        at = end + 1;
      }
    }
  }
  return {words.begin(), words.end()};
}

/// One of the words; or two or three put together, cut, with an ending, with a letter changed, in capitals.
std::string random_word(const std::vector<std::string>& words, std::mt19937& random) {
  static const std::vector<std::string> endings{
      "n",  "t",  "a",   "ä", "ssa", "lle", "iden",  "ista", "kin", "nsa", "mme", "kaan",   "jat",    "us", "nut",
      "tu", "va", "isi", "-", "tta", "ien", "minen", "ma",   "han", "ko",  "ksi", "ittain", "toista", ":n", "llinen"};
  static const std::vector<std::string> letters{"a", "e", "i", "o", "u", "y", "ä", "ö", "n", "t", "s", "k", "-", "p"};
  const auto any = [&](const auto& list) -> const std::string& { return list[random() % list.size()]; };
  const auto cut = [&](const std::string& word) { return std::string(cut_utf8(word, 1 + random() % word.size())); };
  std::string word = any(words);
  switch (random() % 8) {
    case 0:
      return word + any(words);
    case 1:
      return to_lower(word) + to_lower(any(words)) + to_lower(any(words));
    case 2:
      return cut(word) + any(endings);
    case 3:
      return word + any(endings);
    case 4:
      return cut(word) + any(letters) + any(words);
    case 5:
      return cut(word) + any(letters) + any(endings) + any(endings);
    case 6:
      return capitalize(to_lower(word)) + any(endings);
    default:
      return word;
  }
}

bool same(const Reading& one, const Reading& other) {
  return one.base == other.base && one.verb == other.verb && one.word_class == other.word_class &&
         one.grammatical_case == other.grammatical_case && one.verb_form == other.verb_form &&
         one.person == other.person && one.possessor == other.possessor && one.plural == other.plural &&
         one.personal_name == other.personal_name && one.derived == other.derived && one.boundaries == other.boundaries;
}

void check_same(const std::string& word, const std::vector<Reading>& readings) {
  const std::vector<Reading> expected = readings_by_library(word);
  CAPTURE(word);
  REQUIRE(readings.size() == expected.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    CAPTURE(i, readings[i].base, expected[i].base, readings[i].verb, expected[i].verb);
    CHECK(same(readings[i], expected[i]));
  }
}

}  // namespace

TEST_CASE("the dictionary's file gives the readings of the library") {
  if (!has_lexicon() || !readings_by_transducer("talo")) {
    WARN("no dictionary, or not the installed one: not tested");
    return;
  }
  for (const char* word : {"rahoitushaun",
                           "saatuaan",
                           "maksanut",
                           "tuottavuus",
                           "kehittämiskeskuksen",
                           "vuokraasema",
                           "ellei",
                           "kymmenennen",
                           "Helsingin",
                           "aikuisten",
                           "kohdittain",
                           "vanhemmille",
                           "7:lta",
                           "63:",
                           "911:lläpä",
                           "satakuusi",
                           "sataseitsemän",
                           "satakolmestikin",
                           "hikoilluiden",
                           "kannelluiden",
                           "generoidutuiden",
                           "yksilöidytyideni",
                           "viipyneisyydellinen",
                           "lyöneisyydettömänä",
                           "berijatar",
                           "berijatarmaisenko",
                           "monentenatoista",
                           "monensistatoista",
                           "oltuaan",
                           "jättäneistäni",
                           "eläväinen",
                           "kotoutumisittain",
                           "toimintakateittain",
                           "tutkimittain",
                           "arvaamaton",
                           "Å",
                           "ÅLANDIN"}) {
    const auto readings = readings_by_transducer(word);
    if (readings) check_same(word, *readings);
  }
  CHECK(readings_by_transducer("sosiaali")->may_be_first_part());
  CHECK_FALSE(readings_by_transducer("talossa")->may_be_first_part());
  const std::vector<std::string> words = words_of_sources();
  REQUIRE(words.size() > 1000);
  std::mt19937 random(pykala::test::seed());
  CAPTURE(pykala::test::seed());
  std::size_t read = 0;
  for (std::size_t i = 0; i < words_tried; ++i) {
    const std::string word = random_word(words, random);
    const auto readings = readings_by_transducer(word);
    if (!readings) continue;
    ++read;
    check_same(word, *readings);
    if (!readings->may_be_first_part()) CHECK(readings_by_library(word + "-").empty());
  }
  CHECK(static_cast<double>(read) >= least_share * static_cast<double>(words_tried));
}
