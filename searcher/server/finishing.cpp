// SPDX-License-Identifier: GPL-2.0-or-later
// An answer in, the same fit for the world out.
#include "searcher/server/finishing.h"

#include <algorithm>

#include "indexer/keys.h"
#include "searcher/server/compression.h"
#include "searcher/server/urls.h"

namespace pykala::searcher::server {
namespace {

constexpr int status_ok = 200;

bool has_header(const HttpResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const NameValue& header) { return header.name == name; });
}

void add_once(HttpResponse& response, const char* name, std::string value) {
  if (!has_header(response, name)) response.headers.push_back({name, std::move(value)});
}

bool compressible(const std::string& type) {
  return type.starts_with("text/") || type.find("json") != std::string::npos || type.find("xml") != std::string::npos ||
         type.find("javascript") != std::string::npos;
}

void compress(const HttpRequest& request, HttpResponse& response) {
  if (has_header(response, "Content-Encoding") || !compressible(response.content_type)) return;
  if (!response.stream && response.body.size() < least_compressed) return;
  response.headers.push_back({"Vary", "Accept-Encoding"});
  if (!accepts_gzip(request.header("accept-encoding"))) return;
  if (response.stream) {
    response.stream = gzip_stream(std::move(response.body), std::move(response.stream));
    response.body.clear();
  } else {
    response.body = gzip(response.body);
  }
  response.headers.push_back({"Content-Encoding", "gzip"});
}

}  // namespace

std::string revision_of(const Index& index) {
  try {
    return index.database().get_uuid() + "-" + std::to_string(index.database().get_revision());
  } catch (const Xapian::Error&) {  // several databases under one roof have no revision of their own
    const Xapian::Database& database = index.database();
    return database.get_uuid() + "-" + std::to_string(database.get_lastdocid()) + "-" +
           std::to_string(database.get_doccount()) + "-" + database.get_metadata(schema::metadata::updated);
  }
}

std::string entity_tag(const HttpRequest& request, const Index& index) {
  std::string url = PYKALA_VERSION;
  for (const std::string& segment : request.path) url += "/" + percent_encode(segment);
  url += "?" + encode_parameters(request.parameters) + " " + request.base_url + " " + revision_of(index) + "-" +
         std::to_string(index.count_expired());
  return "W/\"" + schema::content_hash(url) + "\"";
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  return !tag.empty() && if_none_match.find(tag.substr(tag.find('"'))) != std::string_view::npos;
}

Headers cors_headers(const HttpRequest& request, const Settings& settings) {
  const std::string_view origin = request.header("origin");
  if (origin.empty() || settings.cors_origins.empty()) return {};
  const auto allowed = [&](std::string_view name) {
    return std::find(settings.cors_origins.begin(), settings.cors_origins.end(), name) != settings.cors_origins.end();
  };
  if (allowed(origin)) return {{"Access-Control-Allow-Origin", std::string(origin)}, {"Vary", "Origin"}};
  if (allowed("*") && request.method == "GET") return {{"Access-Control-Allow-Origin", "*"}};
  return {{"Vary", "Origin"}};
}

void finish(const HttpRequest& request, Freshness freshness, const Settings& settings, const Index* index,
            HttpResponse& response) {
  const bool keeps = freshness == Freshness::index && request.method == "GET" && response.status == status_ok;
  if (keeps && index != nullptr) {
    add_once(response, "ETag", entity_tag(request, *index));
    add_once(response, "Cache-Control", "no-cache");  // may be kept, must be asked about
  } else {
    add_once(response, "Cache-Control", "no-store");
  }
  compress(request, response);
  for (NameValue& header : cors_headers(request, settings)) response.headers.push_back(std::move(header));
  const bool page = response.content_type.starts_with("text/html");
  // A 304 has no type, and a browser would put its policy in the place of the kept page's.
  if (response.status != status_not_modified)
    add_once(response, "Content-Security-Policy",
             page ? "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                  : "default-src 'none'; frame-ancestors 'none'");
  add_once(response, "X-Content-Type-Options", "nosniff");
  add_once(response, "Referrer-Policy", "no-referrer");  // a URL holds what was asked
  if (!settings.robots) add_once(response, "X-Robots-Tag", "noindex");
}

}  // namespace pykala::searcher::server
