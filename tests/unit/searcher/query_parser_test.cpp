// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/limits.h"
#include "searcher/query_problem.h"

using namespace pykala;
using searcher::parse_query;
using searcher::to_string;

namespace {

struct Row {
  const char* input;
  const char* expected;
};

std::string error_of(const std::string& text) {
  try {
    (void)parse_query(text);
  } catch (const schema::Error& error) {
    return std::string(schema::code_name(error.code)) + ": " + error.what();
  }
  return "none";
}

std::string repeat(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what is typed becomes a tree") {
  const Row rows[] = {
      {"", "(everything)"},
      {"   ", "(everything)"},
      {"avustus", R"((words "avustus"))"},
      {"vapaaehtoistyön koordinointi", R"((words "vapaaehtoistyön koordinointi"))"},
      {"HEL 2017-005881", R"((words "HEL 2017-005881"))"},
      {"\"keskitetty määräraha\"", R"((phrase "keskitetty määräraha"))"},
      {"”keskitetty määräraha”", R"((phrase "keskitetty määräraha"))"},
      {"a \"b c\" d", R"((sequence (words "a") (phrase "b c") (words "d")))"},
      {"avustus -asunto", R"((not (words "avustus") (words "asunto")))"},
      {"-asunto", R"((not (words "asunto")))"},
      {"-\"uusi asunto\"", R"((not (phrase "uusi asunto")))"},
      {"-(a OR b)", R"((not (or (words "a") (words "b"))))"},
      {"a -b -c", R"((not (words "a") (or (words "b") (words "c"))))"},
      {"ohjaus- ja neuvonta", R"((words "ohjaus- ja neuvonta"))"},
      {"a – b - c", R"((words "a – b - c"))"},
      {"a AND b", R"((and (words "a") (words "b")))"},
      {"a JA b TAI c EI d", R"((or (and (words "a") (words "b")) (not (words "c") (words "d"))))"},
      {"kissa ja koira", R"((words "kissa ja koira"))"},
      {"(a OR b) AND c", R"((and (or (words "a") (words "b")) (words "c")))"},
      {"rahasto (ESR+) haku", R"((sequence (words "rahasto") (words "ESR+") (words "haku")))"},
      {"a) ensin b) sitten", R"((words "a ensin b sitten"))"},
      {"=haku", R"((exact "haku"))"},
      {"rahoitus*", R"((pattern "rahoitus*"))"},
      {"*rahoitus", R"((pattern "*rahoitus"))"},
      {"ra*us -*haku*", R"((not (pattern "ra*us") (pattern "*haku*")))"},
      {"a OCH b ELLER c INTE d", R"((or (and (words "a") (words "b")) (not (words "c") (words "d"))))"},
      {"tila --asunto -- oma", R"((not (sequence (words "tila") (words "-- oma")) (words "asunto")))"},
      {"rahoittaja: STEA", R"((field funder "STEA"))"},
      {"järjestö: \"Lähitupa ry\" haku", R"((sequence (field organisation "Lähitupa ry") (words "haku")))"},
      {"summa:> 100 000 € avustus", R"((sequence (field amount ">100000€") (words "avustus")))"},
      {"summa:1,2 milj. 2017", R"((sequence (field amount "1,2milj.") (words "2017")))"},
      {"vuosi:unknown", R"((field year "unknown"))"},
      {"a\u0308iti \"a\u0308iti\"", R"((sequence (words "äiti") (phrase "äiti")))"},
      {"rahoittaja:STEA", R"((field funder "STEA"))"},
      {"Rahoittaja:STEA avustus", R"((sequence (field funder "STEA") (words "avustus")))"},
      {"päättäjä:\"Sosiaali- ja terveyslautakunta\"", R"((field decision_maker "Sosiaali- ja terveyslautakunta"))"},
      {"vuosi:2017..2020", R"((field year "2017..2020"))"},
      {"STEA:lta EU:n eu:n stea:lta", R"((words "STEA:lta EU:n eu:n stea:lta"))"},
      {"klo 12:30 Huom:tämä https://example.org/a", R"((words "klo 12:30 Huom:tämä https://example.org/a"))"},
      {"\"avoin lainaus", R"((phrase "avoin lainaus"))"},
      {"\"\" a", R"((words "a"))"},
      {"()", "(everything)"},
      {"?!.,;", R"((words "?!.,;"))"},
      {"* **", R"((words "* **"))"},
      {"c++ & R&D, 50 % / 100 € [liite] {a} 'x' 24/7", R"((words "c++ & R&D, 50 % / 100 € [liite] {a} 'x' 24/7"))"},
  };
  for (const auto& [input, expected] : rows) {
    INFO(input);
    CHECK(to_string(parse_query(input)) == expected);
  }
}

TEST_CASE("what cannot mean anything is told with its place") {
  const Row rows[] = {
      {"foo:bar", "unknown_field: at character 1: no field is called \"foo\""},
      {"ä rahoitaja:STEA", "unknown_field: at character 3: no field is called \"rahoitaja\"; did you mean rahoittaja:"},
      {"rahoittaja:", "bad_query: at character 1: \"rahoittaja:\" has no value"},
      {"a vuosi: TAI b", "bad_query: at character 3: \"vuosi:\" has no value"},
      {"a AND", "bad_query: at character 3: AND needs something on both sides"},
      {"OR a", "bad_query: at character 1: OR needs something on both sides"},
      {"äö NOT", "bad_query: at character 4: nothing stands after the minus or NOT"},
      {"a\xff", "bad_query: the query is not valid UTF-8"},
  };
  for (const auto& [input, expected] : rows) {
    INFO(input);
    CHECK(error_of(input) == expected);
  }
}

TEST_CASE("limits hold at their edge and not past it") {
  CHECK(error_of(repeat("a ", schema::max_query_words)) == "none");
  CHECK(error_of(repeat("a ", schema::max_query_words + 1)).find("at most 64 words") != std::string::npos);
  CHECK(error_of("\"" + repeat("a ", schema::max_phrase_words - 1) + "a\"") == "none");
  CHECK(error_of("\"" + repeat("a ", schema::max_phrase_words) + "a\"").find("phrase") != std::string::npos);
  const auto deep = [](std::size_t depth) { return repeat("(a OR ", depth) + "b" + repeat(")", depth); };
  CHECK(error_of(deep(schema::max_query_depth)) == "none");
  CHECK(error_of(deep(schema::max_query_depth + 1)).find("deep") != std::string::npos);
  CHECK(error_of(std::string(schema::max_query_bytes, 'a')) == "none");
  CHECK(error_of(std::string(schema::max_query_bytes + 1, 'a')).find("longer") != std::string::npos);
}

TEST_CASE("the place of a mistake counts code points, and the message is in the language asked for") {
  for (const auto& [lang, begin] : {std::pair{searcher::UiLanguage::fi, "merkki "},
                                    {searcher::UiLanguage::sv, "tecken "},
                                    {searcher::UiLanguage::en, "at character "}}) {
    try {
      (void)parse_query("ä vuosi:2017 rahoittaja:", lang);
      FAIL();
    } catch (const searcher::QueryError& error) {
      CHECK(error.position == 13);
      CHECK(error.pointer == "/query");
      CHECK(std::string(error.what()).starts_with(std::string(begin) + "14: "));
      CHECK_FALSE(error.hint.empty());
    }
  }
}

TEST_CASE("words with a star have a limit") {
  CHECK(error_of(repeat("ab* ", searcher::max_query_patterns)) == "none");
  CHECK(error_of(repeat("ab* ", searcher::max_query_patterns + 1)).find("at most 8 words may have a *") !=
        std::string::npos);
}
