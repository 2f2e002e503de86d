// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/edit_distance.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

using namespace pykala::searcher;

TEST_CASE("slips cost what they weigh") {
  struct Row {
    const char* typed;
    const char* word;
    int cost;
  };
  for (const Row& row : {Row{"päätös", "päätös", 0},
                         {"paatos", "päätös", 3 * dots_cost},
                         {"kumpanuus", "kumppanuus", doubling_cost},
                         {"vapaehtoistyö", "vapaaehtoistyö", doubling_cost},
                         {"avvustus", "avustus", doubling_cost},
                         {"avutus", "avustus", slip_cost},
                         {"avsutus", "avustus", slip_cost},
                         {"avistus", "avustus", slip_cost},
                         {"tyo", "työ", dots_cost},
                         {"šakki", "sakki", dots_cost},
                         {"", "", 0},
                         {"", "ab", 2 * slip_cost},
                         {"ab", "", 2 * slip_cost}}) {
    CAPTURE(row.typed, row.word);
    CHECK(edit_distance(code_points(row.typed), code_points(row.word), 100) == row.cost);
    CHECK(edit_distance(code_points(row.typed), code_points(row.word), row.cost) == row.cost);
    if (row.cost > 0) {
      CHECK(edit_distance(code_points(row.typed), code_points(row.word), row.cost - 1) == row.cost);
    }
  }
}

TEST_CASE("a distance is the same both ways, zero for equal words alone, and no more than all letters cost") {
  const bool held = rc::check([] {
    const auto word = rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(U"abäöo")));
    const std::u32string a = *word;
    const std::u32string b = *word;
    const int cost = edit_distance(a, b, 10000);
    RC_ASSERT(cost == edit_distance(b, a, 10000));
    RC_ASSERT((cost == 0) == (a == b));
    RC_ASSERT(cost <= static_cast<int>(a.size() + b.size()) * slip_cost);
    for (const int limit : {0, 5, 12, 20, 27}) RC_ASSERT(edit_distance(a, b, limit) == std::min(cost, limit + 1));
  });
  CHECK(held);
}

TEST_CASE("words longer than most are compared all the same") {
  const std::u32string longest(300, U'a');
  CHECK(edit_distance(longest, longest + U"b", 20) == slip_cost);
  CHECK(edit_distance(longest, longest.substr(2), 20) == 2 * doubling_cost);
}

TEST_CASE("no word within the limit is passed over, and far ones are") {
  const auto utf8 = [](std::u32string_view word) {
    std::string out;
    for (const char32_t letter : word) {
      if (letter >= 0x80) out += static_cast<char>(0xC0 | letter >> 6U);
      out += static_cast<char>(letter < 0x80 ? letter : 0x80 | (letter & 0x3FU));
    }
    return out;
  };
  const bool held = rc::check([&] {
    const auto word = rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(U"abäöocåq-1")));
    const std::u32string a = *word;
    const std::u32string b = *word;
    const int limit = *rc::gen::inRange(0, 60);
    if (edit_distance(a, b, limit) <= limit) RC_ASSERT(NearWords(a, limit).may_have(utf8(b)));
  });
  CHECK(held);
  const NearWords near(U"vapaehtoistyö", slip_cost);
  CHECK(near.may_have("vapaaehtoistyö"));
  CHECK_FALSE(near.may_have("vapaa-aikatyö"));
  CHECK_FALSE(near.may_have("avustus"));
  CHECK(NearWords(std::u32string(64, U'a'), 0).may_have(std::string(64, 'a')));
  CHECK_FALSE(NearWords(std::u32string(64, U'a'), 0).may_have(std::string(63, 'a')));
  CHECK(NearWords(std::u32string(65, U'a'), 0).may_have("b"));
}
