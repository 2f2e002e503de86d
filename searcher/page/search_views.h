// SPDX-License-Identifier: GPL-2.0-or-later
// Views of the search page: filters, charts and hits, each from the request and the response alone.
#pragma once

#include "searcher/page/view.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher::page {

/// "chips", "facet_groups", "hidden_fields" (what the form must carry along), the ends of ranges, "clear_url".
void add_filters(Json& view, const Request& asked, const Response& response, UiLanguage lang);

/// "years" and "funder_bars": bars that are links, with the same numbers as tables.
void add_charts(Json& view, const Request& asked, const Response& response, UiLanguage lang);

/// "hits": one card each.
void add_hits(Json& view, const Request& asked, const Response& response, UiLanguage lang);

/// "pages": previous, next, and those around this one.
void add_pages(Json& view, const Request& asked, std::size_t total, UiLanguage lang);

/// "foldings": decisions one by one, or one card for each case.
void add_folding(Json& view, const Request& asked, UiLanguage lang);

/// The facet of a field; nullptr when the response has none.
[[nodiscard]] const Facet* facet_of(const Response& response, schema::FieldId field);

/// How a field is called above its values: "Rahoittaja".
[[nodiscard]] const std::string& field_text(schema::FieldId field, UiLanguage lang);

}  // namespace pykala::searcher::page
