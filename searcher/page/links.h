// SPDX-License-Identifier: GPL-2.0-or-later
// Links of the page: every state of a search is a URL, made by the same names that the server reads
// (server/request_parameters.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"
#include "searcher/server/http.h"

namespace pykala::searcher::page {

/// The page's own parameters: "in_organisation=asunnot" looks for values of a facet, "in_organisation=*" shows all of
/// them. In a Request they are facets with the greatest limit.
inline constexpr std::string_view value_prefix = "in_";
inline constexpr std::string_view every_value = "*";
[[nodiscard]] std::vector<std::string_view> value_names();
void read_value_parameters(const server::Parameters& parameters, Request& request);
[[nodiscard]] server::Parameters value_parameters(const Request& request);

/// "/fi/search?q=lapsi&funder=STEA". What the page itself adds to a request (other facets, language) is not in it.
[[nodiscard]] std::string search_url(const Request& request, UiLanguage lang);
/// The same search elsewhere: search_link("/export.csv", request). Pages, order and folding are left to it, lang is
/// kept.
[[nodiscard]] std::string search_link(std::string_view path, const Request& request);
/// "/fi/decision/HEL-2017-005881/17".
[[nodiscard]] std::string decision_url(const std::string& id, UiLanguage lang);

/// The request with a filter's value added or taken away, from its first page.
[[nodiscard]] Request with_value(const Request& request, schema::FieldId field, const std::optional<std::string>& value,
                                 bool chosen);
/// The request without any filter on a field, from its first page.
[[nodiscard]] Request without_filter(const Request& request, schema::FieldId field);
/// True when the value stands in the request's filter.
[[nodiscard]] bool is_chosen(const Request& request, schema::FieldId field, const std::optional<std::string>& value);

/// The address when it is http or https and has no space or control character in it; else empty, so that no
/// "javascript:" of a document becomes a link.
[[nodiscard]] std::string safe_link(const std::optional<std::string>& url);

}  // namespace pykala::searcher::page
