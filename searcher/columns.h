// SPDX-License-Identifier: GPL-2.0-or-later
// Column: the values of one field for every document, in memory, so that counting a facet costs a few nanoseconds a
// document instead of a look-up in the database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace pykala::searcher {

class Column {
 public:
  Column(const Xapian::Database& database, const schema::FieldRow& field);

  /// Distinct values; number 0 is the empty one, "unknown".
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

  /// Numbers of the values of a document: at least one, {0} when it has none.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid document) const {
    if (document + 1 >= begins_.size()) return {&unknown, 1};
    const std::uint32_t begin = begins_[document];
    const std::uint32_t end = begins_[document + 1];
    return begin == end ? std::span<const std::uint32_t>(&unknown, 1) : std::span(ids_).subspan(begin, end - begin);
  }

 private:
  static constexpr std::uint32_t unknown = 0;
  std::vector<std::string> values_{""};
  std::vector<std::uint32_t> begins_;  ///< by docid: where its values begin in ids_
  std::vector<std::uint32_t> ids_;
};

}  // namespace pykala::searcher
