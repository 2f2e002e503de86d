// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_parser.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/limits.h"

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
      {"rahoitus*", R"((prefix "rahoitus"))"},
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
  };
  for (const auto& [input, expected] : rows) {
    INFO(input);
    CHECK(to_string(parse_query(input)) == expected);
  }
}

TEST_CASE("what cannot mean anything is told with its place") {
  const Row rows[] = {
      {"foo:bar", "unknown_field: no field is called \"foo\""},
      {"rahoittaja:", "bad_query: \"rahoittaja:\" has no value"},
      {"a AND", "bad_query: at character 3: AND needs something on both sides"},
      {"OR a", "bad_query: at character 1: OR needs something on both sides"},
      {"äö NOT", "bad_query: at character 4: nothing stands after the minus or NOT"},
      {"*haku", "bad_query: \"*haku\": * stands only at the end of a word"},
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
