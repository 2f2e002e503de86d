// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_table.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/random_archive.h"
#include "tests/support/seed.h"

using pykala::indexer::TermTable;
using namespace pykala;

TEST_CASE("terms asked for together have the numbers they have one by one") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  TermTable together, one_by_one;
  for (int round = 0; round < 200; ++round) {
    if (round % 50 == 49) {
      together.clear();
      one_by_one.clear();
    }
    std::vector<std::string> texts(test::pick(random, 200));
    for (std::string& text : texts)
      text = std::string(test::pick(random, 9), "x\xC3\0"[test::pick(random, 2)]) + std::to_string(random() % 5000);
    const std::vector<std::string_view> terms(texts.begin(), texts.end());
    std::vector<std::uint32_t> numbers(terms.size()), expected;
    for (const std::string_view term : terms) expected.push_back(one_by_one.number(term));
    together.numbers(terms, numbers);
    REQUIRE(numbers == expected);
    CHECK(together.size() == one_by_one.size());
    std::vector<std::string> sorted;
    for (const std::uint32_t number : together.in_order()) sorted.emplace_back(together.term(number));
    CHECK(sorted.size() == together.size());
    CHECK(std::is_sorted(sorted.begin(), sorted.end()));
    for (std::size_t n = 0; n < terms.size(); ++n) CHECK(together.term(numbers[n]) == terms[n]);
  }
}
