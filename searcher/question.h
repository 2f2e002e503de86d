// SPDX-License-Identifier: GPL-2.0-or-later
// Questions: "milloin silta valmistuu" asks with a word that the answer does not hold. Words from
// data/lexicon/question_words.txt.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/typed_word.h"

namespace pykala::searcher {

/// True when the first word asks ("Milloin silta valmistuu", "hur mycket"), or the second behind a function word ("ja
/// miksi", "på vilken"). Then all words that ask are marked as function words.
bool read_question(std::vector<TypedWord>& words);

/// True for a text that ends as a sentence does: a passage that somebody quotes from memory, not words to look for.
[[nodiscard]] bool is_sentence(std::string_view text);

}  // namespace pykala::searcher
