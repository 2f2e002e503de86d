// SPDX-License-Identifier: GPL-2.0-or-later
// Chunks: a text cut at white space, for looking for a few words in many texts. Most chunks are one word of letters and
// need no tokeniser; what the tokeniser would make of the others is for it to say.
#pragma once

#include <algorithm>
#include <string_view>

#include "stemmers/token.h"
#include "stemmers/word_form.h"

namespace pykala::searcher {

/// `word`(letters) for a chunk that is one word but for marks around it ("(rahoitus,": "rahoitus"), `other`(chunk) for
/// the rest ("STEA:lta", "ohjaus-", "1.1.2019–31.12.2019"). What needs its neighbours to be a token ("17 §") comes in
/// its parts.
template <class Word, class Other>
void each_chunk(std::string_view text, const Word& word, const Other& other) {
  constexpr std::string_view blank = " \t\n\r", before = "(\"'[", after = ".,;:!?)\"']";
  for (std::size_t at = text.find_first_not_of(blank); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
    const std::string_view chunk = text.substr(at, end - at);
    const std::size_t first = chunk.find_first_not_of(before);
    const std::size_t last = chunk.find_last_not_of(after);
    if (first <= last && last != std::string_view::npos) {
      const std::string_view inner = chunk.substr(first, last + 1 - first);
      if (stemmers::is_plain_word(inner) && inner.size() <= stemmers::max_term_bytes) {
        word(inner);
      } else {
        other(chunk);
      }
    }
    at = text.find_first_not_of(blank, end);
  }
}

}  // namespace pykala::searcher
