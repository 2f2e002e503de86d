// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the value stream of a slot. Private: how the slot writes its numbers.
#include "searcher/number_column.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace pykala::searcher {
namespace {

double number_of(schema::Slot slot, const std::string& stored) {
  if (slot == schema::Slot::amount) return Xapian::sortable_unserialise(stored);
  int day = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), day);
  return error == std::errc{} ? day : NumberColumn::unknown;
}

}  // namespace

NumberColumn::NumberColumn(const Xapian::Database& database, schema::Slot slot)
    : numbers_(std::size_t{database.get_lastdocid()} + 1, unknown) {
  const auto number = static_cast<Xapian::valueno>(slot);
  for (auto it = database.valuestream_begin(number); it != database.valuestream_end(number); ++it) {
    numbers_[it.get_docid()] = number_of(slot, *it);
  }
}

DocumentSet NumberColumn::between(double from, double to) const {
  DocumentSet found(static_cast<Xapian::docid>(numbers_.size() - 1));
  const double lowest = std::max(from, std::numeric_limits<double>::lowest());  // the unknown is below it
  found.add_where([&](Xapian::docid document) {
    return static_cast<unsigned>(numbers_[document] >= lowest) & static_cast<unsigned>(numbers_[document] <= to);
  });
  return found;
}

}  // namespace pykala::searcher
