// SPDX-License-Identifier: GPL-2.0-or-later
// Request in, finished answer out. Private here: preflight requests, and what a broken handler answers.
#include "searcher/server/service.h"

#include "indexer/error.h"
#include "indexer/xapian_error.h"
#include "searcher/server/finishing.h"
#include "searcher/server/log.h"
#include "searcher/server/problem.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

constexpr int status_no_content = 204;
constexpr int first_server_error = 500;
constexpr char preflight_seconds[] = "600";

}  // namespace

Service::Service(Settings settings) : settings_(std::move(settings)) {}

Answer Service::answer_options(const HttpRequest& request) const {
  const std::string methods = router_.methods_of(request);
  if (methods.empty()) {
    const Error error(ErrorCode::not_found, "there is nothing at this address");
    return {refusal(request, error, http_status(error.code)), ""};
  }
  HttpResponse response{status_no_content, "", "", {{"Allow", methods}}, {}};
  HttpRequest asked = request;  // a preflight asks for what is to come
  asked.method = request.header("access-control-request-method");
  const Headers cors = cors_headers(asked, settings_);
  if (!cors.empty() && cors.front().name == "Access-Control-Allow-Origin") {
    response.headers.insert(response.headers.end(), {{"Access-Control-Allow-Methods", methods},
                                                     {"Access-Control-Allow-Headers", "Content-Type"},
                                                     {"Access-Control-Max-Age", preflight_seconds}});
  }
  finish(asked, Freshness::moment, settings_, nullptr, response);
  return {std::move(response), "OPTIONS"};
}

Answer Service::answer(HttpRequest request, Index& index) const {
  if (request.method == "OPTIONS") return answer_options(request);
  const Route* route = router_.find(request);
  const Freshness freshness = route != nullptr ? route->freshness : Freshness::moment;
  const std::string pattern = route != nullptr ? route->pattern : "";
  HttpResponse response;
  try {
    const std::string_view known = request.header("if-none-match");
    if (!known.empty() && route != nullptr && freshness == Freshness::index && request.method == "GET") {
      const std::string tag = entity_tag(request, index);
      if (names_tag(known, tag)) {
        response = {status_not_modified, "", "", {{"ETag", tag}, {"Cache-Control", "no-cache"}}, {}};
        finish(request, freshness, settings_, &index, response);
        return {std::move(response), pattern};
      }
    }
    response = router_.answer(request, route, index);
  } catch (const Xapian::Error& error) {
    log_failure(pattern, schema::from_xapian(error, index.path()).what());
    response = problem(Error(ErrorCode::io, "the index cannot be read"));
  } catch (const std::exception& error) {
    log_failure(pattern, error.what());
    response = problem(Error(ErrorCode::io, "the service failed"));
  }
  if (response.status >= first_server_error) metrics_.refuse("failure");
  finish(request, freshness, settings_, &index, response);
  return {std::move(response), pattern};
}

HttpResponse Service::refusal(const HttpRequest& request, const Error& error, int status) const {
  HttpResponse response = router_.answer_error(request, error, status);
  finish(request, Freshness::moment, settings_, nullptr, response);
  return response;
}

}  // namespace pykala::searcher::server
