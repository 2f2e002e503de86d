// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/columns.h"

#include <catch2/catch.hpp>

#include "searcher/index.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::FieldId;

namespace {

std::vector<std::string> of(const Column& column, Xapian::docid document) {
  std::vector<std::string> out;
  for (const std::uint32_t number : column.of(document)) out.push_back(column.values().at(number));
  return out;
}

}  // namespace

TEST_CASE("a column gives the values of a document, unknown where it has none") {
  const test::TempFolder folder;
  std::vector<schema::Decision> decisions;
  for (int i = 0; i < 5; ++i) decisions.push_back(test::decision(std::to_string(i), "t", "teksti"));
  decisions[1].date = "2017-05-17";
  decisions[1].funders = {{"STEA", schema::FunderRelation::funds, ""}, {"TEM", schema::FunderRelation::funds, ""}};
  decisions[3].date = "2018-01-01";
  test::make_index(folder.path() + "/ix", decisions);
  const Index index(folder.path() + "/ix");

  const Column& years = index.column(FieldId::year);
  CHECK(years.values() == std::vector<std::string>{"", "2017", "2018"});
  CHECK(of(years, 1) == std::vector<std::string>{""});
  CHECK(of(years, 2) == std::vector<std::string>{"2017"});
  CHECK(of(years, 4) == std::vector<std::string>{"2018"});
  CHECK(of(years, 5) == std::vector<std::string>{""});
  CHECK(of(years, 99) == std::vector<std::string>{""});
  CHECK(of(index.column(FieldId::funder), 2) == std::vector<std::string>{"STEA", "TEM"});
  CHECK(&index.column(FieldId::year) == &years);
}

TEST_CASE("a column of an empty index knows only unknown") {
  const test::TempFolder folder;
  test::make_index(folder.path() + "/ix", {});
  const Index index(folder.path() + "/ix");
  CHECK(index.column(FieldId::funder).values() == std::vector<std::string>{""});
  CHECK(of(index.column(FieldId::funder), 1) == std::vector<std::string>{""});
}
