// SPDX-License-Identifier: GPL-2.0-or-later
// Stored hits: the decisions of one answer, each read once though its order and its card both need it.
#pragma once

#include <unordered_map>
#include <utility>

#include "searcher/index.h"

namespace pykala::searcher {

class StoredHits {
 public:
  explicit StoredHits(const Index& index) : index_(index) {}

  [[nodiscard]] const schema::StoredDecision& of(Xapian::docid document) {
    const auto known = read_.find(document);
    return known != read_.end() ? known->second : read_.emplace(document, index_.stored(document)).first->second;
  }
  /// For the last time.
  [[nodiscard]] schema::StoredDecision take(Xapian::docid document) {
    const auto known = read_.extract(document);
    return known.empty() ? index_.stored(document) : std::move(known.mapped());
  }

 private:
  const Index& index_;
  std::unordered_map<Xapian::docid, schema::StoredDecision> read_;
};

}  // namespace pykala::searcher
