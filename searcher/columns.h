// SPDX-License-Identifier: GPL-2.0-or-later
// Column: the values of one field for every document, in memory, so that counting a facet costs a nanosecond or two a
// document instead of a look-up in the database.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "indexer/schema.h"
#include "searcher/document_set.h"

namespace pykala::searcher {

class Column {
 public:
  Column(const Xapian::Database& database, const schema::FieldRow& field);

  /// Distinct values; number 0 is the empty one, "unknown".
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

  /// Numbers of the values of a document: at least one, {0} when it has none.
  [[nodiscard]] std::span<const std::uint32_t> of(Xapian::docid document) const;

  /// How many of the documents have each value, by number. Of most of the archive, the others are counted.
  [[nodiscard]] std::vector<std::uint32_t> count(const DocumentSet& documents) const;

 private:
  [[nodiscard]] std::size_t count_lists() const { return begins_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> list(std::size_t number) const {
    return std::span(numbers_).subspan(begins_[number], begins_[number + 1] - begins_[number]);
  }
  [[nodiscard]] std::vector<std::uint32_t> count_each(const DocumentSet& documents) const;

  std::vector<std::string> values_{""};
  // Documents with the same values in the same order ("STEA", "TEM\nESR+") share a list of their numbers; list 0 is
  // {0}.
  std::vector<std::uint32_t> numbers_{0}, begins_{0, 1};
  /// By docid: its list, in numbers no wider than there are lists: what is read for a facet fits the processor's
  /// caches.
  std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>> lists_;
  std::vector<std::uint32_t> of_all_;  ///< counts over all docids, those of no document too
};

}  // namespace pykala::searcher
