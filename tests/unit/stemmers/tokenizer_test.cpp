// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> tokens, a table by kind of token.
#include "stemmers/tokenizer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace pykala::stemmers;

namespace {

// "text text text" of the tokens; a token other than a word has its kind before it: "section:§17".
std::string tokens_of(std::string_view text) {
  static const char* const kinds[] = {"", "number:", "case:", "section:", "date:", "years:"};
  Tokenizer tokenizer;
  std::vector<ScannedToken> tokens;
  tokenizer.tokenize(text, tokens);
  std::string out;
  for (const ScannedToken& token : tokens) {
    if (!out.empty()) out += " | ";
    out += kinds[static_cast<std::size_t>(token.token.kind)] + token.token.text;
  }
  return out;
}

struct Row {
  const char* text;
  const char* tokens;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(tokens_of(row.text) == row.tokens);
  }
}

}  // namespace

TEST_CASE("words") {
  check({
      {"", ""},
      {" \n.,;–", ""},
      {"Avustus myönnetään.", "avustus | myönnetään"},
      {"Yhteismaa-hanke", "yhteismaa-hanke"},
      {"H2020", "h2020"},
      {"STEA:lta", "stea:lta"},
      {"EU:n ja EU:lläkään", "eu:n | ja | eu:lläkään"},
      {"Päätös:Hyväksyttiin", "päätös | hyväksyttiin"},
      {"päätti.Lautakunta", "päätti | lautakunta"},
      {"esim.", "esim"},
      {"vaa’an raa'an", "vaa'an | raa'an"},
      {"ja/tai", "ja | tai"},
      {"H&M:n", "h&m:n"},
      {"ÅÄÖ ÉÜ", "åäö | éü"},
      {"___ _a_", "a"},
      {"5-vuotias 1960-luvulta", "5-vuotias | 1960-luvulta"},
      {"15–24-vuotiaista", "number:15 | 24-vuotiaista"},
      {"covid-19", "covid-19"},
      {"PRIDno-2022-145", "pridno-2022-145"},
      {"Helsinki–Turku", "helsinki | turku"},
      {"hel.fi/palvelut", "hel.fi | palvelut"},
  });
}

TEST_CASE("plus signs: ESR is not ESR+") {
  check({
      {"ESR ESR+", "esr | esr+"},
      {"ESR+ -haussa", "esr+ | haussa"},
      {"ESR+:n ESR+-hanke", "esr+:n | esr+-hanke"},
      {"a+b 1+1", "a | b | number:1 | number:1"},
      {"C++", "c++"},
  });
}

TEST_CASE("characters that are not seen") {
  check({
      {"sosi\u00ADaali", "sosiaali"},
      {"sosi\u200Baali", "sosiaali"},
      {"\uFEFFsosi\u2060aali", "sosiaali"},
      {"pa\u0308a\u0308to\u0308s", "päätös"},
      {"\uFB01lmi", "filmi"},
      {"Yhteismaa\u2011hanke", "yhteismaa-hanke"},
      {"a\xFFz", "a | z"},
      {"\xC3", ""},
      {"p\xE4\xE4t\xF6s", "p | t | s"},
  });
}

TEST_CASE("case numbers") {
  check({
      {"HEL 2017-005881", "case:hel 2017-005881"},
      {"hel-2017-005881", "case:hel 2017-005881"},
      {"hel 2017-005881", "case:hel 2017-005881"},
      {"HEL\u00A02017-005881 T 02 05", "case:hel 2017-005881 | t | number:02 | number:05"},
      {"HEL\n2017-005881", "case:hel 2017-005881"},
      {"2017-005881", "case:2017-005881"},
      {"asia 2017-005881", "asia | case:2017-005881"},
      {"Dnro 2017-005881", "dnro | case:2017-005881"},
      {"HEL 2017-5881", "hel | number:2017 | number:5881"},
  });
}

