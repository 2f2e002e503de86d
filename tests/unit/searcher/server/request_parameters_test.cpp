// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server/request_parameters.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/request_problem.h"
#include "searcher/server/urls.h"

using namespace pykala;
using namespace pykala::searcher;
using namespace pykala::searcher::server;

namespace {

Request read(const std::string& query) {
  return request_from_parameters(parse_parameters(query));
}

/// "code pointer" of what is wrong, or "none".
std::string error_of(const std::string& query) {
  try {
    (void)read(query);
  } catch (const schema::Error& error) {
    return std::string(schema::code_name(error.code)) + " " + error.pointer;
  }
  return "none";
}

}  // namespace

TEST_CASE("a full URL is read") {
  const Request request = read(
      "q=avustus&funder=STEA&funder=ESR%2B&year=2017..2018&year=unknown&decision_maker=U02100VH2&from=1.5.2017&to=2019&"
      "amount_from=1000,50&sort=newest&limit=20&page=3&facets=decision_maker,year:7&snippet_length=0&lang=sv");
  CHECK(request.query == "avustus");
  REQUIRE(request.filters.size() == 5);
  CHECK(request.filters[0].values == std::vector<std::optional<std::string>>{"STEA", "ESR+"});
  CHECK(request.filters[1].values == std::vector<std::optional<std::string>>{"2017", "2018", std::nullopt});
  CHECK(request.filters[3].from == "2017-05-01");
  CHECK(request.filters[3].to == "2019-12-31");
  CHECK(request.filters[4].from == "100050");
  CHECK(request.sort == Sort::newest);
  CHECK(request.limit == 20);
  CHECK(request.offset == 40);
  REQUIRE(request.facets.size() == 2);
  CHECK(request.facets[0].limit == default_facet_values);
  CHECK(request.facets[1].limit == 7);
  CHECK(request.snippet_length == 0);
  CHECK(request.lang == UiLanguage::sv);
}

TEST_CASE("empty boxes of a form are left out") {
  const Request request = read("q=&year=&from=&to=&amount_from=&amount_to=&sort=&page=&funder=");
  CHECK(request.filters.empty());
  CHECK(parameters_of(request).empty());
}

TEST_CASE("wrong parameters are told by name") {
  struct Row {
    std::string query;
    const char* error;
  };
  const auto row = GENERATE(values<Row>({
      {"query=x", "unknown_field /query"},
      {"Q=x", "unknown_field /Q"},
      {"date=2017-05-17", "unknown_field /date"},
      {"mentioned=STM", "unknown_field /mentioned"},
      {"a/b=x", "unknown_field /a~1b"},
      {"q=a&q=b", "bad_request /q"},
      {"q=" + std::string(schema::max_query_bytes, 'a'), "none"},
      {"q=" + std::string(schema::max_query_bytes + 1, 'a'), "bad_request /q"},
      {"year=kevat", "bad_query /year"},
      {"from=eilen", "bad_query /from"},
      {"from=2017..2018", "bad_request /from"},
      {"to=%3E2017", "bad_request /to"},
      {"amount_to=paljon", "bad_query /amount_to"},
      {"amount_from=-5", "bad_query /amount_from"},
      {"sort=best", "bad_request /sort"},
      {"limit=-1", "bad_request /limit"},
      {"limit=10000", "none"},
      {"limit=10001", "bad_request /limit"},
      {"limit=1e3", "bad_request /limit"},
      {"page=0", "bad_request /page"},
      {"page=2&offset=10", "bad_request /page"},
      {"facets=title", "bad_request /facets"},
      {"facets=year,year", "bad_request /facets"},
      {"facets=year:0", "bad_request /facets"},
      {"facets=year:1000", "none"},
      {"facets=year:1001", "bad_request /facets"},
      {"facets=year,", "bad_request /facets"},
      {"facets=organisation:asunnot", "none"},
      {"facets=organisation:5:asunnot,year:50", "none"},
      {"snippet_length=2001", "bad_request /snippet_length"},
      {"lang=de", "bad_request /lang"},
  }));
  CAPTURE(row.query.substr(0, 40));
  CHECK(error_of(row.query) == row.error);
}

TEST_CASE("as many values of a filter as allowed, and one more") {
  std::string query;
  for (std::size_t i = 0; i < schema::max_filter_values; ++i) query += "organisation=o" + std::to_string(i) + "&";
  CHECK(error_of(query) == "none");
  CHECK(error_of(query + "organisation=one-more") == "bad_request /organisation");
  CHECK(error_of("year=1800..2200") == "bad_request /year");
}

TEST_CASE("parameters of a request give the request again") {
  const std::string query = GENERATE(values<std::string>({
      "",
      "q=%22keskitetty%20m%C3%A4%C3%A4r%C3%A4raha%22%20-asunto",
      "q=a&year=2017&year=unknown&funder=ESR%2B&sort=amount&limit=5&page=4&lang=en",
      "from=2017-01-01&to=2017-12-31&amount_from=1000.50&amount_to=2000",
      "amount_from=0.05&offset=3&facets=decision_maker:10,year:50&snippet_length=0",
      "facets=organisation:10:asunnot%20oy,year:50:2017",
  }));
  CHECK(encode_parameters(parameters_of(read(query))) == encode_parameters(parse_parameters(query)));
}

TEST_CASE("mistakes are told in the language of the person") {
  const auto told = [](const std::string& query, UiLanguage standard) {
    try {
      (void)request_from_parameters(parse_parameters(query), {}, standard);
    } catch (const RequestError& error) {
      return std::string(error.what()) + " | " + error.hint;
    }
    return std::string("none");
  };
  CHECK(told("amount_from=paljon", UiLanguage::fi) == "amount_from ei voi olla \"paljon\" | esimerkiksi 100000");
  CHECK(told("page=x", UiLanguage::sv) == "page är ett heltal från 1 till 10000 | ");
  CHECK(told("sort=best&lang=fi", UiLanguage::en).starts_with("sort on jokin näistä: relevance"));
  CHECK(told("foo=1", UiLanguage::fi).starts_with("tuntematon parametri \"foo\" | jokin näistä: q, from"));
}

TEST_CASE("a handler's own parameters") {
  CHECK(request_from_parameters(parse_parameters("q=a&view=table"), {"view"}).query == "a");
  CHECK_NOTHROW(check_parameters(parse_parameters("lang=fi"), {"lang"}));
  CHECK_THROWS_AS(check_parameters(parse_parameters("lang=fi&lang=sv"), {"lang"}), schema::Error);
  CHECK_THROWS_AS(check_parameters(parse_parameters("x=1"), {}), schema::Error);
  CHECK(parameter(parse_parameters("a=1&b=2&b=3"), "b") == "2");
}
