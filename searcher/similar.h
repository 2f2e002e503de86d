// SPDX-License-Identifier: GPL-2.0-or-later
// Similar: a request with similar_to or similar_to_text -> precedents with reasons, as a Response.
#pragma once

#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

[[nodiscard]] bool asks_similar(const Request& request);

/// The precedents that the request's query and filters let through, at most max_precedents; total and facets count
/// those. Order: best first, else by day or sum. Throws Error{not_found} for an id that is not in the index,
/// Error{bad_request} for a text that is too long or empty.
[[nodiscard]] Response answer_similar(const Index& index, const Request& request);

}  // namespace pykala::searcher
