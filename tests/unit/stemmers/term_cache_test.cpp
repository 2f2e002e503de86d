// SPDX-License-Identifier: GPL-2.0-or-later
// The cache of terms: bounded, and words that are asked for stay.
#include "stemmers/term_cache.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "stemmers/analyzer.h"
#include "stemmers/direct_cache.h"
#include "stemmers/shared_terms.h"
#include "stemmers/word_table.h"

using namespace pykala::stemmers;

TEST_CASE("a word that is asked for outlives a generation") {
  TermCache cache;
  const auto keep = [&](const char* word, const char* lemma) {
    std::vector<Term> terms{{lemma, TermKind::lemma}};
    cache.keep(word, {TermList(terms), {}});
  };
  keep("usein", "usein");
  keep("kerran", "kerta");
  for (std::size_t i = 0; i < 2 * TermCache::generation_words; ++i) {
    cache.keep(std::to_string(i), {});
    if (i % 1000 == 0) REQUIRE(cache.find("usein") != nullptr);
  }
  CHECK(cache.find("usein")->terms.front().text == "usein");
  CHECK(cache.find("kerran") == nullptr);
  CHECK(cache.find("") == nullptr);
}

TEST_CASE("a direct cache gives back what was kept last in a place") {
  DirectCache<int> cache(2);
  CHECK(cache.find("haku") == nullptr);
  CHECK(cache.keep("haku", [](int& value) { value = 1; }) == 1);
  REQUIRE(cache.find("haku") != nullptr);
  for (const char* word : {"avustus", "tuki", "laina", "raha"}) {
    cache.keep(word, [](int& value) { value = 2; });
    REQUIRE(cache.find(word) != nullptr);
    CHECK(*cache.find(word) == 2);
  }
  // Four words have gone through two places: "haku" has lost its own, or stands there as it was kept.
  const int* known = cache.find("haku");
  CHECK((known == nullptr || *known == 1));
}

TEST_CASE("a table of words tells words of the same hash apart") {
  constexpr std::size_t words = 1000;
  constexpr std::size_t hashes = 7;  // one for many words, over several growths of the table
  WordTable<std::size_t> table;
  CHECK(table.find("haku", 0) == nullptr);
  for (std::size_t i = 0; i < words; ++i) table.put(std::to_string(i), i % hashes, i);
  CHECK(table.size() == words);
  for (std::size_t i = 0; i < words; ++i) {
    const std::size_t* found = table.find(std::to_string(i), i % hashes);
    REQUIRE(found != nullptr);
    CHECK(*found == i);
  }
  CHECK(table.find("haku", 3) == nullptr);
  CHECK(table.put("5", 5, 50) == 50);
  CHECK(*table.find("5", 5) == 50);
  CHECK(table.size() == words);
  table.clear();
  CHECK(table.size() == 0);
  CHECK(table.find("5", 5) == nullptr);
  CHECK(table.put("5", 5, 6) == 6);
}

TEST_CASE("a word that comes back from the old generation has what was kept last") {
  GenerationCache<int> cache(2);
  cache.keep("haku", 1);
  cache.keep("tuki", 2);
  cache.keep("laina", 3);  // "haku" and "tuki" are old now
  REQUIRE(cache.find("haku") != nullptr);
  CHECK(*cache.find("haku") == 1);
  CHECK(cache.keep("haku", 4) == 4);
  CHECK(*cache.find("haku") == 4);
  cache.keep("raha", 5);
  CHECK(*cache.find("haku") == 4);
  CHECK(cache.find("tuki") == nullptr);
}

TEST_CASE("tokens keep their terms when the analyser is gone") {
  std::vector<AnalyzedToken> tokens, copies;
  {
    const Analyzer analyzer;
    analyzer.analyze("avustus, avustus ja haku", Language::finnish, tokens);
    copies = tokens;
    analyzer.analyze("laina", Language::finnish, tokens);
  }
  REQUIRE(copies.size() == 4);
  CHECK(copies[0].terms.begin() == copies[1].terms.begin());  // shared
  CHECK(copies[1].terms.front().text == "avustus");
  CHECK(copies[3].terms.back().text == "haku");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].terms.front().text == "laina");
  CHECK(TermList().empty());
}

TEST_CASE("shared terms give back what was kept, the first so many words") {
  SharedTerms known;
  std::vector<Term> terms;
  std::vector<std::uint16_t> boundaries;
  CHECK_FALSE(known.find("haun", 5, terms, boundaries));
  const std::vector<Term> kept{
      {"rahoitushaku", TermKind::lemma}, {"rahoitus", TermKind::part}, {"haku", TermKind::part}};
  const std::vector<std::uint16_t> kept_boundaries{8};
  known.keep("rahoitushaun", 5, kept, kept_boundaries);
  known.keep("haun", 5, std::vector<Term>{{"haku", TermKind::lemma}}, {});  // of the same hash
  known.keep("haun", 5, {}, {});                                            // known already
  REQUIRE(known.find("rahoitushaun", 5, terms, boundaries));
  REQUIRE(terms.size() == kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    CHECK(terms[i].text == kept[i].text);
    CHECK(terms[i].kind == kept[i].kind);
  }
  CHECK(boundaries == kept_boundaries);
  REQUIRE(known.find("haun", 5, terms, boundaries));
  CHECK(terms.size() == 1);
  CHECK(boundaries.empty());
  known.keep(std::string(300, 'x'), 6, kept, {});
  CHECK_FALSE(known.find(std::string(300, 'x'), 6, terms, boundaries));
  for (std::size_t i = 0; i < 2 * SharedTerms::shard_words; ++i) known.keep(std::to_string(i), i, {}, {});
  CHECK(known.find("0", 0, terms, boundaries));
  CHECK_FALSE(known.find(std::to_string(2 * SharedTerms::shard_words - 1), 2 * SharedTerms::shard_words - 1, terms,
                         boundaries));
  CHECK(known.find("rahoitushaun", 5, terms, boundaries));
}
