// SPDX-License-Identifier: GPL-2.0-or-later
// Suspended hyphens -> hidden words, with boundaries of the dictionary.
#include "stemmers/suspended.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "stemmers/finnish_word.h"
#include "stemmers/lexicon.h"

using namespace pykala::stemmers;

namespace {

std::string hidden_in(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<ScannedToken> tokens;
  tokenizer.tokenize(text, tokens);
  std::string out;
  for (const HiddenWord& hidden :
       expand_suspended(tokens, [](std::string_view word) { return analyze_finnish_word(word, true).boundaries; })) {
    out += (out.empty() ? "" : " ") + hidden.text;
  }
  return out;
}

struct Row {
  const char* text;
  const char* hidden;
};

}  // namespace

TEST_CASE("hidden halves of suspended compounds") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const std::vector<Row> rows{
      {"ohjaus- ja neuvontapalvelut", "ohjauspalvelut"},
      {"Ohjaus- ja\nneuvontapalveluiden", "ohjauspalveluiden"},
      {"kaupunginhallitus ja -valtuusto", "kaupunginvaltuusto"},
      {"kaupunginhallitus, -valtuusto ja -kanslia", "kaupunginkanslia"},
      {"etu-, lähi- ja takaosa", "etuosa lähiosa"},
      {"sosiaali-, terveys- ja pelastustoimiala", "sosiaalitoimiala sosiaaliala terveystoimiala terveysala"},
      {"EU- ja ESR-hankkeet", "eu-hankkeet"},
      {"työ- ja elinkeinoministeriö", "työkeinoministeriö työministeriö"},
      {"opetus/-ohjaus", ""},
      {"koulu- Ja. Sitten pitkä tauko, ja päätöksiä", ""},
      {"vapaaehtois- ja", ""},
      {"ESR+ -haussa", ""},
      {"- ja -", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(hidden_in(row.text) == row.hidden);
  }
}
