// SPDX-License-Identifier: GPL-2.0-or-later
// Every error of the tree has a status over HTTP, and every status that is answered has its reason.
#include "searcher/server/problem.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "searcher/query_problem.h"

using namespace pykala;
using namespace pykala::searcher;
using namespace pykala::searcher::server;
using schema::Error;
using schema::ErrorCode;

namespace {

struct Row {
  ErrorCode code;
  int status;
};

/// Each code once. A new one does not compile here (-Werror=switch) until it has a row below.
std::size_t place_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return 0;
    case ErrorCode::bad_data:
      return 1;
    case ErrorCode::bad_request:
      return 2;
    case ErrorCode::unknown_field:
      return 3;
    case ErrorCode::bad_query:
      return 4;
    case ErrorCode::not_found:
      return 5;
    case ErrorCode::no_index:
      return 6;
    case ErrorCode::index_version:
      return 7;
    case ErrorCode::unavailable:
      return 8;
    case ErrorCode::io:
      return 9;
    case ErrorCode::locked:
      return 10;
  }
  return 11;
}

const std::vector<Row> rows{{ErrorCode::usage, 400},       {ErrorCode::bad_data, 400},
                            {ErrorCode::bad_request, 400}, {ErrorCode::unknown_field, 400},
                            {ErrorCode::bad_query, 400},   {ErrorCode::not_found, 404},
                            {ErrorCode::no_index, 503},    {ErrorCode::index_version, 503},
                            {ErrorCode::unavailable, 503}, {ErrorCode::io, 500},
                            {ErrorCode::locked, 503}};

}  // namespace

TEST_CASE("every error has a status, a name and a reason") {
  std::set<std::size_t> seen;
  for (const Row& row : rows) {
    INFO(schema::code_name(row.code));
    CHECK(seen.insert(place_of(row.code)).second);
    CHECK(http_status(row.code) == row.status);
    const HttpResponse answer = problem(Error(row.code, "/etc/passwd is gone", "look there", "/x"));
    CHECK(answer.status == row.status);
    const auto told = nlohmann::json::parse(answer.body);
    CHECK(told["code"] == schema::code_name(row.code));
    CHECK(told["status"] == row.status);
    CHECK(told["title"] != "Error");
    const bool ours = row.status >= 500;
    CHECK((answer.body.find("passwd") == std::string::npos) == ours);
    CHECK(told["pointer"] == (ours ? "" : "/x"));
    const bool again = !answer.headers.empty() && answer.headers.front().name == "Retry-After";
    CHECK(again == (row.status == 503));
  }
  CHECK(seen.size() == place_of(static_cast<ErrorCode>(99)));  // every one has a row
}

TEST_CASE("every status of a problem has a reason") {
  for (const int status : {400, 404, 405, 408, 411, 413, 415, 431, 500, 501, 503, 505}) {
    INFO(status);
    CHECK(std::string(reason_of(status)) != "Error");
  }
}

TEST_CASE("an error of a query says where it is") {
  const QueryError error(Error(ErrorCode::bad_query, "\" is not closed", "close it", "/query"), 8);
  CHECK(nlohmann::json::parse(problem(error).body)["position"] == 8);
  CHECK_FALSE(nlohmann::json::parse(problem(Error(ErrorCode::bad_request, "x")).body).contains("position"));
}
