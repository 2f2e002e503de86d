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
  CHECK(decision_id(d, "", "x.txt") == "sosiaali-ja-terveysjohtaja/2017-05-17/17/HEL-2017-900881");
  d.decision_maker->id = "U02100VH2";
  CHECK(decision_id(d, "", "x.txt") == "U02100VH2/2017-05-17/17/HEL-2017-900881");
  d.case_number.reset();
  CHECK(decision_id(d, "", "x.txt") == "U02100VH2/2017-05-17/17");
  d.decision_maker->id.reset();
  const std::string untitled = decision_id(d, "", "x.txt");
  d.title = "Otsikko";
  CHECK(decision_id(d, "", "x.txt") != untitled);
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

TEST_CASE("two files with one relative path get ids of their own") {
  schema::Decision d;
  d.source = "muistio.txt";
  d.parts = {{std::nullopt, schema::PartRole::other, "Teksti."}};
  CHECK(indexer::path_id(d.source) == "muistio.txt");
  const std::string a = indexer::unique_path_id(d, "/a/muistio.txt");
  CHECK(a.starts_with("muistio.txt-"));
  CHECK(a == indexer::unique_path_id(d, "/a/muistio.txt"));
  CHECK(a != indexer::unique_path_id(d, "/b/muistio.txt"));
  d.source = std::string(1000, 'x');
  CHECK(indexer::unique_path_id(d, "/a").size() <= schema::max_id_bytes);
  d.source = "-#1";
  const std::string first = indexer::unique_path_id(d, "-");
  CHECK(first.starts_with("stdin-"));
  d.parts[0].text = "Muu teksti.";
  CHECK(first != indexer::unique_path_id(d, "-"));
}
