// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/columns.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/index_writer.h"
#include "searcher/index.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
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

/// One document after the other.
std::vector<std::uint32_t> counted_slowly(const Column& column, const DocumentSet& documents) {
  std::vector<std::uint32_t> counts(column.values().size(), 0);
  for (const Xapian::docid document : documents.documents()) {
    for (const std::uint32_t number : column.of(document)) ++counts[number];
  }
  return counts;
}

/// Decisions of so many makers, most with funders; holes between them.
void make_archive(const std::string& path, test::Random& random, std::size_t makers) {
  static const std::vector<std::string> funders{"STEA", "TEM", "ESR+", "OKM"};
  std::vector<schema::Decision> decisions;
  for (std::size_t i = 0; i < 2 * makers; ++i) {
    decisions.push_back(test::decision(std::to_string(i), "t", "teksti"));
    decisions.back().decision_maker = schema::DecisionMaker{std::nullopt, "Maker " + std::to_string(i % makers)};
    for (const std::string& funder : funders) {
      if (test::pick(random, 2) == 0) decisions.back().funders.push_back({funder, schema::FunderRelation::funds, ""});
    }
  }
  test::make_index(path, decisions);
  indexer::IndexWriter writer(path, stemmers::Analyzer().id());
  for (int n = 0; n < 9; ++n) (void)writer.remove(std::to_string(test::pick(random, decisions.size() - 1)));
  writer.commit();
}

}  // namespace

TEST_CASE("counts over a column are those of its documents, whatever part of the archive is counted") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  const std::size_t makers = GENERATE(std::size_t{3}, std::size_t{300});  // numbers of one byte, and of two
  const test::TempFolder folder;
  make_archive(folder.path() + "/ix", random, makers);
  const Index index(folder.path() + "/ix");
  const Xapian::Database& database = index.database();
  for (int n = 0; n < 60; ++n) {
    const Column& column = index.column(n % 2 == 0 ? FieldId::decision_maker : FieldId::funder);
    DocumentSet documents(database.get_lastdocid());
    const std::size_t share = test::pick(random, 4);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (test::pick(random, 3) < share) documents.add(*it);
    }
    CAPTURE(n, makers, documents.size());
    REQUIRE(column.count(documents) == counted_slowly(column, documents));
  }
}

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
