// SPDX-License-Identifier: GPL-2.0-or-later
// Search, decisions, precedents and suggestions as JSON.
#include "searcher/server/api.h"

#include <algorithm>

#include "data/embedded.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/json.h"
#include "searcher/citations.h"
#include "searcher/following.h"
#include "searcher/limits.h"
#include "searcher/protocol.h"
#include "searcher/search.h"
#include "searcher/server/request_parameters.h"
#include "searcher/suggest.h"

namespace pykala::searcher::server {

using schema::Error;
using schema::ErrorCode;

namespace {

HttpResponse json(std::string body) {
  return {200, "application/json", std::move(body), {}, {}};
}

HttpResponse search_url(const HttpRequest& request, Index& index) {
  return json(write_response(search(index, request_from_parameters(request.parameters)), "null"));
}

HttpResponse search_body(const HttpRequest& request, Index& index) {
  check_parameters(request.parameters, {});
  const std::string_view type = request.header("content-type");
  if (type.substr(0, type.find(';')) != "application/json") {
    throw Error(ErrorCode::bad_request, "the body must be JSON", "send Content-Type: application/json");
  }
  std::string request_id;
  const Request wanted = read_request(request.body, request_id);
  return json(write_response(search(index, wanted), request_id));
}

HttpResponse decision(const HttpRequest& request, Index& index) {
  check_parameters(request.parameters, {});
  const std::string& id = request.capture("id");
  return following(index, [&] {
    const auto document = index.find(id);
    if (!document) {
      throw Error(ErrorCode::not_found, "no decision has the id \"" + id + "\"", "ids stand in the hits of a search");
    }
    const schema::Decision found = index.decision(*document);
    return json(write_decision(found, citation_links(found, index)));
  });
}

/// The precedents of a decision, narrowed by the parameters of a search.
HttpResponse similar(const HttpRequest& request, Index& index) {
  Request wanted = request_from_parameters(request.parameters);
  if (wanted.similar_to) {
    throw Error(ErrorCode::bad_request, "similar_to has no meaning here", "the id stands in the address",
                "/similar_to");
  }
  wanted.similar_to = request.capture("id");
  return json(write_response(search(index, wanted), "null"));
}

HttpResponse suggestions(const HttpRequest& request, Index& index) {
  check_parameters(request.parameters, {"q", "limit", "lang"});
  // The same reading of values as everywhere.
  const Request wanted = request_from_parameters(request.parameters);
  const std::size_t limit = std::min(wanted.limit, max_suggestions);
  const auto found = following(index, [&] { return suggest(index, wanted.query, limit, wanted.lang); });
  schema::Json out = {{"suggestions", schema::Json::array()}};
  for (const Suggestion& one : found) {
    out["suggestions"].push_back(
        {{"text", one.text}, {"kind", name_of(one.kind)}, {"query", one.query}, {"count", one.count}});
  }
  return json(schema::dump_json(out));
}

HttpResponse description(const HttpRequest& request, Index&) {
  check_parameters(request.parameters, {});
  return json(std::string(data::embedded_file("api/openapi.json")));
}

}  // namespace

void add_api(Router& router) {
  router.add("GET", "/api/search", search_url);
  router.add("POST", "/api/search", search_body);
  router.add("GET", "/api/suggest", suggestions);
  router.add("GET", "/api/decisions/{id*}/similar", similar);
  router.add("GET", "/api/decisions/{id*}", decision);
  router.add("GET", "/api/openapi.json", description);
}

}  // namespace pykala::searcher::server
