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
  begins_.reserve(database.get_lastdocid() + 2);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    const Xapian::docid document = it.get_docid();
    begins_.resize(document + 1, static_cast<std::uint32_t>(ids_.size()));
    const std::string stored = *it;
    std::string_view rest = stored;
    if (field.id == FieldId::year) rest = rest.substr(0, 4);
    while (!rest.empty()) {
      const auto end = rest.find(schema::value_separator);
      ids_.push_back(number_of(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(ids_.size()));
}

}  // namespace pykala::searcher
