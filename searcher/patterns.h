// SPDX-License-Identifier: GPL-2.0-or-later
// Patterns: word*, *word, wo*rd -> the words of the index that fit. Expanded here, not by Xapian's OP_WILDCARD, so that
// the cap and the scores are the same on one machine and on several.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.h"

namespace pykala::searcher {

struct Expansion {
  std::vector<std::string> words;  ///< the most frequent ones, most frequent first
  std::size_t found = 0;           ///< how many fit in all
};

/// `pattern` in any letter case; each * stands for any letters, also none. At most `most` words are given.
[[nodiscard]] Expansion expand_pattern(const Index& index, std::string_view pattern, std::size_t most);

/// Whether `word` fits `pattern` as a whole; both compared byte by byte. Linear in their product at worst.
[[nodiscard]] bool fits_pattern(std::string_view word, std::string_view pattern);

}  // namespace pykala::searcher
