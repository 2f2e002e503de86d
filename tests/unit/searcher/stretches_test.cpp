// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/stretches.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/random_archive.h"
#include "tests/support/seed.h"

using namespace pykala;
using namespace pykala::searcher;
using stemmers::AnalyzedToken;
using stemmers::Language;

namespace {

using Found = std::vector<std::string>;  // "12-19 avustus": bytes and what was found

struct Wanted {
  std::set<std::string> lemmas, words;
  [[nodiscard]] stemmers::LemmaStarts starts() const {
    stemmers::LemmaStarts out;
    for (const std::string& lemma : lemmas) out.add(lemma);
    for (const std::string& word : words) out.add_word(word);
    return out;
  }
  void note(const AnalyzedToken& token, Found& out) const {
    const std::string place = std::to_string(token.token.begin) + "-" + std::to_string(token.token.end) + " ";
    const auto found = [&](const std::string& text) { out.push_back(place + text); };
    if (words.contains(token.token.text)) found(token.token.text);
    for (const stemmers::Term& term : token.terms) {
      if (has_meaning(term.kind) && lemmas.contains(term.text)) found(term.text);
    }
  }
};

const stemmers::Analyzer& analyzer() {
  static const stemmers::Analyzer one;
  return one;
}

Found by_stretches(const std::string& text, Language language, const Wanted& wanted) {
  Found out;
  std::vector<AnalyzedToken> tokens;
  each_token(wanted.starts(), text, language, analyzer(), tokens,
             [&](const AnalyzedToken& token) { wanted.note(token, out); });
  return out;
}

Found by_all_tokens(const std::string& text, Language language, const Wanted& wanted) {
  const stemmers::LemmaStarts starts = wanted.starts();
  std::vector<AnalyzedToken> tokens;
  analyzer().analyze(text, language, tokens, &starts);
  Found out;
  for (const AnalyzedToken& token : tokens) wanted.note(token, out);
  return out;
}

/// What is hard to cut: tokens of several words, suspended hyphens, signs, letters written in two ways.
std::string hard_text(test::Random& random) {
  static const std::vector<std::string> pieces{"avustus",
                                               "Rahoitushaun",
                                               "ohjaus-",
                                               "ja",
                                               "neuvontapalvelut",
                                               "kaupunginhallitus",
                                               "-valtuusto",
                                               "etu-,",
                                               "lähi-,",
                                               "väli-",
                                               "takaosa",
                                               "HEL",
                                               "2017-005881",
                                               "17",
                                               "§",
                                               "STEA:lta",
                                               "ESR+",
                                               "ÄÄNESTYS",
                                               "a\u0308a\u0308nestys",
                                               "avus\u00ADtus",
                                               "”Ilo”",
                                               "–",
                                               "sosiaali\u2010",
                                               "terveystoimiala",
                                               "(haku)",
                                               "ja/tai",
                                               "nuoriso-/liikunta-",
                                               "liikuntapalvelut",
                                               "n:o",
                                               "12 000",
                                               "1.5.2020",
                                               "työ\u00A0ja",
                                               "työtä",
                                               "yön",
                                               "och",
                                               "omsorgs-",
                                               "vårdtjänster",
                                               "e-mail",
                                               "Yhteismaa-hanke",
                                               "\xC3",
                                               "\xFF\xFE",
                                               "İstanbul",
                                               "STRASSE",
                                               "ﬁnanssi",
                                               "haku,haku",
                                               "-",
                                               "--",
                                               "ohjaus-\n",
                                               "K E R H O",
                                               "№",
                                               "–valtuusto",
                                               "väli–",
                                               "\u2212takaosa",
                                               "ohjaus\u2014\u00BB",
                                               "ohjaus-\u00A0ja",
                                               "/",
                                               "àlku-"};
  static const std::vector<std::string> gaps{" ", " ", " ", "\n", "\n\n", ", ", ". ", "", "\t", "; ", " \u2013 "};
  std::string text;
  for (std::size_t n = test::pick(random, 40); n > 0; --n) {
    text += test::one_of(random, pieces) + test::one_of(random, gaps);
  }
  return text;
}

/// Some of the lemmas and words that the text has.
Wanted some_of(const std::string& text, Language language, test::Random& random) {
  std::vector<AnalyzedToken> tokens;
  analyzer().analyze(text, language, tokens);
  Wanted wanted;
  for (std::size_t n = test::pick(random, 3); n > 0 && !tokens.empty(); --n) {
    const AnalyzedToken& token = test::one_of(random, tokens);
    const stemmers::Term& term = token.terms[test::pick(random, token.terms.size() - 1)];
    if (term.text.find_first_of("0123456789") != std::string::npos && test::pick(random, 3) > 0) continue;
    (has_meaning(term.kind) ? wanted.lemmas : wanted.words).insert(term.text);
  }
  return wanted;
}

}  // namespace

TEST_CASE("the stretches of a text give what all of its tokens give") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  std::size_t found = 0;
  for (int n = 0; n < 10000; ++n) {
    const std::string text = hard_text(random);
    const auto language = test::one_of(random, std::vector<Language>{Language::finnish, Language::swedish});
    const Wanted wanted = some_of(text, language, random);
    CAPTURE(n, text, wanted.lemmas, wanted.words);
    const Found expected = by_all_tokens(text, language, wanted);
    REQUIRE(by_stretches(text, language, wanted) == expected);
    found += expected.size();
  }
  CHECK(found > 10000);
}

TEST_CASE("a dash is a suspended hyphen too, and a list may have signs between its words") {
  const auto hidden = [](const std::string& text, const std::string& lemma) {
    const Wanted wanted{{lemma}, {}};
    const Found expected = by_all_tokens(text, Language::finnish, wanted);
    REQUIRE_FALSE(expected.empty());
    CHECK(by_stretches(text, Language::finnish, wanted) == expected);
  };
  for (const std::string dash : {"-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212"}) {
    CAPTURE(dash);
    hidden("Takaosa - - och " + dash + "rahoitushaun päätös", "takarahoitushaku");
    hidden("ohjaus" + dash + " - - ja - - neuvontapalvelut", "ohjauspalvelu");
    hidden("ohjaus" + dash + "\u201D ja neuvontapalvelut", "ohjauspalvelu");
    hidden("ohjaus" + dash + "\u00A0ja neuvontapalvelut", "ohjauspalvelu");
  }
}

TEST_CASE("a list that reaches back over several stretches makes one of them") {
  const std::string text = "neuvontapalvelut liikuntapalvelut ja -takaosa";
  const Wanted wanted{{"ja", "palvelu", "liikuntatakaosa"}, {}};
  CHECK(stretches_with(wanted.starts(), text).size() == 1);
  CHECK(by_stretches(text, Language::finnish, wanted) == by_all_tokens(text, Language::finnish, wanted));
}

TEST_CASE("words that are not wanted are left out") {
  stemmers::LemmaStarts wanted;
  wanted.add("avustus");
  const std::string text = "Kaupunki myöntää järjestöille Avustusta. Muuta ei päätetty, mutta \"avustukset\" jatkuvat.";
  std::vector<std::string> words;
  for (const Stretch& stretch : stretches_with(wanted, text)) {
    words.push_back(text.substr(stretch.begin, stretch.end - stretch.begin));
  }
  CHECK(words == std::vector<std::string>{"Avustusta.", "\"avustukset\""});
  wanted.add("17");
  CHECK(stretches_with(wanted, text).size() == 1);
  CHECK(stretches_with(stemmers::LemmaStarts(), text).empty());
  CHECK(stretches_with(wanted, "").size() <= 1);
}
