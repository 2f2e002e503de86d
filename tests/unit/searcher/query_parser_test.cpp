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
      {"HEL-2017-900123/21", R"((words "HEL-2017-900123 21 §"))"},
      {"avustus HEL 2017-900123/21", R"((words "avustus HEL 2017-900123 21 §"))"},
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

TEST_CASE("a dash before a noun that names end in belongs to the name") {
  const Row rows[] = {
      {"Naapuri kylään! -hanke", R"((words "Naapuri kylään! hanke"))"},
      {"Urban Innovative Actions -ohjelma", R"((words "Urban Innovative Actions ohjelma"))"},
      {"Urban Innovative Actions -ohjelman hakuun", R"((words "Urban Innovative Actions ohjelman hakuun"))"},
      {"\"Paja kotona\" -hankkeessa", R"((sequence (phrase "Paja kotona") (words "hankkeessa")))"},
      {"Horisontti Eurooppa -puiteohjelman", R"((words "Horisontti Eurooppa puiteohjelman"))"},
      {"Urban Innovative Actions (UIA) -ohjelma",
       R"((sequence (words "Urban Innovative Actions") (words "UIA") (words "ohjelma")))"},
      {"kaupunginhallitus ja -valtuusto", R"((words "kaupunginhallitus ja -valtuusto"))"},
      {"tila -kerrostalo", R"((not (words "tila") (words "kerrostalo")))"},
      {"avustus -asunto", R"((not (words "avustus") (words "asunto")))"},
      {"avustus -ohjelmointi", R"((not (words "avustus") (words "ohjelmointi")))"},
      {"-hanke", R"((not (words "hanke")))"},
      {"-hanke avustus", R"((not (words "avustus") (words "hanke")))"},
      {"rahoittaja:STEA -hanke", R"((not (field funder "STEA") (words "hanke")))"},
      {"avustus EI hanke", R"((not (words "avustus") (words "hanke")))"},
      {"avustus -\"uusi hanke\"", R"((not (words "avustus") (phrase "uusi hanke")))"},
  };
  for (const auto& [input, expected] : rows) {
    INFO(input);
    CHECK(to_string(parse_query(input)) == expected);
  }
}

TEST_CASE("the value of a field goes as far as nothing else can be meant") {
  const Row rows[] = {
      {"luokka:02 05 02", R"((field classification "02 05 02"))"},
      {"luokka:02 05 02, avustus", R"((sequence (field classification "02 05 02") (words "avustus")))"},
      {"luokka:02 avustus 17", R"((sequence (field classification "02") (words "avustus 17")))"},
      {"summa:100 000..200 000", R"((field amount "100000..200000"))"},
      {"summa:1 000 000..2 000 000 €", R"((field amount "1000000..2000000€"))"},
      {"summa: 100 000 - 200 000 avustus", R"((sequence (field amount "100000-200000") (words "avustus")))"},
      {"summa:>100 000, vuosi:2017.", R"((sequence (field amount ">100000") (field year "2017")))"},
      {"summa:5000 2017", R"((sequence (field amount "5000") (words "2017")))"},
      {"diaari:HEL 2017-900123", R"((field case_number "HEL 2017-900123"))"},
      {"diaari:hel 2017 900123 avustus", R"((sequence (field case_number "hel 2017 900123") (words "avustus")))"},
      {"diaari:HEL2017-900123", R"((field case_number "HEL2017-900123"))"},
      {"rahoittaja:STEA, vuosi:2017", R"((sequence (field funder "STEA") (field year "2017")))"},
      {"rahoittaja:STEA.", R"((field funder "STEA"))"},
      {"vuosi:2017..", R"((field year "2017.."))"},
      {"vuosi:2017 – 2020", R"((field year "2017–2020"))"},
      {"vuosi:2017 -asunto", R"((not (field year "2017") (words "asunto")))"},
      {"pykälä:17 §", R"((field section "17§"))"},
      {"pykälä:§ 17", R"((field section "§17"))"},
      {"viittaa:Khs 7.6.2021 § 455 avustus", R"((sequence (field cites "Khs 7.6.2021 § 455") (words "avustus")))"},
      {"viittaa:HEL 2021-900651", R"((field cites "HEL 2021-900651"))"},
      {"järjestö:Lähitupa ry avustus", R"((sequence (field organisation "Lähitupa ry") (words "avustus")))"},
      {"päättäjä:kulttuuri- ja vapaa-aikalautakunta haku",
       R"((sequence (field decision_maker "kulttuuri- ja vapaa-aikalautakunta") (words "haku")))"},
      {"paattaja:Khs jarjesto:ry", R"((sequence (field decision_maker "Khs") (field organisation "ry")))"},
      {"rahoittaja:(STEA TAI ESR)", R"((or (field funder "STEA") (field funder "ESR")))"},
      {"rahoittaja: (\"STEA\" OR (ESR JA TEM)) haku",
       R"((sequence (or (field funder "STEA") (and (field funder "ESR") (field funder "TEM"))) (words "haku")))"},
      {"vuosi:(2017 2019)", R"((or (field year "2017") (field year "2019")))"},
      {"rahoittaja:(STEA, AMIF)", R"((or (field funder "STEA") (field funder "AMIF")))"},
      {"järjestö:(Lähitupa ry TAI Kulmala sr)",
       R"((or (field organisation "Lähitupa ry") (field organisation "Kulmala sr")))"},
      {"=avustus*", R"((pattern "avustus*"))"},
      {"vuosi:2017,2019", R"((or (field year "2017") (field year "2019")))"},
      {"rahoittaja:STEA,AMIF, haku", R"((sequence (or (field funder "STEA") (field funder "AMIF")) (words "haku")))"},
      {"summa:1,5milj.", R"((field amount "1,5milj."))"},
      {"=*avustus", R"((pattern "*avustus"))"},
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
      {"a otsikko:=avustus",
       "bad_query: at character 3: the marks = - * do not work in the value of a field: "
       "\"otsikko:=avustus\""},
      {"otsikko:-avustus",
       "bad_query: at character 1: the marks = - * do not work in the value of a field: "
       "\"otsikko:-avustus\""},
      {"otsikko:hak*",
       "bad_query: at character 1: the marks = - * do not work in the value of a field: \"otsikko:hak*\""},
      {"a \"avustus hak*\"", "bad_query: at character 3: a star does not work in quotes: \"avustus hak*\""},
      {"-\"", "bad_query: at character 1: nothing stands after the minus or NOT"},
      {"rahoittaja:(STEA", "bad_query: at character 12: this parenthesis is not closed"},
      {"foo:(STEA)", "unknown_field: at character 1: no field is called \"foo\""},
      {"rahoittaja:()", "bad_query: at character 1: the group of values \"()\" cannot be read"},
      {"rahoittaja:(STEA OR)", "bad_query: at character 18: OR needs something on both sides"},
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
