// SPDX-License-Identifier: GPL-2.0-or-later
// Error in, problem+json out. Private here: the table of statuses.
#include "searcher/server/problem.h"

#include <array>
#include <utility>

#include "indexer/json.h"
#include "searcher/query_problem.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

constexpr int first_server_error = 500;
constexpr int try_again = 503;

constexpr std::array<std::pair<int, const char*>, 13> reasons{{{200, "OK"},
                                                               {400, "Bad Request"},
                                                               {404, "Not Found"},
                                                               {405, "Method Not Allowed"},
                                                               {408, "Request Timeout"},
                                                               {411, "Length Required"},
                                                               {413, "Content Too Large"},
                                                               {415, "Unsupported Media Type"},
                                                               {431, "Request Header Fields Too Large"},
                                                               {500, "Internal Server Error"},
                                                               {501, "Not Implemented"},
                                                               {503, "Service Unavailable"},
                                                               {505, "HTTP Version Not Supported"}}};

}  // namespace

int http_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::bad_data:
    case ErrorCode::bad_request:
    case ErrorCode::unknown_field:
    case ErrorCode::bad_query:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::no_index:
    case ErrorCode::index_version:  // being built anew by another version
    case ErrorCode::unavailable:
    case ErrorCode::locked:
      return try_again;
    case ErrorCode::io:
      break;
  }
  return first_server_error;
}

const char* reason_of(int status) {
  for (const auto& [number, reason] : reasons) {
    if (number == status) return reason;
  }
  return "Error";
}

void add_retry_after(HttpResponse& response) {
  if (response.status == try_again) response.headers.push_back({"Retry-After", "1"});
}

HttpResponse problem(const Error& error, int status) {
  const bool ours = status >= first_server_error;
  schema::Json out = {{"type", "about:blank"}, {"title", reason_of(status)}, {"status", status}};
  if (ours) {
    out["detail"] = status == try_again ? "the service cannot answer just now" : "the service failed";
    out["hint"] = "try again in a moment; the service's log tells more";
  } else {
    out["detail"] = error.what();
    out["hint"] = error.hint;
  }
  out["code"] = schema::code_name(error.code);
  out["pointer"] = ours ? std::string() : error.pointer;
  if (const auto* in_query = dynamic_cast<const QueryError*>(&error)) out["position"] = in_query->position;
  HttpResponse response{status, "application/problem+json", schema::dump_json(out), {}, {}};
  add_retry_after(response);
  return response;
}

}  // namespace pykala::searcher::server
