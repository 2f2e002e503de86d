// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets.h"

#include <catch2/catch.hpp>

#include "searcher/filters.h"
#include "searcher/match_set.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using schema::FieldId;
using schema::FunderRelation;

namespace {

schema::Decision one(const std::string& id, const std::vector<schema::Funder>& funders, const char* date,
                     const std::vector<std::string>& organisations) {
  schema::Decision d = test::decision(id, "Avustus", "Päätettiin.");
  d.funders = funders;
  if (date != nullptr) d.date = date;
  d.organisations = organisations;
  return d;
}

struct Counted {
  std::string value;
  std::size_t count;
  bool selected;
  bool operator==(const Counted&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Counted& counted) {
  return out << counted.value << "=" << counted.count << (counted.selected ? "*" : "");
}

std::vector<Counted> values(const Facet& facet) {
  std::vector<Counted> out;
  for (const FacetValue& value : facet.values) out.push_back({value.value.value_or("?"), value.count, value.selected});
  return out;
}

class Fixture {
 public:
  Fixture() {
    const schema::Funder stea{"STEA", FunderRelation::funds, ""};
    const schema::Funder tem{"TEM", FunderRelation::funds, ""};
    const schema::Funder named{"STM", FunderRelation::mentioned, ""};
    test::make_index(folder_.path() + "/ix",
                     {one("a", {stea, stea, named}, "2017-05-17", {"”Ilo” ry", "\"Ilo\"  ry"}),
                      one("b", {stea, tem}, "2018-05-17", {}), one("c", {named}, nullptr, {"\"Ilo\" ry"}),
                      one("d", {}, "2018-01-01", {})});
    index = std::make_unique<Index>(folder_.path() + "/ix");
  }
  std::vector<Counted> count(FieldId id, std::size_t limit, const std::vector<Filter>& filters = {},
                             const Xapian::Query& query = Xapian::Query::MatchAll) const {
    return values(count_facet({id, limit}, match_set(query, index->database()), filters, *index, UiLanguage::fi));
  }
  std::unique_ptr<Index> index;

 private:
  test::TempFolder folder_;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a document counts once for each of its values, however often they are stated") {
  CHECK(count(FieldId::funder, 10) == std::vector<Counted>{{"?", 2, false}, {"STEA", 2, false}, {"TEM", 1, false}});
  CHECK(count(FieldId::organisation, 10) == std::vector<Counted>{{"?", 2, false}, {"\"Ilo\" ry", 2, false}});
}

TEST_CASE_METHOD(Fixture, "years stand newest first, unknown last") {
  CHECK(count(FieldId::year, 10) == std::vector<Counted>{{"2018", 2, false}, {"2017", 1, false}, {"?", 1, false}});
}

TEST_CASE_METHOD(Fixture, "a selected value is given past the limit and with no document") {
  const std::vector<Filter> filters{{FieldId::funder, {"TEM", std::nullopt}, {}, {}}};
  CHECK(count(FieldId::funder, 0, filters) == std::vector<Counted>{{"?", 2, true}, {"TEM", 1, true}});
  CHECK(count(FieldId::funder, 1, filters, Xapian::Query::MatchNothing) ==
        std::vector<Counted>{{"?", 0, true}, {"TEM", 0, true}});
}

TEST_CASE_METHOD(Fixture, "a value is selected however its name was written") {
  const std::vector<Filter> filters{{FieldId::organisation, {"”Ilo”   ry"}, {}, {}}};
  CHECK(count(FieldId::organisation, 1, filters) == std::vector<Counted>{{"?", 2, false}, {"\"Ilo\" ry", 2, true}});
  CHECK(match_set(filter_query(filters[0]), index->database()).size() == 2);
}

TEST_CASE_METHOD(Fixture, "matching documents come in order, each once") {
  CHECK(match_set(Xapian::Query::MatchAll, index->database()).documents() == std::vector<Xapian::docid>{1, 2, 3, 4});
  CHECK(match_set(Xapian::Query::MatchNothing, index->database()).documents().empty());
}
