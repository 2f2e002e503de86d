// SPDX-License-Identifier: GPL-2.0-or-later
// Looking at bytes of a text that may be broken UTF-8. Every function is safe at any index up to text.size().
#pragma once

#include <cstddef>
#include <string_view>

namespace pykala::stemmers {

inline bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Longest run of digits looked at as one number; keeps every look-ahead bounded.
inline constexpr std::size_t max_digits = 256;

/// Index behind the digits that begin at `at` (at itself when there are none).
inline std::size_t skip_digits(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at - begin < max_digits && is_digit(text, at)) ++at;
  return at;
}

/// What the functions below ask beyond ASCII; the first byte, which they look at themselves, turns nearly all away.
namespace beyond_ascii {
[[nodiscard]] std::size_t blank_at(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t hyphen_at(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t dash_at(std::string_view text, std::size_t at);
[[nodiscard]] bool is_letter(std::string_view text, std::size_t at);
[[nodiscard]] bool is_letter_or_digit(std::string_view text, std::size_t at);
[[nodiscard]] bool is_lower_letter(std::string_view text, std::size_t at);
}  // namespace beyond_ascii

inline bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes of the blank at `at` that does not end a line: space, tab, NBSP, thin, narrow no-break space; else 0.
[[nodiscard]] inline std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii(text[at])) return text[at] == ' ' || text[at] == '\t' ? 1 : 0;
  return beyond_ascii::blank_at(text, at);
}
/// Bytes of a hyphen at `at`: - U+2010 U+2011; else 0.
[[nodiscard]] inline std::size_t hyphen_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] != '\xE2') return text[at] == '-' ? 1 : 0;
  return beyond_ascii::hyphen_at(text, at);
}
/// Bytes of a hyphen, minus sign, en or em dash at `at`; else 0.
[[nodiscard]] inline std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] != '\xE2') return text[at] == '-' ? 1 : 0;
  return beyond_ascii::dash_at(text, at);
}
/// Bytes of "§" at `at`; else 0.
[[nodiscard]] inline std::size_t section_sign_at(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == '\xC2' && text[at + 1] == '\xA7' ? 2 : 0;
}
/// Index behind the blanks at `at`, at most `most` of them; with `line_breaks`, a line break counts as a blank.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t most,
                                      bool line_breaks = false);
/// True when the character at `at` is a letter (any script).
[[nodiscard]] inline bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_ascii(text[at]) ? is_ascii_letter(text[at]) : beyond_ascii::is_letter(text, at);
}
/// True when the character at `at` is a letter or digit (any script).
[[nodiscard]] inline bool is_letter_or_digit(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_ascii(text[at]) ? is_ascii_letter(text[at]) || is_digit(text, at)
                            : beyond_ascii::is_letter_or_digit(text, at);
}
/// Index behind the combining marks at `at`, as in decomposed text: "a" U+0308.
[[nodiscard]] std::size_t skip_marks(std::string_view text, std::size_t at);
/// True when the character at `at` is a lower-case letter.
[[nodiscard]] inline bool is_lower_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_ascii(text[at]) ? text[at] >= 'a' && text[at] <= 'z' : beyond_ascii::is_lower_letter(text, at);
}
/// Index behind the character at `at`; a byte that is not UTF-8 counts as one character.
[[nodiscard]] std::size_t next_character(std::string_view text, std::size_t at);

}  // namespace pykala::stemmers
