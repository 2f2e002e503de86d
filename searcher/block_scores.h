// SPDX-License-Identifier: GPL-2.0-or-later
// Block scores: what the documents of one block of the archive have scored so far. A part is added to all of them at
// once (a term at a time), or asked for one of them.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/block_postings.h"
#include "searcher/bm25.h"
#include "searcher/index.h"
#include "searcher/scored_parts.h"

namespace pykala::searcher {

class BlockScores {
 public:
  using Word = ScoredParts::Word;
  using Part = ScoredParts::Part;

  /// Both must live as long.
  BlockScores(const Bm25& bm25, const Index& index);

  /// The block that begins with this document; blocks come in ascending order.
  void move_to(Xapian::docid begin) { begin_ = begin; }
  [[nodiscard]] Xapian::docid begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return std::size_t{begin_} + block_documents; }

  /// Those of documents that were not started mean nothing.
  void start(std::uint32_t offset) {
    norm_[offset] = bm25_.norm(index_.lengths().of(begin_ + offset));
    score_[offset] = 0;
  }
  [[nodiscard]] double score(std::uint32_t offset) const { return score_[offset]; }

  /// Of a word that stands so often in a document.
  [[nodiscard]] double score_of(const Word& word, std::uint32_t wdf, std::uint32_t offset) const {
    return word.weight * (wdf / (norm_[offset] + wdf));
  }
  /// Looks it up; documents come in ascending order.
  [[nodiscard]] double score_of(const Part& part, Xapian::docid document) const;

  void add(std::uint32_t offset, double score) { score_[offset] += score; }
  /// Adds what the part gives to all documents of the block.
  void add(const Part& part);

  /// Calls `use`(wdfs): by offset how often any of the word's terms stands in a document of the block.
  template <class Use>
  void with_wdfs(const Word& word, const Use& use) {
    if (word.sums != nullptr) return use(word.sums->from(begin_));
    sum_wdfs(word);
    use(wdf_);
    for (const std::uint32_t offset : with_word_) wdf_[offset] = 0;
    with_word_.clear();
  }

 private:
  void add_word(const Part& part);
  void sum_wdfs(const Word& word);
  template <class Take>
  void for_each(const Word& word, const Take& take);

  const Bm25& bm25_;
  const Index& index_;
  Xapian::docid begin_ = 0;
  // By offset.
  std::vector<double> score_, norm_, sum_;
  std::vector<std::uint32_t> wdf_, count_;
  std::vector<std::uint32_t> met_, with_word_;  ///< offsets, in no order
};

}  // namespace pykala::searcher
