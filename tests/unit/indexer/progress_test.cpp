// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace pykala::indexer;

TEST_CASE("a line says how far, how fast and how long") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(12000) == "12 000");
  CHECK(grouped(1234567) == "1 234 567");
  CHECK(progress_line({12000, 450, "a/000.txt"}, 1000, 950, 5, false, 80) ==
        "12 000 decisions  950/s  45 %  1:50 left  a/000.txt");
  CHECK(progress_line({12000, 450, "x"}, 0, 950, 5, true, 80) == "12 000 decisions  950/s  x");
  CHECK(progress_line({1, 0, "x"}, 10, 0, 0, true, 80) == "[....................]  1 decisions  0/s  0 %  x");
  CHECK(progress_line({1, 20, "x"}, 10, 1, 1, true, 80)
            .find("[####################]  1 decisions  1/s  100 %  0:00 left") == 0);
  CHECK(progress_line({1, 0, "x"}, 36000, 1, 1, false, 80) == "1 decisions  1/s  0 %  10:00:00 left  x");
}

TEST_CASE("a line fits the terminal and cannot drive it") {
  for (std::size_t width = 0; width < 60; ++width) {
    CHECK(progress_line({12000, 450, std::string(200, 'x')}, 1000, 950, 5, true, width).size() <= width);
  }
  CHECK(progress_line({1, 1, "a\x1b[2J"}, 0, 1, 1, false, 80).find('\x1b') == std::string::npos);
}

TEST_CASE("nothing is written when no progress is wanted, and lines are rare") {
  for (const ProgressStyle style : {ProgressStyle::none, ProgressStyle::lines}) {
    std::ostringstream out;
    Progress progress(out, style, {});
    for (std::size_t i = 0; i < 1000; ++i) progress.show({i, i, "x"});
    CHECK(out.str().empty());
  }
}