TEST_CASE("sections") {
  check({
      {"§ 17", "section:§17"},
      {"§17", "section:§17"},
      {"17 §", "section:§17"},
      {"17§", "section:§17"},
      {"17\u00A0§:n mukaan", "section:§17 | mukaan"},
      {"136 § 2 momentti", "section:§136 | number:2 | momentti"},
      {"17 a §", "section:§17a"},
      {"2017 § 17", "number:2017 | section:§17"},
      {"17.5.2017 § 017", "date:2017-05-17 | section:§17"},
      {"§ ja §", "ja"},
  });
}

TEST_CASE("dates and years") {
  check({
      {"1.10.2020 01.10.2020", "date:2020-10-01 | date:2020-10-01"},
      {"2020-10-01", "date:2020-10-01"},
      {"31.2.2020", "number:31.2.2020"},
      {"1.1.2018–31.12.2018", "date:2018-01-01 | date:2018-12-31"},
      {"1.1.2018-31.12.2018", "date:2018-01-01 | date:2018-12-31"},
      {"2018–2021", "years:2018-2021"},
      {"2018-2021", "years:2018-2021"},
      {"2018 – 2021", "years:2018-2021"},
      {"vuosille 2018-2021.", "vuosille | years:2018-2021"},
      {"2021-2018", "number:2021 | number:2018"},
      {"2018-2021-kausi", "number:2018 | 2021-kausi"},
  });
}

TEST_CASE("numbers") {
  check({
      {"554 452 euroa", "number:554452 | euroa"},
      {"554\u00A0452", "number:554452"},
      {"1\u202F234\u202F567,89", "number:1234567,89"},
      {"305.000", "number:305000"},
      {"305 000,00", "number:305000"},
      {"1,2", "number:1,2"},
      {"3.2.1", "number:3.2.1"},
      {"010 310 1642", "number:010 | number:310 | number:1642"},
      {"10-15", "number:10 | number:15"},
      {"2017 305 000", "number:2017 | number:305000"},
      {"5 %", "number:5"},
      {"12:n", "number:12"},
  });
}

TEST_CASE("addresses") {
  check({
      {"(etunimi.sukunimi@example.org).", "etunimi.sukunimi@example.org"},
      {"https://www.example.org/a?b=1.", "https://www.example.org/a?b=1"},
      {"www.example.org, @", "www.example.org"},
      {"a@b @nimi", "a@b | nimi"},
  });
}

TEST_CASE("long tokens are cut on a character") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ä";
  Tokenizer tokenizer;
  std::vector<ScannedToken> tokens;
  tokenizer.tokenize(text, tokens);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].token.text.size() == max_term_bytes);
  CHECK(tokens[0].token.end == text.size());
}

TEST_CASE("suspended hyphens are noticed") {
  Tokenizer tokenizer;
  std::vector<ScannedToken> tokens;
  tokenizer.tokenize("ohjaus- ja -valtuusto, työ – leikki", tokens);
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].hyphen_after);
  CHECK_FALSE(tokens[0].hyphen_before);
  CHECK_FALSE(tokens[1].hyphen_after);
  CHECK(tokens[2].hyphen_before);
  CHECK_FALSE(tokens[3].hyphen_after);
  CHECK_FALSE(tokens[4].hyphen_before);
}

TEST_CASE("tokens of an earlier text leave nothing behind") {
  Tokenizer tokenizer;
  std::vector<ScannedToken> tokens;
  tokenizer.tokenize("ohjaus- ja neuvontapalvelut, HEL 2017-005881, -valtuusto", tokens);
  tokenizer.tokenize("haku 17 § päättyi", tokens);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].token.text == "haku");
  CHECK(tokens[1].token.text == "§17");
  CHECK(tokens[1].token.kind == TokenKind::section);
  CHECK(tokens[2].token.text == "päättyi");
  CHECK(tokens[2].token.position == 3);
  for (const ScannedToken& token : tokens) CHECK_FALSE((token.hyphen_after || token.hyphen_before));
  tokenizer.tokenize("_ '", tokens);
  CHECK(tokens.empty());
  tokenizer.tokenize("", tokens);
  CHECK(tokens.empty());
}
