// SPDX-License-Identifier: GPL-2.0-or-later
// Best documents: the first so many of those offered, at most one of each card.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <iterator>
#include <limits>
#include <set>
#include <unordered_map>
#include <vector>

namespace pykala::searcher {

/// A document with what it scored.
struct Scored {
  Xapian::docid document = 0;
  double score = 0;
};

class BestDocuments {
 public:
  explicit BestDocuments(std::size_t wanted) : wanted_(wanted) {}

  /// What a document must score at least to come in; anything, while there is room.
  [[nodiscard]] double least() const {
    return best_.size() < wanted_ ? -std::numeric_limits<double>::infinity() : best_.rbegin()->scored.score;
  }

  /// Of two documents with the same card only the better stays.
  void offer(const Scored& scored, std::uint32_t card) {
    const Entry entry{scored, card};
    if (wanted_ == 0 || (best_.size() == wanted_ && !before(entry, *best_.rbegin()))) return;
    const auto own = by_card_.find(card);
    if (own != by_card_.end()) {
      if (!before(entry, own->second)) return;
      best_.erase(own->second);
    } else if (best_.size() == wanted_) {
      by_card_.erase(best_.rbegin()->card);
      best_.erase(std::prev(best_.end()));
    }
    best_.insert(entry);
    by_card_.insert_or_assign(card, entry);
  }

  /// The best first; of equal ones the lower docid.
  [[nodiscard]] std::vector<Scored> in_order() const {
    std::vector<Scored> out;
    for (const Entry& entry : best_) out.push_back(entry.scored);
    return out;
  }

 private:
  struct Entry {
    Scored scored;
    std::uint32_t card = 0;
  };
  static bool before(const Entry& a, const Entry& b) {
    return a.scored.score != b.scored.score ? a.scored.score > b.scored.score : a.scored.document < b.scored.document;
  }
  struct Before {
    bool operator()(const Entry& a, const Entry& b) const { return before(a, b); }
  };

  std::size_t wanted_;
  std::set<Entry, Before> best_;
  std::unordered_map<std::uint32_t, Entry> by_card_;
};

}  // namespace pykala::searcher
