// SPDX-License-Identifier: GPL-2.0-or-later
// Scored parts: the parts of a score with their posting lists, and what is the most that each can add.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searcher/block_postings.h"
#include "searcher/bm25.h"
#include "searcher/index.h"
#include "searcher/score_part.h"
#include "searcher/word_sums.h"

namespace pykala::searcher {

/// Looking up one document in one list costs about as much as reading this many postings of it.
inline constexpr double cost_of_look_up = 6;

class ScoredParts {
 public:
  struct Word {
    std::vector<BlockPostings*> terms;  ///< none where there are sums
    const WordSums* sums = nullptr;
    double weight = 0;    ///< of its rarity
    double most = 0;      ///< no document scores more by it
    double postings = 0;  ///< of all its terms
  };
  struct Part {
    std::vector<Word> words;  ///< the rarest first
    double factor = 1;
    double fixed = 0;
    BlockPostings* without = nullptr;
    double most = 0;
    double postings = 0;  ///< of all its words
  };
  /// What is still to be done: the most it can add to a score, its lists, and the postings in them.
  struct Rest {
    double most = 0, lists = 0, postings = 0;
    Rest operator+(const Rest& other) const {
      return {most + other.most, lists + other.lists, postings + other.postings};
    }
  };

  /// `index` and `bm25` must live as long.
  ScoredParts(const std::vector<ScorePart>& parts, const Bm25& bm25, const Index& index);

  /// Those that some document can have, the ones that can add most first.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  /// From a part on; of none, past the last.
  [[nodiscard]] const Rest& rest(std::size_t part) const { return rest_[part]; }

 private:
  BlockPostings* postings_of(const std::string& term);
  void add_part(const ScorePart& told);
  Word word_of(const ScoredWord& terms, const WordSums* sums);

  const Index& index_;
  const Bm25& bm25_;
  std::map<std::string, std::unique_ptr<BlockPostings>> lists_;
  std::vector<Part> parts_;
  std::vector<Rest> rest_;
};

}  // namespace pykala::searcher
