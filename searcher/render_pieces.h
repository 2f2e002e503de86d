// SPDX-License-Identifier: GPL-2.0-or-later
// Pieces of terminal text that the renderers share. Control characters of documents never reach the terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/render.h"

namespace pykala::searcher {

inline constexpr const char* bold = "\x1b[1m";
inline constexpr const char* highlight = "\x1b[33;1m";
inline constexpr const char* dim = "\x1b[2m";
inline constexpr const char* reset = "\x1b[0m";

/// The one of three words that is in the language of the person.
[[nodiscard]] std::string in_language(UiLanguage lang, std::string_view fi, std::string_view sv, std::string_view en);

[[nodiscard]] std::string styled(const std::string& text, const char* style, const TextStyle& look);
/// Puts the style round the highlighted ranges (code points); without colour *stars*.
[[nodiscard]] std::string marked(const std::string& text, const Highlights& ranges, const TextStyle& look);
/// Breaks at spaces so that no line is wider than the terminal; `indent` before each.
void write_wrapped(const std::string& text, std::size_t width, const std::string& indent, std::ostream& out);
/// "18.6.2020 · Kansliapäällikkö · 159 § · HEL 2020-007982 · esitys"
[[nodiscard]] std::string header_line(const schema::Decision& decision, UiLanguage lang);
/// "STEA · avustus 305 000 € · omarahoitus 214 452 €"
[[nodiscard]] std::string money_line(const schema::Decision& decision, UiLanguage lang);

}  // namespace pykala::searcher
