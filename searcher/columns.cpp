// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the value stream of the field's slot; a value with several parts is cut at its separator.
#include "searcher/columns.h"

#include <string_view>
#include <unordered_map>

namespace pykala::searcher {

using schema::FieldId;

Column::Column(const Xapian::Database& database, const schema::FieldRow& field) {
  const auto slot = static_cast<Xapian::valueno>(field.slot.value());
  std::unordered_map<std::string, std::uint32_t> numbers{{"", 0}};
  const auto number_of = [&](std::string_view value) {
    const auto [it, fresh] = numbers.emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.emplace_back(value);
    return it->second;
  };
  std::vector<Xapian::docid> with_several;
  std::vector<std::uint32_t> ids;
  places_.reserve(database.get_lastdocid() + 1);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    const Xapian::docid document = it.get_docid();
    const std::string stored = *it;
    std::string_view rest = stored;
    if (field.id == FieldId::year) rest = rest.substr(0, 4);
    ids.clear();
    while (!rest.empty()) {
      const auto end = rest.find(schema::value_separator);
      ids.push_back(number_of(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    places_.resize(std::size_t{document} + 1, unknown);
    if (ids.size() == 1) places_[document] = ids.front();
    if (ids.size() < 2) continue;
    with_several.push_back(document);
    places_[document] = static_cast<std::uint32_t>(several_.size());
    several_.push_back(static_cast<std::uint32_t>(ids.size()));
    several_.insert(several_.end(), ids.begin(), ids.end());
  }
  for (const Xapian::docid document : with_several) places_[document] += static_cast<std::uint32_t>(values_.size());
}

std::vector<std::uint32_t> Column::count(std::span<const Xapian::docid> documents) const {
  std::vector<std::uint32_t> counts(values_.size(), 0);
  for (const Xapian::docid document : documents) {
    const std::uint32_t place = document < places_.size() ? places_[document] : unknown;
    if (place < counts.size()) {
      ++counts[place];
    } else {
      for (const std::uint32_t number : of(document)) ++counts[number];
    }
  }
  return counts;
}

}  // namespace pykala::searcher
