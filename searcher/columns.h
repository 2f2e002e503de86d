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
    if (document >= places_.size()) return {&unknown, 1};
    const std::uint32_t place = places_[document];
    if (place < values_.size()) return {&places_[document], 1};
    const std::uint32_t* several = &several_[place - values_.size()];
    return {several + 1, *several};
  }

  /// How many of the documents have each value, by number.
  [[nodiscard]] std::vector<std::uint32_t> count(std::span<const Xapian::docid> documents) const;

 private:
  static constexpr std::uint32_t unknown = 0;
  std::vector<std::string> values_{""};
  /// By docid: the number of its value; of several, how many values there are and where they stand in several_.
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> several_;  ///< each time how many, then their numbers
};

}  // namespace pykala::searcher
