// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/decision_id.h"

#include <catch2/catch.hpp>

#include "indexer/limits.h"

using namespace pykala;
using namespace pykala::indexer;

TEST_CASE("ids") {
  schema::Decision d;
  CHECK(decision_id(d, "A-1", "x.txt") == "A-1");
  CHECK(decision_id(d, "", "kansio/x.txt") == "kansio/x.txt");
  d.section = 17;
  d.case_number = "HEL 2017-900881";
  CHECK(decision_id(d, "", "x.txt") == "HEL-2017-900881/17");
  d.decision_maker = schema::DecisionMaker{std::nullopt, "Sosiaali- ja terveysjohtaja"};
  CHECK(decision_id(d, "", "x.txt") == "HEL-2017-900881/17/sosiaali-ja-terveysjohtaja");
  d.date = "2017-05-17";
  CHECK(decision_id(d, "", "x.txt") == "sosiaali-ja-terveysjohtaja/2017-05-17/17");
  d.decision_maker->id = "U02100VH2";
  CHECK(decision_id(d, "", "x.txt") == "U02100VH2/2017-05-17/17");
}

TEST_CASE("ids of odd names are safe, short and different") {
  const schema::Decision d;
  const std::string a = decision_id(d, "", "päätös 1.txt"), b = decision_id(d, "", "päätös?1.txt");
  CHECK(a != b);
  CHECK(a.find_first_of(" ?\xC3") == std::string::npos);
  const std::string long_name(1000, 'a');
  CHECK(decision_id(d, "", long_name).size() <= schema::max_id_bytes);
  CHECK(decision_id(d, "", long_name) != decision_id(d, "", long_name + "b"));
  CHECK(decision_id(d, long_name, "x").size() <= schema::max_id_bytes);
}
