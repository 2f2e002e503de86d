// SPDX-License-Identifier: GPL-2.0-or-later
// Length column: how many terms every document has, in memory, for BM25. Four bytes a document.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace pykala::searcher {

class LengthColumn {
 public:
  explicit LengthColumn(const Xapian::Database& database);

  /// The sum of its terms' frequencies within it; 0 of no document.
  [[nodiscard]] std::uint32_t of(Xapian::docid document) const {
    return document < lengths_.size() ? lengths_[document] : 0;
  }

 private:
  std::vector<std::uint32_t> lengths_;  ///< by docid
};

}  // namespace pykala::searcher
