// SPDX-License-Identifier: GPL-2.0-or-later
// The archive's own tokens that a general word break would cut apart: case numbers, sections, dates, year ranges,
// numbers, e-mail addresses and URLs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "stemmers/token.h"

namespace pykala::stemmers {

struct ArchiveToken {
  std::size_t end = 0;  ///< byte of the text behind it
  TokenKind kind = TokenKind::word;
  std::string text;  ///< normal form, see TokenKind
};

/// The token that begins at byte `begin` with a digit or "§": section, case number, date, year range or number.
/// A number to which letters are tied ("5-vuotias", "1960-luku", "2b") is no match but a word. Time is bounded.
[[nodiscard]] std::optional<ArchiveToken> match_numeric_token(std::string_view text, std::size_t begin);

/// A case number that begins with letters at `begin`: "HEL 2017-005881", "hel-2017-005881".
[[nodiscard]] std::optional<ArchiveToken> match_case_number(std::string_view text, std::size_t begin);

/// An e-mail address or URL (with http:// or www.) that begins at `begin`. `text` in normal form is the caller's work.
/// Returns the byte behind it, or 0.
[[nodiscard]] std::size_t match_address(std::string_view text, std::size_t begin);

/// Index behind ":n", ":lta" (a colon and a short ending in lower case) at `at`; `at` itself when there is none.
[[nodiscard]] std::size_t skip_colon_ending(std::string_view text, std::size_t at);

}  // namespace pykala::stemmers
