// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_keys.h"

#include <catch2/catch.hpp>

using namespace pykala::schema;

namespace {

using Keys = std::vector<std::string>;

Decision decision_of(const char* maker, const char* date, int section, const char* case_number) {
  Decision d;
  d.id = "x";
  d.decision_maker = DecisionMaker{std::nullopt, maker};
  d.date = date;
  d.section = section;
  d.case_number = case_number;
  return d;
}

}  // namespace

TEST_CASE("a decision-maker is one under all its names") {
  struct Row {
    const char* name;
    std::optional<std::string> id;
    Keys forms;
  };
  for (const Row& row : std::vector<Row>{
           {"Khs", {}, {"kaupunginhallitus"}},
           {"khs", {}, {"kaupunginhallitus"}},
           {"kaupunginhallitus", {}, {"kaupunginhallitus"}},
           {"Stadsstyrelsen", {}, {"kaupunginhallitus"}},
           {"Stadsstyrelsen", "00400", {"kaupunginhallitus"}},
           {"Kanslichefen", "U02100VH2", {"kansliapäällikkö"}},
           {"Sosiaali-  ja\u00A0terveyslautakunta", {}, {"sosiaali- ja terveyslautakunta"}},
           {"Kylän hoitaja 4", {}, {"kylän hoitaja 4"}},
           {"", {}, {}},
           {"\xFF", {}, {"\uFFFD"}},
       }) {
    CAPTURE(row.name);
    CHECK(maker_forms(row.name, row.id) == row.forms);
  }
}

TEST_CASE("a citation and its decision share a key") {
  const Decision d = decision_of("Kaupunginhallitus", "2017-05-08", 510, "HEL 2017-005881");
  const Keys own = decision_keys(d);
  struct Row {
    Citation citation;
    Keys keys;
    bool itself;
  };
  for (const Row& row : std::vector<Row>{
           {{"Khs", "2017-05-08", 510, {}, {}, {}}, {"kaupunginhallitus 20170508 510"}, true},
           {{"Stadsstyrelsen", "2017-05-08", 510, {}, {}, {}}, {"kaupunginhallitus 20170508 510"}, true},
           {{{}, "2017-05-08", 510, {}, {}, {}}, {"? 20170508 510"}, true},
           {{"Khs", "2017-05-08", {}, {}, {}, {}}, {"kaupunginhallitus 20170508"}, true},
           {{{}, {}, 510, "hel-2017-005881", {}, {}}, {"HEL 2017-005881 § 510"}, true},
           {{{}, {}, {}, {}, {}, "x"}, {"id x"}, true},
           {{"Khs", "2017-05-08", 511, {}, {}, {}}, {"kaupunginhallitus 20170508 511"}, false},
           {{"Kvsto", "2017-05-08", 510, {}, {}, {}}, {"kaupunginvaltuusto 20170508 510"}, false},
           {{{}, {}, {}, "HEL 2017-005881", {}, {}}, {}, false},
           {{{}, "2017-05-08", {}, {}, {}, {}}, {}, false},
       }) {
    CHECK(citation_keys(row.citation) == row.keys);
    CHECK(is_self_citation(row.citation, own) == row.itself);
  }
}

TEST_CASE("what a decision cites leaves itself and its own case out") {
  Decision d = decision_of("Kansliapäällikkö", "2021-06-16", 140, "HEL 2021-900655");
  d.cites = {{"Kansliapäällikkö", "2021-06-16", 140, {}, {}, {}},
             {{}, {}, {}, "HEL 2021-900655", {}, {}},
             {"Khs", "2017-05-08", 510, "HEL 2021-900655", {}, {}},
             {{}, {}, {}, "hel-2020-900001", {}, {}}};
  CHECK(cited_keys(d) == Keys{"kaupunginhallitus 20170508 510", "HEL 2021-900655 § 510", "+20170508 510",
                              "HEL 2020-900001", "+HEL 2020-900001"});
}
