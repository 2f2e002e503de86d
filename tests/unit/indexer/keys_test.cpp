// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/keys.h"

#include <catch2/catch.hpp>

#include "indexer/iso_date.h"

using namespace pykala::schema;

TEST_CASE("case numbers have one form") {
  const std::pair<const char*, const char*> rows[] = {
      {"HEL 2017-005881", "HEL 2017-005881"},
      {"hel-2017-005881", "HEL 2017-005881"},
      {"HEL\u00A02017-005881 T 00 01 06", "HEL 2017-005881"},
      {" HEL  2017-005881 ", "HEL 2017-005881"},
      {"PRIDno-2022-145", "PRIDNO 2022-145"},
      {"TRE:1234/02.05.01/2020", "TRE:1234/02.05.01/2020"},
      {"HEL2017-005881", "HEL 2017-005881"},
      {"hel 2017 005881", "HEL 2017-005881"},
      {"HEL2017 005881", "HEL 2017-005881"},
      {"HEL 2017", "HEL 2017"},
      {"A12 3", "A12 3"},
      {"", ""},
  };
  for (const auto& [input, expected] : rows) {
    INFO(input);
    CHECK(case_number_key(input) == expected);
  }
}

TEST_CASE("terms stay within what Xapian takes") {
  const FieldRow& row = field(FieldId::organisation);
  CHECK(make_term(row, "Lähitupa ry") == "XO:Lähitupa ry");
  CHECK(make_term(row, "") == "XO:");
  CHECK(make_term(field(FieldId::year), "2017") == "Y2017");
  const std::string edge(max_key_bytes, 'a');
  CHECK(make_term(row, edge) == "XO:" + edge);
  const std::string one = make_term(row, edge + "b");
  const std::string other = make_term(row, edge + "c");
  CHECK(one.size() <= max_key_bytes + 3);
  CHECK(one != other);
  CHECK(make_term(row, std::string("a\0b", 3)) == "XO:ab");
}

TEST_CASE("dates are days that exist") {
  CHECK(is_iso_date("2016-02-29"));
  CHECK_FALSE(is_iso_date("2017-02-29"));
  CHECK_FALSE(is_iso_date("2017-2-9"));
  CHECK(from_finnish_date("7.5.2017") == "2017-05-07");
  CHECK(from_finnish_date("07.05.2017") == "2017-05-07");
  CHECK_FALSE(from_finnish_date("31.6.2020"));
  CHECK_FALSE(from_finnish_date("1.1.17"));
}
