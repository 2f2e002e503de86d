// SPDX-License-Identifier: GPL-2.0-or-later
// The service's log: JSON lines on standard error, for journald. Never what was asked: no query, no parameters, no id.
#pragma once

#include <string>

namespace pykala::searcher::server {

/// {"time": ..., "event": "started", "detail": ...}
void log_event(const std::string& event, const std::string& detail = {});

/// What broke inside: the world gets a 500 or 503 that says nothing of it.
void log_failure(const std::string& route, const std::string& what);

/// One answer, for the access log.
void log_access(const std::string& route, const std::string& method, int status, double seconds);

}  // namespace pykala::searcher::server
