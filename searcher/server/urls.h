// SPDX-License-Identifier: GPL-2.0-or-later
// URLs: percent-encoding of RFC 3986, parameters of application/x-www-form-urlencoded, both strictly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/http.h"

namespace pykala::searcher::server {

inline constexpr std::size_t max_parameters = 512;  ///< of one URL or form

/// Path of a request line without its query -> decoded segments; "/" has none, a slash at the end is of no account.
/// Throws Error{bad_request} for a path that does not begin with '/', a broken %, NUL or another control character,
/// bytes that are not UTF-8, and for segments "." and ".." in any spelling.
[[nodiscard]] std::vector<std::string> parse_path(std::string_view path);

/// "q=lapsi+koulu&year=2017" -> {{q, "lapsi koulu"}, {year, "2017"}}. Throws like parse_path; tabs and line ends in a
/// value become spaces, as what is pasted into a search box has them.
[[nodiscard]] Parameters parse_parameters(std::string_view query);

/// The body of a form that was sent with POST, read in the same way; but a value keeps its lines, each ended by "\n",
/// as a text that was pasted has them. Other control characters become spaces.
[[nodiscard]] Parameters parse_form(std::string_view body);

/// "HEL 1/2" -> "HEL%201%2F2": all but unreserved characters, so that it can stand anywhere in a URL.
[[nodiscard]] std::string percent_encode(std::string_view text);

/// The way back: "q=lapsi%20koulu&year=2017", without a question mark. parse_parameters gives the same again.
[[nodiscard]] std::string encode_parameters(const Parameters& parameters);

}  // namespace pykala::searcher::server
