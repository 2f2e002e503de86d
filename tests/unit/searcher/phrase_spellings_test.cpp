// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_spellings.h"

#include <catch2/catch.hpp>

#include "stemmers/analyzer.h"

using namespace pykala;

namespace {

/// "554 452 euroa | 554452 euroa"
std::string spellings(std::string_view text) {
  static const stemmers::Analyzer analyzer({.rules_only = true});
  std::vector<stemmers::AnalyzedToken> tokens;
  analyzer.analyze(text, stemmers::Language::finnish, tokens);
  std::string out;
  for (const auto& row : searcher::phrase_spellings(tokens)) {
    if (!out.empty()) out += " |";
    for (const std::string& word : row) out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

TEST_CASE("a phrase is looked for in every spelling of its numbers") {
  struct Row {
    const char* typed;
    const char* spellings;
  };
  const std::vector<Row> rows{
      {"myönnetty avustus", "myönnetty avustus"},
      {"554 452 euroa", "554 452 euroa | 554452 euroa"},
      {"554452 euroa", "554452 euroa | 554 452 euroa"},
      {"1234567,89", "1234567,89 | 1 234 567,89"},
      {"vuonna 2017", "vuonna 2017"},
      {"1000 ja 5 000 e", "1000 ja 5 000 e | 1 000 ja 5 000 e | 1000 ja 5000 e | 1 000 ja 5000 e"},
      {"1 000 2 000 3 000 4 000 5000", "1 000 2 000 3 000 4 000 5000 | 1000 2000 3000 4000 5 000"},
      {"12345,00 euroa", "12345 euroa | 12 345 euroa"},
      {"12345.5 euroa", "12345.5 euroa | 12 345.5 euroa"},
      {"lain 140", "lain 140"},
      {"140 §", "§140"},
      {"lain 17 a §", "lain 17 §17a"},
      {"lain 17a §", "lain 17 §17a"},
      {"HEL 2017-005881", "hel hel 2017-005881"},
      {"vuosina 2018-2021", "vuosina 2018 2018-2021"},
      {"ohjaus- ja neuvontapalvelut", "ohjaus ja neuvontapalvelut"},
      {"versio 3.2.1", "versio 3.2.1"},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    CHECK(spellings(row.typed) == row.spellings);
  }
}
