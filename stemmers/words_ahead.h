// SPDX-License-Identifier: GPL-2.0-or-later
// Words ahead: hashes of the words of a text, one after the other. The cache of known words is larger than the
// processor's: what it holds of a word is fetched from memory some words before the word's turn comes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "stemmers/term_cache.h"
#include "stemmers/tokenizer.h"

namespace pykala::stemmers {

class WordsAhead {
 public:
  /// A new text begins.
  void clear() { hashes_.clear(); }

  /// Of token `i`, after that of the one before; 0 of one that is no word.
  std::size_t hash(const std::vector<ScannedToken>& tokens, std::size_t i, const TermCache& cache) {
    constexpr std::size_t to_slot = 12, to_entry = 6;  // memory answers in the time of a few look-ups
    while (hashes_.size() < std::min(tokens.size(), i + to_slot + 1)) {
      const Token& token = tokens[hashes_.size()].token;
      hashes_.push_back(token.kind == TokenKind::word ? TermCache::hash_of(token.text) : 0);
      if (hashes_.back() != 0) cache.fetch_slot(hashes_.back());
    }
    const std::size_t near = i + to_entry;
    if (near < hashes_.size() && hashes_[near] != 0) cache.fetch_entry(hashes_[near]);
    return hashes_[i];
  }

 private:
  std::vector<std::size_t> hashes_;
};

}  // namespace pykala::stemmers
