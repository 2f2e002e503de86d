// SPDX-License-Identifier: GPL-2.0-or-later
// One Finnish word: dictionary form, parts, nominative; Swedish and English stems; stop words; language.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "stemmers/finnish_word.h"
#include "stemmers/language.h"
#include "stemmers/lexicon.h"
#include "stemmers/snowball_stemmer.h"
#include "stemmers/stopwords.h"

using namespace pykala::stemmers;

namespace {

struct Row {
  const char* word;
  const char* expected;
};

std::string parts_of(const FinnishWord& word) {
  std::string out;
  for (const std::string& part : word.parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

}  // namespace

TEST_CASE("lemmas with the dictionary") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const std::vector<Row> rows{
      {"erityisavustuksen", "erityisavustus"},
      {"neuvontapalveluiden", "neuvontapalvelu"},
      {"helsingin", "helsinki"},
      {"eu:n", "eu"},
      {"stea:lta", "stea"},
      {"stea", "stea"},
      {"raaka-aineista", "raaka-aine"},
      {"maksanut", "maksaa"},
      {"kerättyään", "kerätä"},
      {"vaihtelevat", "vaihdella"},
      {"epäonnistunut", "epäonnistua"},
      {"milloin", "milloin"},
      {"eli", "eli"},
      {"ovat", "olla"},
      {"kertoa", "kertoa"},
      {"koirakin", "koira"},
      {"ideologian", "ideologia"},
      {"uusia", "uusi"},
      {"sosiaali", "sosiaali"},
      {"esr-hankkeen", "esr-hanke"},
      {"esr+-hankkeen", "esr+-hanke"},
      {"yhteismaa-hankkeita", "yhteismaa-hanke"},
      {"agricolatutkimuksen", "agricolatutkimus"},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(analyze_finnish_word(row.word, true).lemma == row.expected);
  }
}

TEST_CASE("parts of compounds are lemmas") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const std::vector<Row> rows{
      {"rahoitushaun", "rahoitus haku"},
      {"kaupunginhallitukselle", "kaupunki hallitus"},
      {"sosiaalilautakunnan", "sosiaali lautakunta"},
      {"toimialajohtaja", "toimi ala johtaja toimiala"},
      {"esr-hankkeen", "esr hanke"},
      {"avustus", ""},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(parts_of(analyze_finnish_word(row.word, true)) == row.expected);
  }
}

TEST_CASE("without the dictionary the same word has one stem") {
  const std::vector<Row> rows{
      {"stea:lta", "stea"},      {"h&m:n", "h&m"}, {"esr+:n", "esr+"}, {"eu-hankkeen", "eu-hankkeessa"},
      {"avustuksen", "avustus"},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(analyze_finnish_word(row.word, false).lemma == analyze_finnish_word(row.expected, false).lemma);
  }
}

TEST_CASE("nominatives") {
  if (!has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  const std::vector<Row> rows{
      {"diakonissalaitoksen", "diakonissalaitos"},
      {"Diakonissalaitoksen", "Diakonissalaitos"},
      {"Helsingin", "Helsinki"},
      {"Suomen", "Suomi"},
      {"STEA:lta", "STEA"},
      {"Uusix-verstaiden", "Uusix-verstas"},
      {"Helsinkimission", "Helsinkimissio"},
      {"Uudenmaan", "Uusimaa"},
      {"yhdistykselle", "yhdistys"},
      {"säätiön", "säätiö"},
      {"Ämpärikeskuksen", "Ämpärikeskus"},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(nominative_of(row.word) == std::string(row.expected));
  }
  CHECK(nominative_of("") == std::nullopt);
  CHECK(nominative_of("\xFF") == std::nullopt);
  CHECK(nominative_of("qwzx") == std::nullopt);
  CHECK(nominative_of("päättää") == std::nullopt);
}

TEST_CASE("Swedish and English stems") {
  CHECK(SnowballStemmer("swedish").stem("avdelningarna") == "avdelning");
  CHECK(SnowballStemmer("english").stem("decisions") == "decis");
  CHECK_THROWS_AS(SnowballStemmer("klingon"), std::invalid_argument);
}

TEST_CASE("stop words") {
  CHECK(is_stop_word("ja", Language::finnish));
  CHECK(is_stop_word("ja", Language::unknown));
  CHECK(is_stop_word("och", Language::swedish));
  CHECK(is_stop_word("the", Language::english));
  CHECK_FALSE(is_stop_word("päätös", Language::finnish));
  CHECK_FALSE(is_stop_word("och", Language::finnish));
  CHECK_FALSE(is_stop_word("", Language::finnish));
}

TEST_CASE("language of a text") {
  struct LanguageRow {
    const char* text;
    Language language;
  };
  const std::vector<LanguageRow> rows{
      {"Kansliapäällikkö päätti hakea avustusta ja hyväksyä ehdot", Language::finnish},
      {"Avustuksen myöntäminen järjestölle", Language::finnish},
      {"Päätös", Language::unknown},
      {"Stadsstyrelsen beslutade att bevilja understöd för föreningen", Language::swedish},
      {"Beviljande av understöd", Language::swedish},
      {"The committee decided to grant the application", Language::english},
      {"", Language::unknown},
      {"123 456", Language::unknown},
      {"STEA", Language::unknown},
      {"\xFF\xFE\xFD", Language::unknown},
  };
  for (const LanguageRow& row : rows) {
    INFO(row.text);
    CHECK(guess_language(row.text) == row.language);
  }
}
