// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/printable.h"

#include <catch2/catch.hpp>

using pykala::schema::printable;

TEST_CASE("what could drive a terminal becomes a space") {
  CHECK(printable("a\x1b[31mb\nc\u202Ed\u0085") == "a [31mb c d ");
  CHECK(printable("bad\xFF") == "bad\uFFFD");
  CHECK(printable("Päätös § 17 – ok") == "Päätös § 17 – ok");
}
