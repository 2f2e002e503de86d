// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers as people write them: "554 452", "1 234 567,89", "305.000", "1,2", "3.2.1".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pykala::stemmers {

struct NumberToken {
  std::size_t end = 0;  ///< byte of the text behind it
  std::string text;     ///< "554452", "1234567,89", "305000", "1,2", "3.2.1"; decimals ",00" are left out
};

/// The number that begins at `begin`. Blanks and points between groups of three digits are taken out. No value when
/// no digit stands there or when letters are tied to the number ("5-vuotias", "2b").
[[nodiscard]] std::optional<NumberToken> match_number(std::string_view text, std::size_t begin);

/// False when a letter follows at `at`, directly or behind a hyphen: "1960-luku" is a word.
[[nodiscard]] bool number_ends_at(std::string_view text, std::size_t at);

}  // namespace pykala::stemmers
