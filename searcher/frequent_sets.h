// SPDX-License-Identifier: GPL-2.0-or-later
// Frequent sets: the documents of terms that filters ask for again and again, kept as sets, for all threads (as
// Lucene's LRUQueryCache keeps them).
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "searcher/document_set.h"

namespace pykala::searcher {

class FrequentSets {
 public:
  using Set = std::shared_ptr<const DocumentSet>;
  static constexpr std::size_t most = 64;  ///< sets, a bit a document each: 8 MB at a million

  /// `make()` gives the documents of the term when they are not kept; the set used longest ago makes room.
  template <class Make>
  Set get(const std::string& term, const Make& make) {
    if (Set known = find(term)) return known;
    auto made = std::make_shared<const DocumentSet>(make());  // two threads may make the same: nobody waits
    const std::lock_guard lock(mutex_);
    sets_.insert(sets_.begin(), {term, made});
    if (sets_.size() > most) sets_.pop_back();
    return made;
  }

 private:
  Set find(const std::string& term) {
    const std::lock_guard lock(mutex_);
    const auto known = std::find_if(sets_.begin(), sets_.end(), [&](const auto& each) { return each.first == term; });
    if (known == sets_.end()) return nullptr;
    std::rotate(sets_.begin(), known, known + 1);
    return sets_.front().second;
  }

  std::mutex mutex_;
  std::vector<std::pair<std::string, Set>> sets_;  ///< the one used last first
};

}  // namespace pykala::searcher
