// SPDX-License-Identifier: GPL-2.0-or-later
// What every answer gets after its handler: ETag and 304, gzip, CORS, and the headers that keep readers safe.
#pragma once

#include <string>
#include <string_view>

#include "searcher/server/http.h"
#include "searcher/server/router.h"
#include "searcher/server/settings.h"

namespace pykala::searcher::server {

inline constexpr int status_not_modified = 304;

/// Names a revision of an index: changes with every commit.
[[nodiscard]] std::string revision_of(const Index& index);

/// The entity tag of an answer: of the revision, the program and the URL. Weak, as took_ms and gzip differ.
[[nodiscard]] std::string entity_tag(const HttpRequest& request, const Index& index);

/// Whether If-None-Match names this tag.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

/// CORS: what a page of the request's Origin may do; nothing when it has none or is not allowed.
[[nodiscard]] Headers cors_headers(const HttpRequest& request, const Settings& settings);

/// Adds headers, and compresses. `freshness` of the route; a header that the handler gave stays as it is.
void finish(const HttpRequest& request, Freshness freshness, const Settings& settings, const Index* index,
            HttpResponse& response);

}  // namespace pykala::searcher::server
