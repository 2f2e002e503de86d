// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/written_keys.h"

#include <catch2/catch.hpp>
#include <string>

using pykala::indexer::WrittenKeys;

TEST_CASE("a key that was written may always be there, one that was not seldom") {
  WrittenKeys keys;
  CHECK(keys.may_have("1"));  // nothing is known
  keys.begin();
  constexpr int count = 20'000;
  for (int n = 0; n < count; ++n) keys.add(std::to_string(n));
  int mistaken = 0;
  for (int n = 0; n < count; ++n) {
    CHECK(keys.may_have(std::to_string(n)));
    mistaken += keys.may_have("x" + std::to_string(n)) ? 1 : 0;
  }
  CHECK(mistaken < count / 100);
  keys.forget();
  CHECK(keys.may_have("x1"));
  keys.add("x1");
  CHECK(keys.may_have("x2"));
}
