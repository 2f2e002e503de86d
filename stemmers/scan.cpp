// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes -> what kind of character stands there. ASCII is decided in the header, the rest here by ICU's tables.
#include "stemmers/scan.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace pykala::stemmers {
namespace {

using namespace std::string_view_literals;

bool begins(std::string_view text, std::size_t at, std::string_view what) {
  // The first byte turns nearly all away, at a tenth of the price of the comparison.
  return at < text.size() && text[at] == what[0] && text.substr(at, what.size()) == what;
}

struct Decoded {
  UChar32 code_point = U_SENTINEL;  // negative: not UTF-8, or the end
  std::size_t next = 0;
};

Decoded decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {U_SENTINEL, text.size()};
  constexpr std::size_t longest = 4;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto length = static_cast<std::int32_t>(std::min(longest, text.size() - at));
  std::int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, i, length, c);
  return {c, at + (c < 0 ? 1 : static_cast<std::size_t>(i))};
}

}  // namespace

namespace beyond_ascii {

std::size_t blank_at(std::string_view text, std::size_t at) {
  for (const auto blank : {"\u00A0"sv, "\u2009"sv, "\u202F"sv}) {
    if (begins(text, at, blank)) return blank.size();
  }
  return 0;
}

std::size_t hyphen_at(std::string_view text, std::size_t at) {
  return begins(text, at, "\u2010") || begins(text, at, "\u2011") ? 3 : 0;
}

std::size_t dash_at(std::string_view text, std::size_t at) {
  if (const std::size_t hyphen = hyphen_at(text, at); hyphen > 0) return hyphen;
  return begins(text, at, "\u2013") || begins(text, at, "\u2014") || begins(text, at, "\u2212") ? 3 : 0;
}

bool is_letter(std::string_view text, std::size_t at) {
  const Decoded character = decode(text, at);
  return character.code_point >= 0 && u_isalpha(character.code_point) != 0;
}

bool is_letter_or_digit(std::string_view text, std::size_t at) {
  const Decoded character = decode(text, at);
  return character.code_point >= 0 && u_isalnum(character.code_point) != 0;
}

bool is_lower_letter(std::string_view text, std::size_t at) {
  const Decoded character = decode(text, at);
  return character.code_point >= 0 && u_islower(character.code_point) != 0;
}

}  // namespace beyond_ascii

std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t most, bool line_breaks) {
  for (; most > 0; --most) {
    std::size_t length = blank_at(text, at);
    if (length == 0 && line_breaks && at < text.size() && (text[at] == '\n' || text[at] == '\r')) length = 1;
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::size_t skip_marks(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_ascii(text[at])) {
    const Decoded character = decode(text, at);
    if (character.code_point < 0 || (U_GET_GC_MASK(character.code_point) & U_GC_M_MASK) == 0) break;
    at = character.next;
  }
  return at;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  return decode(text, at).next;
}

}  // namespace pykala::stemmers
