// SPDX-License-Identifier: GPL-2.0-or-later
// HTTP as plain data: what a handler gets and what it gives. No socket and no library here, so that every handler is a
// function a test can call. The way of a request:
//   bytes -> HttpRequest -> Router -> handler -> HttpResponse -> (ETag, gzip, common headers) -> bytes
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/index.h"

namespace pykala::searcher::server {

struct NameValue {
  std::string name;
  std::string value;
  bool operator==(const NameValue&) const = default;
};

/// In the order of the URL; a name may stand several times (funder=STEA&funder=ESR).
using Parameters = std::vector<NameValue>;
using Headers = std::vector<NameValue>;

struct HttpRequest {
  std::string method = "GET";     ///< GET or POST; HEAD comes as GET, OPTIONS never comes
  std::vector<std::string> path;  ///< decoded segments: /fi/decision/HEL-2017%2F17 -> {"fi", "decision", "HEL-2017/17"}
  Parameters parameters;          ///< decoded; valid UTF-8 without control characters
  Headers headers;                ///< names in lower case: accept, accept-language, content-type, if-none-match, origin
  std::string body;               ///< at most schema::max_request_bytes
  std::string base_url;           ///< "https://paatokset.example.fi", without a slash at the end; for absolute links
  std::vector<NameValue> captured;  ///< values of the {names} of the route, set by the router

  /// First header of that name (in lower case); empty when there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    for (const NameValue& header : headers) {
      if (header.name == name) return header.value;
    }
    return {};
  }
  /// Value of a {name} of the route; empty when the route has no such name.
  [[nodiscard]] const std::string& capture(std::string_view name) const {
    static const std::string none;
    for (const NameValue& value : captured) {
      if (value.name == name) return value.value;
    }
    return none;
  }
};

/// The rest of a long answer, piece by piece; an empty piece ends it. Each piece may be asked for in another thread,
/// with that thread's index, so what it gets from an index must hold in all of them (ids, not iterators).
using BodyStream = std::function<std::string(Index& index)>;

/// True for the body of a form as browsers send it.
[[nodiscard]] inline bool is_form(const HttpRequest& request) {
  const std::string_view type = request.header("content-type");
  return type.substr(0, type.find_first_of("; ")) == "application/x-www-form-urlencoded";
}

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  Headers headers;    ///< beside Content-Type; those that every answer has are added by the server
  BodyStream stream;  ///< follows the body; empty: the body is all
};

/// Throws schema::Error for what the request did wrong: the router answers it.
using Handler = std::function<HttpResponse(const HttpRequest& request, Index& index)>;

}  // namespace pykala::searcher::server
