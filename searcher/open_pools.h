// SPDX-License-Identifier: GPL-2.0-or-later
// Open pools: sets of documents, each with the best of it so far, and what a document must score to come into one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "searcher/best_documents.h"
#include "searcher/document_set.h"

namespace pykala::searcher {

/// Documents of which the best are wanted.
struct Pool {
  const DocumentSet* documents;
  std::size_t wanted = 0;
  bool only_scoring = false;  ///< those that score nothing do not come in, not even where there is room
};

/// Sums of the same summands differ in their last digits by their order, by this share of them at most.
inline constexpr double rounding = 1e-9;

class OpenPool {
 public:
  explicit OpenPool(const Pool& pool)
      : documents_(pool.documents),
        size_(pool.wanted > 0 ? documents_->size() : 0),
        best_(pool.wanted),
        floor_(pool.only_scoring ? std::numeric_limits<double>::min() : -std::numeric_limits<double>::infinity()) {}

  [[nodiscard]] const DocumentSet& documents() const { return *documents_; }
  /// Documents in it; 0 when none is wanted.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Whether any document of [begin, end), multiples of 64, may come in.
  [[nodiscard]] bool has_between(std::size_t begin, std::size_t end) const {
    return size_ > 0 && documents_->has_between(begin, end);
  }

  /// What scores less does not come in, whatever rounding may do; while there is room anything does, or all that score.
  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] bool is_only_scoring() const { return floor_ > 0; }

  void offer(const Scored& scored, std::uint32_t card) {
    if (scored.score < least_ || size_ == 0) return;
    best_.offer(scored, card);
    const double least = best_.least();
    least_ = std::max(floor_, least - rounding * std::abs(least));
  }

  [[nodiscard]] std::vector<Scored> in_order() const { return best_.in_order(); }

 private:
  const DocumentSet* documents_;
  std::size_t size_;
  BestDocuments best_;
  double floor_;
  double least_ = floor_;
};

class OpenPools {
 public:
  explicit OpenPools(std::span<const Pool> pools) : pools_(pools.begin(), pools.end()) {}

  [[nodiscard]] auto begin() const { return pools_.begin(); }
  [[nodiscard]] auto end() const { return pools_.end(); }
  [[nodiscard]] const OpenPool& front() const { return pools_.front(); }
  [[nodiscard]] bool is_one() const { return pools_.size() == 1; }

  /// What a document must score to come into one of its pools. Of one pool, all documents asked for are of it.
  [[nodiscard]] double needed(Xapian::docid document) const {
    if (is_one()) return pools_.front().least();
    double least = std::numeric_limits<double>::infinity();
    for (const OpenPool& pool : pools_) {
      if (pool.size() > 0 && pool.least() < least && pool.documents().contains(document)) least = pool.least();
    }
    return least;
  }

  void offer(const Scored& scored, std::uint32_t card) {
    for (OpenPool& pool : pools_) {
      if (is_one() || pool.documents().contains(scored.document)) pool.offer(scored, card);
    }
  }

 private:
  std::vector<OpenPool> pools_;
};

}  // namespace pykala::searcher
