// SPDX-License-Identifier: GPL-2.0-or-later
// WordBeginnings: all beginnings of a word, the shortest first.
#include "indexer/word_beginnings.h"

#include <catch2/catch.hpp>

namespace pykala::indexer {
namespace {

std::vector<std::size_t> found(const WordBeginnings& beginnings, std::string_view word) {
  std::vector<std::size_t> out;
  beginnings.for_each(word, [&](std::size_t index) { out.push_back(index); });
  return out;
}

TEST_CASE("WordBeginnings finds every beginning, the shortest first and equal ones in their order") {
  const WordBeginnings beginnings({"opetusha", "op", "ope", "op", "o", "", "suom", "äly"});
  CHECK(found(beginnings, "opetushallitus") == std::vector<std::size_t>{4, 1, 3, 2, 0});
  CHECK(found(beginnings, "op") == std::vector<std::size_t>{4, 1, 3});
  CHECK(found(beginnings, "o") == std::vector<std::size_t>{4});
  CHECK(found(beginnings, "suomen") == std::vector<std::size_t>{6});
  CHECK(found(beginnings, "suo").empty());
  CHECK(found(beginnings, "älykäs") == std::vector<std::size_t>{7});
  CHECK(found(beginnings, "haku").empty());
  CHECK(found(beginnings, "").empty());
  CHECK(found(WordBeginnings(), "haku").empty());
}

}  // namespace
}  // namespace pykala::indexer
