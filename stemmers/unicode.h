// SPDX-License-Identifier: GPL-2.0-or-later
// Unicode for every layer: validation, NFC, case. The only place, with the tokeniser, that speaks to ICU.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pykala::stemmers {

/// True for well-formed UTF-8 (Unicode 15, section 3.9: no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` with every byte that is not part of well-formed UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Normalisation Form C. `text` must be valid UTF-8. "a" + U+0308 -> "ä".
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Lower case of a text of ASCII and U+00C0..U+00FF (å ä ö é ü) alone, into `out`; false at the first other character,
/// `out` is then of no use. The quick way of to_lower, which gives the same.
[[nodiscard]] bool lower_latin1(std::string_view text, std::string& out);

/// Lower case by the rules of Finnish (å ä ö stay letters). `text` must be valid UTF-8.
[[nodiscard]] std::string to_lower(std::string_view text);

/// First letter in upper case, the rest as it is: "kansliapäällikkö" -> "Kansliapäällikkö".
[[nodiscard]] std::string capitalize(std::string_view text);

/// A text of one code point an element.
[[nodiscard]] std::string to_utf8(std::wstring_view text);

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The first `count` code points of valid UTF-8; all of a shorter text.
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t count);

/// The longest prefix of valid UTF-8 `text` of at most `max_bytes` that ends on a code point boundary.
[[nodiscard]] std::string_view cut_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace pykala::stemmers
