// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on the wire -> HttpRequest, and what must not: requests that two programs could read in two ways
// (RFC 9112 section 11.2, request smuggling) or that break a limit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/error.h"
#include "searcher/server/http.h"
#include "searcher/server/settings.h"

namespace pykala::searcher::server {

/// The head of a request as it came: nothing decoded.
struct RawHead {
  std::string method;
  std::string uri;
  std::string version;
  Headers headers;  ///< every line, names as they came
};

struct Refusal {
  int status = 400;
  std::string what;
  std::string hint;
};

/// Reads the head: `request` gets method, path, parameters, headers, base_url. A refusal ends the connection, as what
/// follows may not be what it seems. `head_only`: HEAD, which comes as GET.
[[nodiscard]] std::optional<Refusal> read_head(const RawHead& head, const Settings& settings, HttpRequest& request,
                                               bool& head_only);

/// How long the body of a request may be: schema::max_request_bytes, of a form max_form_bytes.
[[nodiscard]] std::size_t most_body_bytes(const HttpRequest& request);

}  // namespace pykala::searcher::server
