// SPDX-License-Identifier: GPL-2.0-or-later
// Small scanning helpers over UTF-8 text that readers and parser share. No state, linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::indexer {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Without white space at both ends; white space is also U+00A0, U+2000-200B, U+202F, U+3000 and U+FEFF.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Trimmed, every run of white space as one space.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

/// Words between runs of spaces.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// "Kansliapäällikkö päätti" -> "päätti"; the whole text when it is one word.
[[nodiscard]] std::string_view last_word(std::string_view text);

/// Code point at `at` of valid UTF-8 and its length in bytes; {0, 0} at the end.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

/// Lower or upper case letter of the Latin script as used in Finland and its neighbours (a-z, à-ÿ, Latin Extended-A).
[[nodiscard]] bool is_lower_letter(std::uint32_t code_point);
[[nodiscard]] bool is_upper_letter(std::uint32_t code_point);
/// True where `text` begins with such a letter.
[[nodiscard]] bool starts_lower(std::string_view text);
[[nodiscard]] bool starts_upper(std::string_view text);
/// Last code point's letter class: "osal" ends with a letter.
[[nodiscard]] bool ends_with_letter(std::string_view text);

/// A number of at most `max_digits` digits at `at`; moves `at` past it.
[[nodiscard]] std::optional<int> scan_number(std::string_view text, std::size_t& at, std::size_t max_digits);

/// A Finnish date ("17.5.2017") at `at` that is not part of a longer number; ISO text, and `at` past it.
[[nodiscard]] std::optional<std::string> scan_date(std::string_view text, std::size_t& at);

/// Moves `at` over ASCII spaces.
void skip_spaces(std::string_view text, std::size_t& at);

}  // namespace pykala::indexer
