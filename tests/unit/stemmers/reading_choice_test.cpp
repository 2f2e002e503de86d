// SPDX-License-Identifier: GPL-2.0-or-later
// Lemmas by the vocabulary table tests/vocab/readings.tsv, and names that no dictionary has.
#include "stemmers/reading_choice.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "stemmers/analyzer.h"
#include "stemmers/known_names.h"
#include "stemmers/lemma_counts.h"
#include "stemmers/lexicon.h"

using namespace pykala::stemmers;

TEST_CASE("lemmas of the vocabulary table") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  std::ifstream table(PYKALA_SOURCE_DIR "/tests/vocab/readings.tsv");
  REQUIRE(table.good());
  const Analyzer analyzer;
  std::size_t rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::string word = line.substr(0, line.find('\t'));
    INFO(word);
    CHECK(analyzer.terms_of_word(word, Language::finnish).front().text == line.substr(word.size() + 1));
    ++rows;
  }
  CHECK(rows > 20);
}

TEST_CASE("a first part before a hyphen is the word that it is alone") {
  if (!has_lexicon()) return;
  const Analyzer analyzer;
  for (const char* name : {"STEA", "ARA", "Metropolia", "Heka", "Zyrba"}) {
    const std::string alone = analyzer.terms_of_word(name, Language::finnish).front().text;
    const auto terms = analyzer.terms_of_word(std::string(name) + "-avustus", Language::finnish);
    CAPTURE(name);
    REQUIRE(terms.size() > 1);
    CHECK(terms[1].text == alone);
  }
}

TEST_CASE("case forms of listed names") {
  for (const char* form : {"stea", "stean", "steaa", "steassa", "steasta", "steaan", "stealla", "stealta", "stealle"}) {
    CHECK(known_name(form) == "stea");
  }
  CHECK(known_name("vincitin") == "vincit");
  CHECK(known_name("vincitiin") == "vincit");
  CHECK(known_name("vincitn").empty());
  CHECK(known_name("steat").empty());
  CHECK(known_name("").empty());
  CHECK(without_case_ending("abdille", 4) == 4);
  CHECK(without_case_ending("äänille", 4) == 6);
  CHECK(without_case_ending("abd", 4) == 0);
  CHECK(without_case_ending("", 4) == 0);
}

TEST_CASE("counts and listed lemmas") {
  CHECK(lemma_log_count("vuosi") > lemma_log_count("paikka"));
  CHECK(lemma_log_count("sanaajotaeiole") == 0);
  CHECK(listed_lemma("voimassa") == "voima");
  CHECK(listed_lemma("kissa").empty());
}
