// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/decision_money.h"

#include <catch2/catch.hpp>

using namespace pykala::schema;

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

TEST_CASE("what was asked for in vain is no grant") {
  Decision d;
  d.title = "Avustuksen myöntäminen yhdistykselle";
  d.funders = {{"STEA", FunderRelation::funds, ""}};
  d.parts = {
      {"Päätös", PartRole::decision, "Johtaja päätti myöntää avustusta 1 euron."},
      {"Perustelut", PartRole::reasons, "Toiminta jatkuu. Yhdistys on hakenut 2,50 euron avustusta. Se riittää."}};
  const Amount granted{100, "EUR", AmountRole::grant, {}, "1 euron"};
  const Amount asked{250, "EUR", AmountRole::grant, {}, "2,50 euron"};
  d.amounts = {granted, asked};
  CHECK(main_amount_cents(d) == 100);
  CHECK((funder_amounts(d) == std::vector<FunderAmount>{{"STEA", 100}}));
  d.amounts = {asked};  // no other grant: that is what it is about
  CHECK(main_amount_cents(d) == 250);
  d.amounts = {granted, asked};
  d.parts[1].text = "Yhdistys oli hakenut 2,50 euron avustuksen, joka sille myönnettiin.";
  CHECK(main_amount_cents(d) == 250);
  d.parts.clear();  // nothing to tell by
  CHECK(main_amount_cents(d) == 250);
  d.title = "Avustushakemuksen hylkääminen";
  CHECK_FALSE(main_amount_cents(d));
  CHECK(funder_amounts(d).empty());
}
