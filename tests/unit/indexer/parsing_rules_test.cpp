// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/parsing_rules.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"

using namespace pykala;
using namespace pykala::indexer;

TEST_CASE("look-ups of the built-in rules") {
  const ParsingRules& rules = ParsingRules::builtin();
  REQUIRE(rules.heading(" PÄÄTÖS : "));
  CHECK(rules.heading("Päätös")->role == schema::PartRole::decision);
  CHECK_FALSE(rules.heading("Päätös on tehty"));
  CHECK(rules.html_class("x SalassapidonPerustelut").meaning == ClassMeaning::secrecy);
  CHECK(rules.html_class("").meaning == ClassMeaning::none);
  CHECK(rules.is_furniture("Hyppää pääsisältöön", false));
  CHECK(rules.is_furniture("Helsingin kaupunki", true));
  CHECK_FALSE(rules.is_furniture("Helsingin kaupunki", false));
  CHECK(rules.secret_title("Sekretessbelagd (MyndOffL)") == "sv");
  CHECK_FALSE(rules.secret_title("Salassa pidettävän asian käsittely"));
  CHECK(rules.without_label("case_label", "Case number: HEL 1") == "HEL 1");
  CHECK(rules.indefinite("Strategidirektören") == "Strategidirektör");
  CHECK(rules.case_number("hel-2021-000123 x")->text == "HEL 2021-000123");
  CHECK(rules.case_number("PRIDno-2022-145")->other_city);
}

TEST_CASE("broken rules name the line") {
  CHECK_THROWS_WITH(ParsingRules("rule\tphrase\tvalue\nheading\tPäätös\n"), Catch::Contains("line 2"));
  CHECK_THROWS_AS(ParsingRules("rule\tphrase\tvalue\nheading\tPäätös\tnosuch\n"), schema::Error);
}
