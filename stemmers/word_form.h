// SPDX-License-Identifier: GPL-2.0-or-later
// The normal form of a word's characters, in which it is compared, stemmed and indexed.
#pragma once

#include <string>
#include <string_view>

namespace pykala::stemmers {

/// True when `word` is of ASCII letters and å ä ö and the like (U+00C0..U+00FF) alone: one token, no look needed.
[[nodiscard]] bool is_plain_word(std::string_view word);

/// NFC, lower case; soft hyphens and zero-width characters left out, ligatures of old fonts opened ("ﬁ" -> "fi"),
/// apostrophes and hyphens in their ASCII form; cut to `max_term_bytes`. Bytes that are not UTF-8 become U+FFFD.
/// May come out empty.
[[nodiscard]] std::string normal_word(std::string_view raw);
/// The same into a string that is used again.
void normal_word(std::string_view raw, std::string& out);

}  // namespace pykala::stemmers
