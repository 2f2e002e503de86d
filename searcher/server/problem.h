// SPDX-License-Identifier: GPL-2.0-or-later
// Errors over HTTP: problem+json (RFC 9457) with the members of the JSON protocol's error beside its own.
#pragma once

#include <string>

#include "indexer/error.h"
#include "searcher/server/http.h"

namespace pykala::searcher::server {

/// 400 for what the request did wrong, 404 not found, 503 try again, 500 for the rest.
[[nodiscard]] int http_status(schema::ErrorCode code);

/// "Bad Request" for 400.
[[nodiscard]] const char* reason_of(int status);

/// Says when to come again, where an answer's status asks for that.
void add_retry_after(HttpResponse& response);

/// {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": what, "code": "unknown_field", "hint": ...,
/// "pointer": "/filters/foo"}, and for a query its "position" in code points from 0. A 5xx says nothing of files and
/// folders: that is for the log.
[[nodiscard]] HttpResponse problem(const schema::Error& error, int status);
[[nodiscard]] inline HttpResponse problem(const schema::Error& error) {
  return problem(error, http_status(error.code));
}

}  // namespace pykala::searcher::server
