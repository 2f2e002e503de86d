// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the value stream of the slot. Keys are told apart by a hash of 64 bits while they are numbered.
#include "searcher/card_column.h"

#include <functional>
#include <string>
#include <unordered_map>

#include "indexer/schema.h"

namespace pykala::searcher {

CardColumn::CardColumn(const Xapian::Database& database) : cards_(std::size_t{database.get_lastdocid()} + 1, 0) {
  std::unordered_map<std::size_t, std::uint32_t> numbers;
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::card);
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    const auto next = static_cast<std::uint32_t>(count_);
    const auto [number, fresh] = numbers.emplace(std::hash<std::string>{}(*it), next);
    if (fresh) ++count_;
    cards_[it.get_docid()] = number->second;
  }
}

}  // namespace pykala::searcher
