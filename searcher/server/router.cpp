// SPDX-License-Identifier: GPL-2.0-or-later
// Request in, the answer of its route out. Private here: how a pattern is held against a path.
#include "searcher/server/router.h"

#include "searcher/server/log.h"
#include "searcher/server/problem.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

using Segments = std::vector<std::string>;

bool is_name(const std::string& segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

bool takes_many(const std::string& segment) {
  return segment.ends_with("*}");
}

std::string name_of(const std::string& segment) {
  return segment.substr(1, segment.size() - (takes_many(segment) ? 3 : 2));
}

/// Holds the pattern against the path; a pattern has one "{name*}" at most, which takes what the rest leaves.
std::optional<std::vector<NameValue>> match(const Segments& pattern, const Segments& path) {
  std::vector<NameValue> captured;
  if (path.size() < pattern.size()) return std::nullopt;
  std::size_t spare = path.size() - pattern.size();
  std::size_t at = 0;
  for (const std::string& segment : pattern) {
    if (!is_name(segment)) {
      if (path[at++] != segment) return std::nullopt;
      continue;
    }
    std::string value = path[at++];
    for (; takes_many(segment) && spare > 0; --spare) value += "/" + path[at++];
    if (value.empty()) return std::nullopt;
    captured.push_back({name_of(segment), std::move(value)});
  }
  if (spare > 0) return std::nullopt;
  return captured;
}

}  // namespace

void Router::add(std::string method, std::string pattern, Handler handler, Freshness freshness) {
  Route route{std::move(method), std::move(pattern), {}, std::move(handler), freshness};
  for (std::size_t at = 1; at < route.pattern.size();) {
    const std::size_t slash = std::min(route.pattern.find('/', at), route.pattern.size());
    route.segments.push_back(route.pattern.substr(at, slash - at));
    at = slash + 1;
  }
  routes_.push_back(std::move(route));
}

const Route* Router::find(HttpRequest& request) const {
  for (const Route& route : routes_) {
    if (route.method != request.method) continue;
    if (auto captured = match(route.segments, request.path)) {
      request.captured = std::move(*captured);
      return &route;
    }
  }
  return nullptr;
}

std::string Router::methods_of(const HttpRequest& request) const {
  std::string methods;
  for (const char* method : {"GET", "POST"}) {
    for (const Route& route : routes_) {
      if (route.method != method || !match(route.segments, request.path)) continue;
      methods += (methods.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
      break;
    }
  }
  return methods.empty() ? methods : methods + ", OPTIONS";
}

HttpResponse Router::answer(const HttpRequest& request, const Route* route, Index& index) const {
  try {
    if (route != nullptr) return route->handler(request, index);
    const std::string methods = methods_of(request);
    if (methods.empty()) {
      throw Error(ErrorCode::not_found, "there is nothing at this address",
                  "GET /api/openapi.json tells what there is");
    }
    constexpr int method_not_allowed = 405;
    HttpResponse response = answer_error(
        request, Error(ErrorCode::bad_request, "this address has no " + request.method, "allowed: " + methods),
        method_not_allowed);
    response.headers.push_back({"Allow", methods});
    return response;
  } catch (const Error& error) {
    constexpr int first_server_error = 500;
    const int status = http_status(error.code);
    if (status >= first_server_error) log_failure(route != nullptr ? route->pattern : "", error.what());
    return answer_error(request, error, status);
  }
}

HttpResponse Router::answer(HttpRequest request, Index& index) const {
  const Route* route = find(request);
  return answer(request, route, index);
}

HttpResponse Router::answer_error(const HttpRequest& request, const Error& error, int status) const {
  const bool api = !request.path.empty() && request.path.front() == "api";
  if (error_page_ && !api && request.header("accept").find("text/html") != std::string_view::npos) {
    HttpResponse response = error_page_(request, error, status);
    add_retry_after(response);
    return response;
  }
  return problem(error, status);
}

}  // namespace pykala::searcher::server
