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

TEST_CASE("the main sum of a decision") {
  Decision d;
  CHECK_FALSE(main_amount_cents(d));
  d.amounts = {{100, "EUR", AmountRole::other, {}, {}}, {900, "FIM", AmountRole::total, {}, {}}};
  CHECK(main_amount_cents(d) == 100);
  d.amounts.push_back({50, "EUR", AmountRole::grant, {}, {}});
  d.amounts.push_back({70, "EUR", AmountRole::own_share, {}, {}});
  CHECK(main_amount_cents(d) == 50);
}

TEST_CASE("money of a funder is what it grants") {
  constexpr auto grant = AmountRole::grant;
  const Funder stea{"STEA", FunderRelation::funds, ""}, amif{"AMIF", FunderRelation::funds, ""};
  const Funder thl{"THL", FunderRelation::mentioned, ""};
  const auto amount = [](std::int64_t cents, AmountRole role, std::optional<std::string> funder = {}) {
    return Amount{cents, "EUR", role, std::move(funder), ""};
  };
  struct Row {
    const char* what;
    std::vector<Funder> funders;
    std::vector<Amount> amounts;
    std::vector<FunderAmount> expected;
  };
  const Row rows[] = {
      {"nothing", {stea}, {}, {}},
      {"not the whole cost or the own share",
       {stea},
       {amount(900, AmountRole::total), amount(500, grant, "STEA"), amount(400, AmountRole::own_share)},
       {{"STEA", 500}}},
      {"own share alone", {stea}, {amount(125, AmountRole::own_share)}, {}},
      {"cost alone", {stea}, {amount(900, AmountRole::total), amount(5, AmountRole::other)}, {}},
      {"a grant of nobody is the only funder's", {stea, stea, thl}, {amount(500, grant)}, {{"STEA", 500}}},
      {"of two funders it is nobody's", {stea, amif}, {amount(500, grant), amount(300, grant)}, {{"", 500}}},
      {"of no funder too", {thl}, {amount(500, grant)}, {{"", 500}}},
      {"each its own", {stea, amif}, {amount(5, grant, "AMIF"), amount(7, grant, "STEA")}, {{"STEA", 7}, {"AMIF", 5}}},
      {"the largest, once",
       {stea},
       {amount(3, grant, "STEA"), amount(8, grant, "STEA"), amount(9, grant)},
       {{"STEA", 8}}},
      {"one that is only named grants for nobody else", {stea, thl}, {amount(740, grant, "THL")}, {}},
      {"markka is no euro", {stea}, {{500, "FIM", grant, "STEA", ""}}, {}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Decision d;
    d.funders = row.funders;
    d.amounts = row.amounts;
    CHECK((funder_amounts(d) == row.expected));
  }
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
