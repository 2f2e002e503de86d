// SPDX-License-Identifier: GPL-2.0-or-later
// The whole chain: terms in order, positions, hidden words, and properties that hold for any bytes.
#include "stemmers/analyzer.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "stemmers/lexicon.h"
#include "stemmers/unicode.h"

using namespace pykala::stemmers;

namespace {

std::vector<AnalyzedToken> analyze(const Analyzer& analyzer, std::string_view text,
                                   Language language = Language::finnish) {
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text, language, tokens);
  return tokens;
}

// "lemma +part +part =word"
std::string terms_text(std::span<const Term> terms) {
  std::string out;
  for (const Term& term : terms) {
    if (!out.empty()) out += " ";
    if (term.kind == TermKind::part) out += "+";
    if (term.kind == TermKind::word) out += "=";
    if (term.kind == TermKind::piece) out += "~";
    out += term.text;
  }
  return out;
}

bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Any bytes, and bytes that look like the archive's text, which reach further into the code.
rc::Gen<std::string> any_text() {
  const auto pieces = rc::gen::elementOf(std::vector<std::string>{"päätös",
                                                                  "HEL 2017-005881",
                                                                  "§",
                                                                  "17",
                                                                  " ",
                                                                  "-",
                                                                  ":",
                                                                  "+",
                                                                  "ohjaus-",
                                                                  " ja ",
                                                                  "-valtuusto",
                                                                  "1.10.2020",
                                                                  "2018",
                                                                  "–",
                                                                  "\u00A0",
                                                                  "\u00AD",
                                                                  "\u0308",
                                                                  "\u200B",
                                                                  "a@b.fi",
                                                                  "https://",
                                                                  ".",
                                                                  ",",
                                                                  "000",
                                                                  "STEA:lta",
                                                                  "\xC3",
                                                                  "\xFF",
                                                                  std::string(1, '\0'),
                                                                  "_",
                                                                  "'",
                                                                  "&",
                                                                  "\n",
                                                                  "x",
                                                                  "Å",
                                                                  "漢字",
                                                                  "kaupunginhallitus"});
  const auto composed = rc::gen::map(rc::gen::container<std::vector<std::string>>(pieces), [](const auto& all) {
    std::string text;
    for (const std::string& piece : all) text += piece;
    return text;
  });
  return rc::gen::oneOf(rc::gen::string<std::string>(), composed);
}

// Letters and endings as Finnish puts them together, most of them no words.
rc::Gen<std::string> any_word() {
  const auto pieces = rc::gen::elementOf(std::vector<std::string>{
      "a",     "e",     "i",     "o",     "u",     "y",    "ä",       "ö",      "h",     "j",       "k",    "l",
      "m",     "n",     "p",     "r",     "s",     "t",    "v",       "kk",     "tt",    "nen",     "se",   "kse",
      "ssa",   "sta",   "lle",   "tta",   "isi",   "mme",  "kin",     "han",    "nsa",   "uu",      "itse", "ttoma",
      "haku",  "haun",  "kuu",   "työ",   "tele",  "nut",  "minen",   "kaupun", "ki",    "gin",     "mpi",  "impa",
      "valta", "kunta", "suude", "rahoi", "tukse", "näht", "yhteis-", "stea:",  "2018-", "ä\u0308", "Ä",    "å"});
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(pieces)), [](const auto& all) {
    constexpr std::size_t most_pieces = 8;
    std::string word;
    for (std::size_t i = 0; i < std::min(all.size(), most_pieces); ++i) word += all[i];
    return word;
  });
}

void check_tokens(const std::string& text, const std::vector<AnalyzedToken>& tokens) {
  const bool valid = is_valid_utf8(text);
  std::uint32_t position = 0;
  std::uint32_t begin = 0;
  for (const AnalyzedToken& analyzed : tokens) {
    const Token& token = analyzed.token;
    RC_ASSERT(token.begin < token.end);
    RC_ASSERT(token.end <= text.size());
    RC_ASSERT(token.begin >= begin);
    RC_ASSERT(token.position == position || token.position == position + 1);
    RC_ASSERT(token.position >= 1U);
    if (valid) RC_ASSERT(on_boundary(text, token.begin) && on_boundary(text, token.end));
    RC_ASSERT(!token.text.empty());
    RC_ASSERT(!analyzed.terms.empty());
    RC_ASSERT(analyzed.terms.front().kind == TermKind::lemma);
    for (const Term& term : analyzed.terms) {
      RC_ASSERT(!term.text.empty());
      RC_ASSERT(term.text.size() <= max_term_bytes);
      RC_ASSERT(is_valid_utf8(term.text));
    }
    position = token.position;
    begin = token.begin;
  }
}

}  // namespace

