// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/protocol.h"

#include <catch2/catch.hpp>

#include "indexer/limits.h"

using namespace pykala;
using searcher::read_request;

namespace {

/// "code pointer" of what is wrong, or "none".
std::string error_of(const std::string& json) {
  std::string id;
  try {
    (void)read_request(json, id);
  } catch (const schema::Error& error) {
    return std::string(schema::code_name(error.code)) + " " + error.pointer;
  }
  return "none";
}

}  // namespace

TEST_CASE("a full request is read") {
  std::string id;
  const auto request = read_request(
      R"({"request_id": {"n": 7}, "query": "avustus", "filters": {"year": [2017, null], "funder": ["STEA"],
          "date": {"from": "2017-01-01", "to": null}, "amount": {"from": 1000.5}}, "sort": "newest", "offset": 20,
          "limit": 5, "facets": {"year": 50, "funder": 20}, "snippet_length": 0, "lang": "sv"})",
      id);
  CHECK(id == R"({"n":7})");
  CHECK(request.query == "avustus");
  REQUIRE(request.filters.size() == 4);
  CHECK(request.filters[0].values == std::vector<std::optional<std::string>>{"2017", std::nullopt});
  CHECK(request.filters[2].from == "2017-01-01");
  CHECK_FALSE(request.filters[2].to);
  CHECK(request.filters[3].from == "100050");
  CHECK(request.sort == searcher::Sort::newest);
  CHECK(request.offset == 20);
  CHECK(request.facets.size() == 2);
  CHECK(request.lang == searcher::UiLanguage::sv);
}

TEST_CASE("what is wrong is named by its place") {
  const std::pair<const char*, const char*> rows[] = {
      {"{}", "none"},
      {"[]", "bad_request "},
      {"{", "bad_data "},
      {R"({"qeury": "x"})", "unknown_field /qeury"},
      {R"({"query": 5})", "bad_request /query"},
      {R"({"filters": {"foo": ["x"]}})", "unknown_field /filters/foo"},
      {R"({"filters": {"title": ["x"]}})", "unknown_field /filters/title"},
      {R"({"filters": {"year": ["2017"]}})", "bad_request /filters/year/0"},
      {R"({"filters": {"year": [2017, -1]}})", "bad_request /filters/year/1"},
      {R"({"filters": {"year": []}})", "bad_request /filters/year"},
      {R"({"filters": {"funder": [""]}})", "bad_request /filters/funder/0"},
      {R"({"filters": {"funder": "STEA"}})", "none"},
      {R"({"filters": {"date": "2017"}})", "bad_request /filters/date"},
      {R"({"filters": {"date": {"from": "1.1.2017"}}})", "bad_request /filters/date/from"},
      {R"({"filters": {"date": {"since": "2017-01-01"}}})", "unknown_field /filters/date/since"},
      {R"({"filters": {"amount": {"from": 1e400}}})", "bad_data "},
      {R"({"filters": {"amount": {"from": -1}}})", "bad_request /filters/amount/from"},
      {R"({"facets": {"title": 5}})", "unknown_field /facets/title"},
      {R"({"facets": {"year": 1001}})", "bad_request /facets/year"},
      {R"({"facets": {"funder": {"limit": 5, "contains": "ste"}}})", "none"},
      {R"({"facets": {"funder": {"limit": 1001}}})", "bad_request /facets/funder/limit"},
      {R"({"facets": {"funder": {"contains": 5}}})", "bad_request /facets/funder/contains"},
      {R"({"facets": {"funder": {"from": 5}}})", "unknown_field /facets/funder/from"},
      {R"({"amount_statistics": 1})", "bad_request /amount_statistics"},
      {R"({"filters": {"amount": null, "date": null}})", "none"},
      {R"({"sort": "best"})", "bad_request /sort"},
      {R"({"limit": 10001})", "bad_request /limit"},
      {R"({"limit": 2.5})", "bad_request /limit"},
      {R"({"snippet_length": 2001})", "bad_request /snippet_length"},
      {R"({"lang": "de"})", "bad_request /lang"},
      {R"({"query": "a", "query": "b"})", "bad_data "},
  };
  for (const auto& [json, expected] : rows) {
    INFO(json);
    CHECK(error_of(json) == expected);
  }
}

TEST_CASE("nesting ends at its limit") {
  const auto nested = [](std::size_t depth) {
    return "{\"request_id\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  CHECK(error_of(nested(schema::max_json_depth)) == "none");
  CHECK(error_of(nested(schema::max_json_depth + 1)) == "bad_data ");
}

TEST_CASE("offset and limit end at their limit") {
  CHECK(error_of(R"({"limit": 10000})") == "none");
  CHECK(error_of(R"({"offset": 10001})") == "bad_request /offset");
}

TEST_CASE("a request ends at its limit") {
  const std::string head = R"({"request_id": ")";
  const auto request = [&](std::size_t bytes) { return head + std::string(bytes - head.size() - 2, 'x') + "\"}"; };
  CHECK(error_of(request(schema::max_request_bytes)) == "none");
  CHECK(error_of(request(schema::max_request_bytes + 1)) == "bad_request ");
}
