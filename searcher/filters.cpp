// SPDX-License-Identifier: GPL-2.0-or-later
// Filters in, boolean queries out. What a value may look like is decided here and nowhere else.
#include "searcher/filters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "indexer/keys.h"
#include "searcher/document_list.h"

namespace pykala::searcher {

using namespace schema;

namespace {

/// Value ranges of a slot; an open end is as far as values go.
Xapian::Query range_query(Slot slot, const std::optional<std::string>& from, const std::optional<std::string>& to) {
  const auto number = static_cast<Xapian::valueno>(slot);
  if (from && to) return {Xapian::Query::OP_VALUE_RANGE, number, *from, *to};
  if (from) return {Xapian::Query::OP_VALUE_GE, number, *from};
  // Documents without a value are no match of "at most": their value is empty, and smaller than anything.
  if (to) return {Xapian::Query::OP_VALUE_RANGE, number, std::string(1, '\x01'), *to};
  return Xapian::Query::MatchAll;
}

std::string serialise(const std::string& cents) {
  return Xapian::sortable_serialise(std::stod(cents));
}

Xapian::Query bounded(const Filter& filter) {
  std::optional<std::string> from = filter.from;
  std::optional<std::string> to = filter.to;
  if (filter.field == FieldId::amount) {
    if (from) from = serialise(*from);
    if (to) to = serialise(*to);
    // sortable_serialise(0) begins with 0x80: every stored amount is at or above this.
    if (!from && to) from = Xapian::sortable_serialise(0);
    return range_query(Slot::amount, from, to);
  }
  if (from) from = date_key(*from);
  if (to) to = date_key(*to);
  return range_query(Slot::date, from, to);
}

/// The days or cents of a bound as a number; nothing for a day that is not written in full.
std::optional<double> number_of(const Filter& filter, const std::string& bound) {
  if (filter.field == FieldId::amount) return std::stod(bound);
  const std::string key = date_key(bound);
  constexpr std::size_t day_digits = 8;
  const bool day = key.size() == day_digits && key.find_first_not_of("0123456789") == std::string::npos;
  return day ? std::optional(std::stod(key)) : std::nullopt;
}

/// Fields whose column holds what their terms hold: not the classification, whose terms are of the classes above too.
bool is_told_by_column(FieldId id) {
  constexpr std::array<FieldId, 6> fields{FieldId::decision_maker, FieldId::year,   FieldId::funder,
                                          FieldId::kind,           FieldId::sector, FieldId::language};
  return std::find(fields.begin(), fields.end(), id) != fields.end();
}

/// The documents of values that many of the archive have: looking at each document in memory is faster than reading
/// such lists. Nothing where the column is not filled, or a value is rare, unknown or not whole in its term.
std::optional<DocumentSet> frequent_documents(const Filter& filter, const Index& index) {
  constexpr Xapian::doccount rare = 64;  // one document of so many
  constexpr std::size_t whole_in_term = 64;
  const Column* column = is_told_by_column(filter.field) ? index.filled_column(filter.field) : nullptr;
  if (column == nullptr) return std::nullopt;
  const Xapian::Database& database = index.database();
  std::vector<std::uint32_t> numbers;
  for (const auto& value : filter.values) {
    if (!value || value->empty() || value->size() > whole_in_term) return std::nullopt;
    if (database.get_termfreq(make_term(field(filter.field), *value)) < database.get_lastdocid() / rare)
      return std::nullopt;
    const auto& values = column->values();
    const auto number = std::find(values.begin(), values.end(), *value);
    if (number == values.end()) return std::nullopt;
    numbers.push_back(static_cast<std::uint32_t>(number - values.begin()));
  }
  return numbers.empty() ? std::nullopt : std::optional(column->with_any(numbers));
}

}  // namespace

std::string value_key(FieldId id, const std::string& value) {
  switch (id) {
    case FieldId::case_number:
      return case_number_key(value);
    case FieldId::organisation:
      return name_key(value);
    case FieldId::date:
      return date_key(value);
    default:
      return value;
  }
}

Xapian::Query filter_query(const Filter& filter) {
  if (filter.from || filter.to) return bounded(filter);
  std::vector<Xapian::Query> terms;
  for (const auto& value : filter.values) {
    terms.emplace_back(make_term(field(filter.field), value ? value_key(filter.field, *value) : std::string()));
  }
  if (filter.field == FieldId::amount) {  // only "unknown" comes as a value; a sum is a range
    const auto slot = static_cast<Xapian::valueno>(Slot::amount);
    const Xapian::Query known(Xapian::Query::OP_VALUE_GE, slot, Xapian::sortable_serialise(0));
    return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, known};
  }
  if (terms.empty()) return Xapian::Query::MatchNothing;
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query filter_query(const Filter& filter, const Index& index) {
  if (!filter.from && !filter.to) {
    auto frequent = frequent_documents(filter, index);
    return frequent ? document_list(*std::move(frequent)) : filter_query(filter);
  }
  const bool is_amount = filter.field == FieldId::amount;
  const std::optional<double> lowest = is_amount ? 0 : NumberColumn::unknown;
  const auto from = filter.from ? number_of(filter, *filter.from) : lowest;
  const auto to = filter.to ? number_of(filter, *filter.to) : std::optional(std::numeric_limits<double>::infinity());
  if (!from || !to) return filter_query(filter);
  return document_list(index.numbers(is_amount ? Slot::amount : Slot::date).between(*from, *to));
}

Xapian::Query with_filters(const Xapian::Query& query, const std::vector<Filter>& filters, const Index& index,
                           const FieldId* except) {
  std::vector<Xapian::Query> wanted;
  for (const Filter& filter : filters) {
    if (except == nullptr || filter.field != *except) wanted.push_back(filter_query(filter, index));
  }
  if (wanted.empty()) return index.shown(query);
  const Xapian::Query all(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
  return {Xapian::Query::OP_FILTER, index.shown(query), all};
}

}  // namespace pykala::searcher
