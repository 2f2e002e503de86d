// SPDX-License-Identifier: GPL-2.0-or-later
// Meant values: which stored values of a keyword field a person means by a text.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema.h"

namespace pykala::searcher {

inline constexpr std::size_t max_meant_values = 1024;  ///< more than any name has offices

/// Name of a decision-maker by its key, as the documents give it.
[[nodiscard]] std::string maker_name(const Xapian::Database& database, const std::string& key);

/// The value itself and its names (names_of_value), a decision-maker's as the documents give it among them.
[[nodiscard]] std::vector<std::string> stored_names(const Xapian::Database& database, schema::FieldId field,
                                                    const std::string& value);

/// The values of one field in one revision of an index. Memory: some 120 bytes a value, and 60 and its letters for each
/// further name.
class MeantValues {
 public:
  MeantValues(const Xapian::Database& database, schema::FieldId field);

  /// Those that are equal to the text but for letter case, by value or by any of their names; failing that, those that
  /// contain it, with or without the dots of ä and ö: a short one as a word or its beginning. In order of bytes, at
  /// most max_meant_values. `database`: of the same revision.
  [[nodiscard]] std::vector<std::string> of(const std::string& text, const Xapian::Database& database) const;

 private:
  [[nodiscard]] std::vector<std::string> equal_to(const std::string& text) const;
  [[nodiscard]] std::vector<std::string> containing(const std::string& text, const Xapian::Database& database) const;

  schema::FieldId field_;
  std::vector<std::string> values_;                           ///< in order of bytes
  std::vector<std::pair<std::string, std::uint32_t>> names_;  ///< folded, each with the number of its value; sorted
};

}  // namespace pykala::searcher
