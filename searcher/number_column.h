// SPDX-License-Identifier: GPL-2.0-or-later
// Number column: the date or the amount of every document in memory, for ranges and for sorting. Eight bytes a
// document.
#pragma once

#include <xapian.h>

#include <limits>
#include <vector>

#include "indexer/schema.h"
#include "searcher/document_set.h"

namespace pykala::searcher {

class NumberColumn {
 public:
  /// Slot::date gives 20170517, Slot::amount cents.
  NumberColumn(const Xapian::Database& database, schema::Slot slot);

  static constexpr double unknown = -std::numeric_limits<double>::infinity();

  [[nodiscard]] double of(Xapian::docid document) const {
    return document < numbers_.size() ? numbers_[document] : unknown;
  }

  /// Documents with a number in [from, to]; the unknown are in no range.
  [[nodiscard]] DocumentSet between(double from, double to) const;

 private:
  std::vector<double> numbers_;  ///< by docid
};

}  // namespace pykala::searcher
