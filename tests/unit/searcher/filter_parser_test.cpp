// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "searcher/filters.h"

using namespace pykala;
using schema::FieldId;

namespace {

std::string text_of(FieldId field, const std::string& value) {
  try {
    const searcher::Filter filter = searcher::parse_filter(field, value);
    if (filter.from || filter.to) return filter.from.value_or("") + ".." + filter.to.value_or("");
    std::string out;
    for (const auto& one : filter.values) out += (out.empty() ? "" : " ") + one.value_or("null");
    return out;
  } catch (const schema::Error& error) {
    CHECK(error.code == schema::ErrorCode::bad_query);
    CHECK_FALSE(error.hint.empty());
    return "error";
  }
}

}  // namespace

TEST_CASE("values of filters are read as people write them") {
  const std::tuple<FieldId, const char*, const char*> rows[] = {
      {FieldId::year, "2017", "2017"},
      {FieldId::year, "2017..2019", "2017 2018 2019"},
      {FieldId::year, "2017–2018", "2017 2018"},
      {FieldId::year, ">2198", "2199 2200"},
      {FieldId::year, ">=2199", "2199 2200"},
      {FieldId::year, "<1802", "1800 1801"},
      {FieldId::year, "2019..2017", "error"},
      {FieldId::year, "kaksi", "error"},
      {FieldId::year, "99999999999999999999", "error"},
      {FieldId::date, "17.5.2017", "2017-05-17..2017-05-17"},
      {FieldId::date, "2017-05", "2017-05-01..2017-05-31"},
      {FieldId::date, "2016-02", "2016-02-01..2016-02-29"},
      {FieldId::date, "2017", "2017-01-01..2017-12-31"},
      {FieldId::date, "1.1.2017..", "2017-01-01.."},
      {FieldId::date, ">2017", "2018-01-01.."},
      {FieldId::date, "<1.3.2016", "..2016-02-29"},
      {FieldId::date, "<2017-01", "..2016-12-31"},
      {FieldId::date, "..30.6.2017", "..2017-06-30"},
      {FieldId::date, "31.6.2017", "error"},
      {FieldId::date, "..", "error"},
      {FieldId::amount, ">100000", "10000001.."},
      {FieldId::amount, ">=100000", "10000000.."},
      {FieldId::amount, ">=100.000", "10000000.."},
      {FieldId::amount, ">=1,000,000", "100000000.."},
      {FieldId::amount, ">=1,2 milj. €", "120000000.."},
      {FieldId::amount, "<999999999999M", "error"},
      {FieldId::amount, "100 000..1,2milj", "10000000..120000000"},
      {FieldId::amount, "50k", "5000000..5000000"},
      {FieldId::amount, "<12,50€", "..1249"},
      {FieldId::amount, "-5", "error"},
      {FieldId::amount, "=100", "10000..10000"},
      {FieldId::amount, "100000-200000", "10000000..20000000"},
      {FieldId::amount, "5000..100", "error"},
      {FieldId::date, "2019..2017", "error"},
      {FieldId::section, "17§", "17"},
      {FieldId::section, "§17", "17"},
      {FieldId::amount, "nan", "error"},
      {FieldId::amount, "1e300", "error"},
      {FieldId::section, "17", "17"},
      {FieldId::section, "0..9999", "error"},
      {FieldId::funder, "STEA", "STEA"},
      {FieldId::funder, "", "error"},
  };
  for (const auto& [field, value, expected] : rows) {
    INFO(value);
    CHECK(text_of(field, value) == expected);
  }
}
