// SPDX-License-Identifier: GPL-2.0-or-later
// Function words of each language, from data/lexicon/stopwords_*.txt.
#pragma once

#include <string_view>

#include "stemmers/token.h"

namespace pykala::stemmers {

[[nodiscard]] constexpr unsigned language_bit(Language language) {
  return 1U << static_cast<unsigned>(language);
}

/// The bits of the languages in which the word is a function word; 0 for other words.
[[nodiscard]] unsigned stop_word_languages(std::string_view lower_case_word);

/// True for a function word ("ja", "jonka", "och", "the"). `lower_case_word` as a token's text: NFC, lower case.
/// Language `unknown` is asked as Finnish.
[[nodiscard]] bool is_stop_word(std::string_view lower_case_word, Language language);

}  // namespace pykala::stemmers
