// SPDX-License-Identifier: GPL-2.0-or-later
// Search: Request -> Response over one open index.
#pragma once

#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Answers a request. Throws Error{bad_query | unknown_field | bad_request}, and Error{unavailable} past the
/// time of the request; a commit that comes in between is followed
/// and the request answered anew.
[[nodiscard]] Response search(Index& index, const Request& request);

}  // namespace pykala::searcher
