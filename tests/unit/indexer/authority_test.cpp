// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/authority.h"

#include <catch2/catch.hpp>
#include <set>

#include "indexer/error.h"

using namespace pykala::schema;

TEST_CASE("the lists of the program are whole") {
  const Authority& authority = Authority::builtin();
  CHECK(authority.offices().size() > 1000);
  CHECK(authority.funders().size() > 20);
  std::set<std::string> ids;
  for (const FunderName& funder : authority.funders()) {
    CAPTURE(funder.id);
    CHECK(ids.insert(funder.id).second);
    CHECK_FALSE(funder.name_fi.empty());
    CHECK(authority.funder(funder.id) == &funder);
  }
  for (const Office& office : authority.offices()) {
    if (authority.office(office.id) != &office) FAIL_CHECK(office.id + " stands twice");
    if (office.name_fi.empty() && office.name_sv.empty()) FAIL_CHECK(office.id + " has no name");
  }
}

TEST_CASE("offices, funders and codes are found") {
  const Authority& authority = Authority::builtin();
  REQUIRE(authority.office("U02100VH2") != nullptr);
  CHECK(authority.office("U02100VH2")->name_fi == "Kansliapäällikkö");
  CHECK(authority.office("nothing") == nullptr);
  CHECK(authority.office("") == nullptr);
  CHECK(authority.offices_named("Johtava sosiaalityöntekijä").size() > 50);
  CHECK(authority.offices_named("johtava sosiaalityöntekijä").size() ==
        authority.offices_named("Johtava sosiaalityöntekijä").size());
  CHECK(authority.offices_named("").empty());
  REQUIRE(authority.funder("ESR+") != nullptr);
  CHECK(authority.funder("ESR+") != authority.funder("ESR"));
  CHECK(authority.funder("stea") == nullptr);
  CHECK(authority.classification_title("00 01 06") == std::string("Kotimainen yhteistyö"));
  CHECK_FALSE(authority.classification_title("99 99 99"));
}

TEST_CASE("a broken list is an error that names it") {
  CHECK_THROWS_AS(Authority("one\ttwo\nU1\n", "code\ttitle\n", "id\n"), Error);
}
