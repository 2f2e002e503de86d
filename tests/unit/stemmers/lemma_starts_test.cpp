// SPDX-License-Identifier: GPL-2.0-or-later
// A word that the filter turns away has none of the lemmas: against the vocabulary tables and the analyser itself.
#include "stemmers/lemma_starts.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "stemmers/analyzer.h"

using namespace pykala::stemmers;

TEST_CASE("words that can have a lemma and words that cannot") {
  struct Row {
    const char* lemma;
    const char* word;
    bool may;
  };
  const Row rows[] = {
      {"haku", "rahoitushaun", true},
      {"avustus", "avustuksella", true},
      {"avustus", "vapaaehtoistyön", false},
      {"rahoitus", "avustuksella", false},
      {"rahoitus", "rakennuksen", false},
      {"suunnata", "suuntasi", true},
      {"kuunnella", "kuuntelen", true},
      {"työskennellä", "työskentelevät", true},
      {"pelätä", "pelkäsi", true},
      {"työ", "töitä", true},
      {"työ", "etätöissä", true},
      {"yksi", "yhden", true},
      {"juoda", "joi", true},
      {"ikä", "iän", true},
      {"aika", "ajan", true},
      {"viedä", "vei", true},
      {"mies", "miehen", true},
      {"ruoka", "ruualla", true},
      {"ruoka", "ruoan", true},
      {"yö", "öitä", true},
      {"ydin", "ytimessä", true},
      {"edetä", "etenemisestä", true},
      {"evätä", "epäsi", true},
      {"tavata", "tapasi", true},
      {"asia", "palvelua", false},
      {"joka", "jonka", true},
      {"joka", "ohjaus", false},
      {"äänestys", "kunnallisäänestyksessä", true},
      {"äänestys", "oppilas", false},
      {"stea", "stea:lta", true},
      {"2", "2", true},
      {"avustus", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.lemma << " " << row.word);
    LemmaStarts starts;
    starts.add(row.lemma);
    CHECK(starts.may_stand_in(row.word) == row.may);
  }
  CHECK_FALSE(LemmaStarts().may_stand_in("avustus"));
}

TEST_CASE("no word of the vocabulary tables is turned away from its own lemmas") {
  const Analyzer analyzer;
  for (const char* name : {"finnish.tsv", "compounds.tsv", "readings.tsv"}) {
    std::ifstream table(std::string(PYKALA_SOURCE_DIR "/tests/vocab/") + name);
    REQUIRE(table);
    for (std::string line; std::getline(table, line);) {
      std::string word = line.substr(0, line.find('\t'));
      if (word.starts_with("!")) word.erase(0, 1);
      if (word.empty() || word[0] == '#') continue;
      const std::vector<Term> terms = analyzer.terms_of_word(word, Language::finnish);
      for (const Term& term : terms) {
        if (!has_meaning(term.kind)) continue;
        LemmaStarts starts;
        starts.add(term.text);
        INFO(word << " " << term.text);
        CHECK(starts.may_stand_in(terms.back().text));
      }
    }
  }
}

TEST_CASE("with wanted lemmas the tokens are the same and the wanted keep their terms") {
  const Analyzer analyzer;
  LemmaStarts starts;
  starts.add("rahoitushaku");
  std::vector<AnalyzedToken> all, some;
  const char* text = "Rahoitushaun 17 § ja avustukset";
  analyzer.analyze(text, Language::finnish, all);
  analyzer.analyze(text, Language::finnish, some, &starts);
  REQUIRE(all.size() == some.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].token.text == some[i].token.text);
  CHECK(some[0].terms.front().text == "rahoitushaku");
  CHECK(some[1].terms.front().text == "§17");
  CHECK(some.back().terms.empty());
}
