// SPDX-License-Identifier: GPL-2.0-or-later
// The cache of terms: bounded, and words that are asked for stay.
#include "stemmers/term_cache.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pykala::stemmers;

TEST_CASE("a word that is asked for outlives a generation") {
  TermCache cache;
  cache.keep("usein", {{{"usein", TermKind::lemma}}, {}});
  cache.keep("kerran", {{{"kerta", TermKind::lemma}}, {}});
  for (std::size_t i = 0; i < 2 * TermCache::generation_words; ++i) {
    cache.keep(std::to_string(i), {});
    if (i % 1000 == 0) REQUIRE(cache.find("usein") != nullptr);
  }
  CHECK(cache.find("usein")->terms.front().text == "usein");
  CHECK(cache.find("kerran") == nullptr);
  CHECK(cache.find("") == nullptr);
}
