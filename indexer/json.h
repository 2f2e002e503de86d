// SPDX-License-Identifier: GPL-2.0-or-later
// Careful JSON: nlohmann/json with what hostile input needs on top. Only for .cpp files that speak JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace pykala::schema {

using Json = nlohmann::ordered_json;

/// Parses one value. Throws Error{bad_data} for broken JSON (with the byte), nesting past max_json_depth, an object
/// with more than max_json_keys keys, a key twice
/// in one object, or bytes that are not UTF-8.
[[nodiscard]] Json parse_json(std::string_view text);

/// Compact text; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string dump_json(const Json& value);

/// Appends a JSON string as dump_json writes it, without a Json made of it first.
void append_json_text(std::string& out, std::string_view text);

/// `key` as one step of a JSON pointer, escaped as RFC 6901 section 3 says.
[[nodiscard]] std::string pointer_step(std::string_view key);

}  // namespace pykala::schema
