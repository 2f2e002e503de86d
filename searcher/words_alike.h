// SPDX-License-Identifier: GPL-2.0-or-later
// Words alike: rarer words of the index with the beginning of a typed one, derivations and misspelt ends that no lemma
// joins: "syntymä" for "syntyä". Found when asked, so that they cost no postings; they do what a term of the first
// letters would.
#pragma once

#include <string>
#include <vector>

#include "indexer/text_index.h"

namespace pykala::searcher {

/// Which words begin alike.
struct AlikeSettings {
  std::size_t letters = 5;
  double most_common_share = 0.02;          ///< of the documents may have one,
  double always_rare = 20;                  ///< or so many
  std::size_t most_words = 64;              ///< the rarest
  std::size_t most_looked_at = 1024;        ///< of the index's words
  Xapian::doccount most_postings = 20'000;  ///< of all of them together
};
inline constexpr AlikeSettings alike_settings;

/// Terms of the lemmas and of the words that begin like the first of them, to count as one word: a decision with
/// "syntymä" only has it too, one with "syntyä" has no less. Nothing when the beginning is short or holds a digit
/// ("2017-005881").
[[nodiscard]] std::vector<std::string> words_alike(const std::vector<std::string>& lemmas,
                                                   const std::string& term_prefix, const schema::TextIndex& index);

}  // namespace pykala::searcher
