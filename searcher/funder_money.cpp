// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the value stream of the slot. Private: how the slot writes its sums, "29000000 STEA" a line.
#include "searcher/funder_money.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>

#include "indexer/schema.h"

namespace pykala::searcher {

FunderMoney::FunderMoney(const Xapian::Database& database) {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::funder_amounts);
  std::unordered_map<std::string, std::uint32_t> numbers{{"", 0}};
  begins_.reserve(std::size_t{database.get_lastdocid()} + 2);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    begins_.resize(std::size_t{it.get_docid()} + 1, static_cast<std::uint32_t>(sums_.size()));
    const std::string stored = *it;
    for (std::string_view rest = stored; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find(schema::value_separator));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      Sum sum;
      const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), sum.cents);
      if (error != std::errc{} || end == line.data() + line.size()) continue;
      const std::string id(line.substr(static_cast<std::size_t>(end - line.data()) + 1));
      const auto [number, fresh] = numbers.emplace(id, static_cast<std::uint32_t>(funders_.size()));
      if (fresh) funders_.push_back(id);
      sum.funder = number->second;
      sums_.push_back(sum);
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(sums_.size()));
}

}  // namespace pykala::searcher
