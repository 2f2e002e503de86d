// SPDX-License-Identifier: GPL-2.0-or-later
// Parts in, sums out.
#include "searcher/block_scores.h"

namespace pykala::searcher {

BlockScores::BlockScores(const Bm25& bm25, const Index& index) : bm25_(bm25), index_(index) {
  for (auto* array : {&score_, &norm_, &sum_}) array->resize(block_documents);
  for (auto* array : {&wdf_, &count_}) array->resize(block_documents);
}

double BlockScores::score_of(const Part& part, Xapian::docid document) const {
  if (part.without != nullptr && part.without->wdf_at(document, begin_) > 0) return 0;
  double sum = 0;
  for (const Word& word : part.words) {
    std::uint32_t wdf = word.sums != nullptr ? word.sums->of(document) : 0;
    for (BlockPostings* term : word.terms) wdf += term->wdf_at(document, begin_);
    if (wdf == 0) return 0;
    sum += score_of(word, wdf, document - begin_);
  }
  return part.factor * sum + part.fixed;
}

void BlockScores::add(const Part& part) {
  if (part.words.size() == 1 && part.without == nullptr) return add_word(part);
  std::size_t words = 0;
  for (const Word& word : part.words) {
    for_each(word, [&](std::uint32_t offset, double score) {
      if (count_[offset] != words) return;  // it lacks an earlier word
      if (words == 0) met_.push_back(offset);
      ++count_[offset];
      sum_[offset] += score;
    });
    ++words;
  }
  if (part.without != nullptr) {
    for (const BlockPosting& posting : part.without->block(begin_)) count_[posting.offset] = 0;
  }
  for (const std::uint32_t offset : met_) {
    if (count_[offset] == words) score_[offset] += part.factor * sum_[offset] + part.fixed;
    count_[offset] = 0;
    sum_[offset] = 0;
  }
  met_.clear();
}

/// Each of its documents comes once: nothing to be remembered between words.
void BlockScores::add_word(const Part& part) {
  const double factor = part.factor, fixed = part.fixed;
  for_each(part.words.front(), [&](std::uint32_t offset, double score) { score_[offset] += factor * score + fixed; });
}

/// `take`(offset, score) for each document of the block with the word.
template <class Take>
void BlockScores::for_each(const Word& word, const Take& take) {
  if (word.sums != nullptr) {
    const auto wdfs = word.sums->from(begin_);
    word.sums->documents().each_between(begin_, end(), [&](Xapian::docid document) {
      const std::uint32_t offset = document - begin_;
      take(offset, score_of(word, wdfs[offset], offset));
    });
    return;
  }
  if (word.terms.size() == 1) {
    for (const BlockPosting& posting : word.terms.front()->block(begin_)) {
      take(posting.offset, score_of(word, posting.wdf, posting.offset));
    }
    return;
  }
  with_wdfs(word, [&](const auto& wdfs) {
    for (const std::uint32_t offset : with_word_) take(offset, score_of(word, wdfs[offset], offset));
  });
}

void BlockScores::sum_wdfs(const Word& word) {
  for (BlockPostings* term : word.terms) {
    for (const BlockPosting& posting : term->block(begin_)) {
      if (wdf_[posting.offset] == 0) with_word_.push_back(posting.offset);
      wdf_[posting.offset] += posting.wdf;
    }
  }
}

}  // namespace pykala::searcher