TEST_CASE("terms of a word, in order") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const Analyzer analyzer;
  CHECK(terms_text(analyzer.terms_of_word("Rahoitushaun", Language::finnish)) ==
        "rahoitushaku +rahoitus +haku =rahoitushaun");
  CHECK(terms_text(analyzer.terms_of_word("avdelningarna", Language::swedish)) == "avdelning =avdelningarna");
  CHECK(terms_text(analyzer.terms_of_word("STEA:lta", Language::unknown)) == "stea =stea:lta");
  CHECK(terms_text(analyzer.terms_of_word("ohjaus-STEA:lta", Language::finnish)) ==
        "ohjaus-stea +ohjaus +stea =ohjaus-stea:lta");
  CHECK(terms_text(analyzer.terms_of_word("", Language::finnish)).empty());
}

TEST_CASE("terms of other tokens") {
  const Analyzer analyzer({.rules_only = true});
  struct Row {
    const char* text;
    const char* terms;
  };
  const std::vector<Row> rows{
      {"2018–2021", "2018-2021 +2018 +2021 ~2018 ~2021 =2018-2021"},
      {"HEL 2017-005881", "hel 2017-005881 +2017-005881 ~hel ~2017-005881 =hel 2017-005881"},
      {"2017-005881", "2017-005881 =2017-005881"},
      {"17 §", "§17 ~17 =§17"},
      {"§ 17:n", "§17 ~17 =§17"},
      {"17a §", "§17a ~17 ~a =§17a"},
      {"1 234.567", "1234.567 ~1 ~234.567 =1234.567"},
      {"17 a §:n", "§17a ~17 ~a =§17a"},
      {"1.10.2020", "2020-10-01 =2020-10-01"},
      {"554 452", "554452 ~554 ~452 =554452"},
      {"554\u00A0452,00", "554452 ~554 ~452 =554452"},
      {"1 234 567,89", "1234567,89 ~1 ~234 ~567,89 =1234567,89"},
      {"554452", "554452 =554452"},
      {"554.452", "554452 =554452"},
      {"a.b@example.org", "a.b@example.org =a.b@example.org"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(terms_text(analyzer.terms_of_word(row.text, Language::finnish)) == row.terms);
    const auto tokens = analyze(analyzer, row.text);
    REQUIRE(tokens.size() == 1);
    CHECK(terms_text(tokens[0].terms) == row.terms);
  }
}

TEST_CASE("ESR+ never equals ESR") {
  const Analyzer analyzer;
  for (const char* word : {"ESR+", "ESR+:n"}) {
    for (const Term& term : analyzer.terms_of_word(word, Language::finnish)) CHECK(term.text != "esr");
  }
}

TEST_CASE("hidden words share the position of the suspended word") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const Analyzer analyzer;
  const auto tokens = analyze(analyzer, "Ohjaus- ja neuvontapalvelut");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[1].token.text == "ohjauspalvelut");
  CHECK(tokens[1].token.position == 1);
  CHECK(tokens[1].token.end == 6);
  CHECK(tokens[1].terms.front().text == "ohjauspalvelu");
  CHECK(tokens[3].token.position == 3);
  // A phrase in quotes finds what the text says: it does not say "ohjauspalvelut".
  for (const Term& term : tokens[1].terms) CHECK(term.kind != TermKind::word);
  CHECK(tokens[3].terms.back().kind == TermKind::word);
}

TEST_CASE("months are said by suspended words though they are not divided") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const Analyzer analyzer;
  const auto tokens = analyze(analyzer, "heinä- ja elokuussa");
  REQUIRE(tokens.size() == 4);
  CHECK(terms_text(tokens[1].terms) == "heinäkuu");
  CHECK(terms_text(tokens[3].terms) == "elokuu =elokuussa");
}

TEST_CASE("what the output held is replaced") {
  const Analyzer analyzer({.rules_only = true});
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze("2018–2021 avustus haku", Language::finnish, tokens);
  analyzer.analyze("haku", Language::finnish, tokens);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].token.text == "haku");
  CHECK(tokens[0].terms.size() == 2);
  analyzer.analyze("", Language::finnish, tokens);
  CHECK(tokens.empty());
}

TEST_CASE("the analyser names its parts") {
  const std::string with = Analyzer().id();
  const std::string without = Analyzer({.rules_only = true}).id();
  CHECK(without.find("no-lexicon") != std::string::npos);
  CHECK((with != without) == has_lexicon());
  CHECK(with.find("icu-") != std::string::npos);
  CHECK(with.find("snowball-") != std::string::npos);
}

