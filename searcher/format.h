// SPDX-License-Identifier: GPL-2.0-or-later
// Formats of single values for people.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace pykala::searcher {

/// Control characters become spaces, so that a document cannot drive a terminal; bad bytes become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// Columns a text takes on a terminal: code points, escape sequences not counted.
[[nodiscard]] std::size_t visible_length(std::string_view text);
/// Breaks at spaces so that no line is wider than `width` columns; `indent` before each line.
void write_wrapped(const std::string& text, std::size_t width, const std::string& indent, std::ostream& out);
/// "2017-05-17" -> "17.5.2017".
[[nodiscard]] std::string finnish_date(std::string_view iso_date);
/// 30500000, "EUR" -> "305 000 €"; cents only when there are any: "12,50 €".
[[nodiscard]] std::string money(std::int64_t cents, std::string_view currency);

}  // namespace pykala::searcher
