// SPDX-License-Identifier: GPL-2.0-or-later
// Requests and ids in, addresses out. Private here: which parts of a request a page's address has.
#include "searcher/page/links.h"

#include <algorithm>

#include "indexer/limits.h"
#include "searcher/format.h"
#include "searcher/page/texts.h"
#include "searcher/server/request_parameters.h"
#include "searcher/server/urls.h"

namespace pykala::searcher::page {

using schema::FieldId;

namespace {

std::string with_parameters(std::string path, const Request& request, const server::Parameters& more = {}) {
  server::Parameters all = server::parameters_of(request);
  all.insert(all.end(), more.begin(), more.end());
  const std::string parameters = server::encode_parameters(all);
  return parameters.empty() ? path : path + "?" + parameters;
}

/// "a/b" can stand in a path as it is; "a//b", "../b" and "/b" cannot.
bool is_plain_path(std::string_view id) {
  while (true) {
    const auto slash = id.find('/');
    const std::string_view segment = id.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return false;
    if (slash == std::string_view::npos) return true;
    id.remove_prefix(slash + 1);
  }
}

}  // namespace

std::vector<std::string_view> value_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const schema::FieldRow& row : schema::fields) {
      if (row.facet) out.push_back(std::string(value_prefix) + std::string(row.name));
    }
    return out;
  }();
  return {names.begin(), names.end()};
}

void read_value_parameters(const server::Parameters& parameters, Request& request) {
  for (const schema::FieldRow& row : schema::fields) {
    for (const auto& [name, value] : parameters) {
      if (!row.facet || value.empty() || name != std::string(value_prefix) + std::string(row.name)) continue;
      std::erase_if(request.facets, [&](const FacetRequest& one) { return one.field == row.id; });
      request.facets.push_back({row.id, schema::max_facet_values, value == every_value ? "" : value});
      if (value != every_value) break;
    }
  }
}

server::Parameters value_parameters(const Request& request) {
  server::Parameters out;
  for (const FacetRequest& facet : request.facets) {
    if (facet.limit != schema::max_facet_values) continue;
    out.push_back({std::string(value_prefix) + std::string(schema::field(facet.field).name),
                   facet.contains.empty() ? std::string(every_value) : facet.contains});
  }
  return out;
}

std::string search_url(const Request& request, UiLanguage lang) {
  Request state = request;
  const Request standard;
  state.facets = standard.facets;
  state.snippet_length = standard.snippet_length;
  state.lang = standard.lang;
  state.amount_statistics = standard.amount_statistics;
  return with_parameters("/" + std::string(code_of(lang)) + "/search", state, value_parameters(request));
}

std::string search_link(std::string_view path, const Request& request) {
  Request state = request;
  const Request standard;
  state.facets = standard.facets;
  state.snippet_length = standard.snippet_length;
  state.offset = standard.offset;
  state.limit = standard.limit;
  state.sort = standard.sort;
  state.collapse = standard.collapse;
  state.amount_statistics = standard.amount_statistics;
  return with_parameters(std::string(path), state);
}

std::string decision_url(const std::string& id, UiLanguage lang) {
  std::string encoded = server::percent_encode(id);
  if (is_plain_path(id)) {
    constexpr std::string_view slash = "%2F";
    for (auto at = encoded.find(slash); at != std::string::npos; at = encoded.find(slash, at)) {
      encoded.replace(at, slash.size(), "/");
    }
  }
  return "/" + std::string(code_of(lang)) + "/decision/" + encoded;
}

Request with_value(const Request& request, FieldId field, const std::optional<std::string>& value, bool chosen) {
  Request changed = request;
  changed.offset = 0;
  auto filter = std::find_if(changed.filters.begin(), changed.filters.end(),
                             [field](const Filter& one) { return one.field == field; });
  if (chosen) {
    if (filter == changed.filters.end()) {
      changed.filters.push_back({field, {value}, {}, {}});
    } else if (std::find(filter->values.begin(), filter->values.end(), value) == filter->values.end()) {
      filter->values.push_back(value);
    }
  } else if (filter != changed.filters.end()) {
    std::erase(filter->values, value);
    if (filter->values.empty()) changed.filters.erase(filter);
  }
  return changed;
}

Request without_filter(const Request& request, FieldId field) {
  Request changed = request;
  changed.offset = 0;
  std::erase_if(changed.filters, [field](const Filter& one) { return one.field == field; });
  return changed;
}

bool is_chosen(const Request& request, FieldId field, const std::optional<std::string>& value) {
  return std::any_of(request.filters.begin(), request.filters.end(), [&](const Filter& filter) {
    return filter.field == field && std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
  });
}

std::string safe_link(const std::optional<std::string>& url) {
  if (!url) return {};
  std::string scheme = url->substr(0, url->find(':') + 1);
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if ((scheme != "http:" && scheme != "https:") || !url->substr(scheme.size()).starts_with("//")) return {};
  const bool broken = std::any_of(url->begin(), url->end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\';
  });
  return broken || printable(*url) != *url ? std::string() : *url;
}

}  // namespace pykala::searcher::page
