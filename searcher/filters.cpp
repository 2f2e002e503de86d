// SPDX-License-Identifier: GPL-2.0-or-later
// Filters in, boolean queries out. What a value may look like is decided here and nowhere else.
#include "searcher/filters.h"

#include <algorithm>
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

std::vector<std::string> terms_of(const Filter& filter) {
  std::vector<std::string> terms;
  for (const auto& value : filter.values) {
    terms.push_back(make_term(field(filter.field), value ? value_key(filter.field, *value) : std::string()));
  }
  return terms;
}

/// The documents of values that many of the archive have: their lists are long, and asked for often.
std::optional<DocumentSet> frequent_documents(const Filter& filter, const Index& index) {
  constexpr Xapian::doccount rare = 64;  // one document of so many
  if (filter.values.empty() || filter.field == FieldId::amount) return std::nullopt;
  const Xapian::Database& database = index.database();
  const std::vector<std::string> terms = terms_of(filter);
  const bool all_frequent = std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return database.get_termfreq(term) >= database.get_lastdocid() / rare;
  });
  if (!all_frequent) return std::nullopt;
  DocumentSet all = *index.frequent_set(terms.front());
  for (std::size_t n = 1; n < terms.size(); ++n) all.unite(*index.frequent_set(terms[n]));
  return all;
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
  if (filter.field == FieldId::amount) {  // only "unknown" comes as a value; a sum is a range
    const auto slot = static_cast<Xapian::valueno>(Slot::amount);
    const Xapian::Query known(Xapian::Query::OP_VALUE_GE, slot, Xapian::sortable_serialise(0));
    return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, known};
  }
  if (filter.values.empty()) return Xapian::Query::MatchNothing;
  const std::vector<std::string> terms = terms_of(filter);
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
