// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the value stream of the field's slot; a value with several parts is cut at its separator.
#include "searcher/columns.h"

#include <limits>
#include <string_view>
#include <unordered_map>

namespace pykala::searcher {
namespace {

using schema::FieldId;

template <class Number>
std::vector<Number> narrowed(const std::vector<std::uint32_t>& wide) {
  std::vector<Number> out;
  out.reserve(wide.size());
  for (const std::uint32_t number : wide) out.push_back(static_cast<Number>(number));
  return out;
}

}  // namespace

Column::Column(const Xapian::Database& database, const schema::FieldRow& field) {
  const auto slot = static_cast<Xapian::valueno>(field.slot.value());
  std::unordered_map<std::string, std::uint32_t> numbers{{"", 0}}, lists{{"", 0}};
  const auto number_of = [&](std::string_view value) {
    const auto [it, fresh] = numbers.emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.emplace_back(value);
    return it->second;
  };
  const auto add_list = [&](std::string_view rest) {
    while (!rest.empty()) {
      const auto end = rest.find(schema::value_separator);
      numbers_.push_back(number_of(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    begins_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  };
  std::vector<std::uint32_t> by_document(std::size_t{database.get_lastdocid()} + 1, 0);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    std::string stored = *it;
    constexpr std::size_t year_digits = 4;
    if (field.id == FieldId::year && stored.size() > year_digits) stored.resize(year_digits);
    const auto [list, fresh] = lists.emplace(std::move(stored), static_cast<std::uint32_t>(count_lists()));
    if (fresh) add_list(list->first);
    by_document[it.get_docid()] = list->second;
  }
  if (count_lists() <= std::size_t{std::numeric_limits<std::uint8_t>::max()} + 1) {
    lists_ = narrowed<std::uint8_t>(by_document);
  } else if (count_lists() <= std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1) {
    lists_ = narrowed<std::uint16_t>(by_document);
  } else {
    lists_ = std::move(by_document);
  }
  DocumentSet all(database.get_lastdocid());
  all.add_all();
  of_all_ = count_each(all);
}

std::span<const std::uint32_t> Column::of(Xapian::docid document) const {
  return std::visit([&](const auto& lists) { return list(document < lists.size() ? lists[document] : 0); }, lists_);
}

std::vector<std::uint32_t> Column::count(const DocumentSet& documents) const {
  if (documents.size() <= documents.last() / 2) return count_each(documents);
  DocumentSet rest(documents.last());
  rest.add_all();
  rest.subtract(documents);
  std::vector<std::uint32_t> counts = of_all_;
  const std::vector<std::uint32_t> of_rest = count_each(rest);
  for (std::size_t number = 0; number < counts.size(); ++number) counts[number] -= of_rest[number];
  return counts;
}

std::vector<std::uint32_t> Column::count_each(const DocumentSet& documents) const {
  std::vector<std::uint32_t> by_list(count_lists(), 0);
  std::visit([&](const auto& lists) { documents.each([&](Xapian::docid document) { ++by_list[lists[document]]; }); },
             lists_);
  std::vector<std::uint32_t> counts(values_.size(), 0);
  for (std::size_t n = 0; n < by_list.size(); ++n) {
    for (const std::uint32_t number : list(n)) counts[number] += by_list[n];
  }
  return counts;
}

}  // namespace pykala::searcher
