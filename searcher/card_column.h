// SPDX-License-Identifier: GPL-2.0-or-later
// Card column: which card every document belongs to, in memory. Four bytes a document.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace pykala::searcher {

class CardColumn {
 public:
  explicit CardColumn(const Xapian::Database& database);

  /// Number of the document's card, below count(); the same for documents of one card_key.
  [[nodiscard]] std::uint32_t of(Xapian::docid document) const {
    return document < cards_.size() ? cards_[document] : 0;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::vector<std::uint32_t> cards_;  ///< by docid
  std::size_t count_ = 1;             ///< 0 is of no document
};

}  // namespace pykala::searcher
