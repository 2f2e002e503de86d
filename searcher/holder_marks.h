// SPDX-License-Identifier: GPL-2.0-or-later
// Holder marks: the documents of a block that have one of the first parts of a score, as bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/block_postings.h"
#include "searcher/scored_parts.h"

namespace pykala::searcher {

class HolderMarks {
 public:
  /// 64 documents a number, the first in the lowest bit: those that may have one of the first `count` of `parts` in the
  /// block that begins at `begin`. Of a part of several words, those with its rarest.
  [[nodiscard]] std::span<const std::uint64_t> of(const std::vector<ScoredParts::Part>& parts, std::size_t count,
                                                  Xapian::docid begin) {
    if (begin != begin_ || count < marked_) {
      words_.fill(0);
      begin_ = begin;
      marked_ = 0;
    }
    for (; marked_ < count; ++marked_) {
      const ScoredParts::Word& word = parts[marked_].words.front();
      if (word.sums != nullptr) add(word.sums->documents().words_between(begin, begin + block_documents));
      for (BlockPostings* term : word.terms) {
        for (const BlockPosting& posting : term->block(begin)) {
          words_[posting.offset / 64] |= std::uint64_t{1} << (posting.offset % 64);
        }
      }
    }
    return words_;
  }

 private:
  void add(std::span<const std::uint64_t> documents) {
    for (std::size_t i = 0; i < documents.size(); ++i) words_[i] |= documents[i];
  }

  std::array<std::uint64_t, block_documents / 64> words_{};
  Xapian::docid begin_ = 0;
  std::size_t marked_ = 0;  ///< parts
};

}  // namespace pykala::searcher
