// SPDX-License-Identifier: GPL-2.0-or-later
// Query pieces: what stands between spaces, quotes and parentheses of typed text; private to the query parser.
#pragma once

#include <optional>
#include <string_view>

namespace pykala::searcher {

enum class LexemeKind { word, exact, pattern, phrase, field, open, close, both, either, except };

/// Whether a space stands at `at`, and its width in bytes: no-break spaces too.
[[nodiscard]] bool is_space(std::string_view text, std::size_t at, std::size_t& width);

/// Width of a double quote at `at`, straight or typographic („ “ ” « »); 0 when there is none.
[[nodiscard]] std::size_t quote_width(std::string_view text, std::size_t at);

/// Bytes of the piece at `at`: up to a space, quote or parenthesis.
[[nodiscard]] std::string_view piece_at(std::string_view text, std::size_t at);

/// The first place from `at` where no space stands.
[[nodiscard]] std::size_t after_spaces(std::string_view text, std::size_t at);

/// Where the quotation that begins at `at` ends, past its closing quote; one that is never closed runs to the end.
struct Quotation {
  std::string_view words;
  std::size_t end = 0;
};
[[nodiscard]] Quotation quotation_at(std::string_view text, std::size_t at);

/// "AND" and its like; in capitals only. Nothing for other words.
[[nodiscard]] std::optional<LexemeKind> operator_of(std::string_view piece);

}  // namespace pykala::searcher