TEST_CASE("any bytes give tokens in order with valid terms") {
  const Analyzer full;
  const Analyzer rules({.rules_only = true});
  CHECK(rc::check("tokens", [&] {
    const std::string text = *any_text();
    const auto language = *rc::gen::element(Language::unknown, Language::finnish, Language::swedish, Language::english);
    check_tokens(text, analyze(full, text, language));
    check_tokens(text, analyze(rules, text, language));
  }));
}

TEST_CASE("analysis is deterministic, with a cold and a warm cache") {
  const Analyzer warm;
  CHECK(rc::check("same terms", [&] {
    const std::string text = *any_text();
    const Analyzer cold;
    const auto first = analyze(warm, text);
    const auto second = analyze(warm, text);
    const auto third = analyze(cold, text);
    RC_ASSERT(first.size() == second.size());
    RC_ASSERT(first.size() == third.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      RC_ASSERT(terms_text(first[i].terms) == terms_text(second[i].terms));
      RC_ASSERT(terms_text(first[i].terms) == terms_text(third[i].terms));
    }
  }));
}

TEST_CASE("a word alone has the terms it has in a text") {
  const Analyzer analyzer;
  CHECK(rc::check("terms_of_word", [&] {
    const std::string text = *any_text();
    RC_PRE(text.find("漢") == std::string::npos);  // numbers tied to ideographs are words only there
    const auto tokens = analyze(analyzer, text);
    std::uint32_t last = 0;
    for (const AnalyzedToken& token : tokens) {
      const bool hidden = token.token.position == last;
      last = token.token.position;
      if (token.token.kind != TokenKind::word || token.token.text.size() > max_term_bytes - 4) continue;  // cut
      std::vector<Term> alone = analyzer.terms_of_word(token.token.text, Language::finnish);
      if (hidden) alone.pop_back();  // "ohjauspalvelut" is not what the text says
      RC_ASSERT(terms_text(alone) == terms_text(token.terms));
    }
  }));
}

TEST_CASE("a word of a text, asked for, has a term of the text") {
  const Analyzer full;
  const Analyzer rules({.rules_only = true});
  CHECK(rc::check("text and query agree", [&] {
    const std::string text = *any_text() + " " + *any_word();
    RC_PRE(text.find("漢") == std::string::npos);
    const auto language = *rc::gen::element(Language::unknown, Language::finnish, Language::swedish, Language::english);
    for (const Analyzer* analyzer : {&full, &rules}) {
      const auto tokens = analyze(*analyzer, text, language);
      std::set<std::string> terms;
      for (const AnalyzedToken& token : tokens) {
        for (const Term& term : token.terms) terms.insert(term.text);
      }
      for (const AnalyzedToken& token : tokens) {
        if (token.token.kind != TokenKind::word || token.token.text.size() > max_term_bytes - 4) continue;  // cut
        // What stands around pieces of addresses and numbers decides where they end; hidden halves are not written.
        if (token.token.text.find_first_of("0123456789@.") != std::string::npos) continue;
        if (token.terms.back().kind != TermKind::word) continue;
        const auto asked = analyze(*analyzer, token.token.text, language);
        RC_ASSERT(!asked.empty());
        RC_ASSERT(terms.contains(asked.front().terms.front().text));
      }
    }
  }));
}

TEST_CASE("a stem is valid, not empty and at most two letters longer than its word") {
  constexpr std::size_t most_added = 2;  // "vie" -> viedä
  const Analyzer full;
  const Analyzer rules({.rules_only = true});
  CHECK(rc::check("length of stems", [&] {
    const std::string word = *any_word();
    for (const auto language : {Language::finnish, Language::swedish, Language::english}) {
      for (const Analyzer* analyzer : {&full, &rules}) {
        const auto terms = analyzer->terms_of_word(word, language);
        RC_ASSERT(!terms.empty());
        const std::string& stem = terms.front().text;
        RC_ASSERT(!stem.empty());
        RC_ASSERT(is_valid_utf8(stem));
        RC_ASSERT(count_code_points(stem) <= count_code_points(word) + most_added);
      }
    }
  }));
}

TEST_CASE("long hostile texts take linear time") {
  const Analyzer analyzer({.rules_only = true});
  constexpr std::size_t repeats = 200'000;
  for (const char* piece :
       {"a:", "a.", "1.", "1", "a", "a@", "- ", "-a", "§", "a-", "\u200B", "1 000 ", "a+", "_", "a&"}) {
    std::string text;
    for (std::size_t i = 0; i < repeats; ++i) text += piece;
    std::vector<AnalyzedToken> tokens;
    analyzer.analyze(text, Language::finnish, tokens);
    CHECK(tokens.size() <= text.size());
  }
}
