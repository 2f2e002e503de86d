// SPDX-License-Identifier: GPL-2.0-or-later
// The cache of terms: bounded, and words that are asked for stay.
#include "stemmers/term_cache.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "stemmers/direct_cache.h"

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
