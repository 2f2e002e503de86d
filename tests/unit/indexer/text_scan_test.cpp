// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_scan.h"

#include <catch2/catch.hpp>

using namespace pykala::indexer;

TEST_CASE("scanning") {
  CHECK(trim(" \xC2\xA0 a b \xE2\x80\xAF\n") == "a b");
  CHECK(collapse_spaces("  a \xC2\xA0\t b\nc ") == "a b c");
  CHECK(split_words(" a  b\n").size() == 2);
  CHECK(last_word("yksi kaksi ") == "kaksi");
  CHECK(starts_lower("äiti"));
  CHECK(starts_upper("Äiti"));
  CHECK_FALSE(starts_lower("§"));
  CHECK(ends_with_letter("tyä"));
  CHECK_FALSE(ends_with_letter("17"));
  std::size_t at = 0;
  CHECK(scan_date("17.5.2017, § 3", at) == "2017-05-17");
  CHECK(at == 9);
  at = 0;
  CHECK_FALSE(scan_date("17.5.20178", at));
  at = 1;
  CHECK_FALSE(scan_date("117.5.2017", at));
  at = 0;
  CHECK_FALSE(scan_number("12345", at, 4));
  CHECK(code_point_at("", 0).length == 0);
}
