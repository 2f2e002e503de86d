// SPDX-License-Identifier: GPL-2.0-or-later
// Open addressing with linear probing.
#include "indexer/term_table.h"

#include <xxhash.h>

#include <algorithm>
#include <stdexcept>

namespace pykala::indexer {
namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::size_t kept_slots = std::size_t{1} << 14;  ///< a table that grew past this is made small again

}  // namespace

TermTable::TermTable() : slots_(first_slots) {}

std::uint32_t TermTable::number(std::string_view term) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number_and_one != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && this->term(slots_[at].number_and_one - 1) == term) {
      return slots_[at].number_and_one - 1;
    }
  }
  if (bytes_.size() + term.size() > UINT32_MAX) throw std::length_error("too many terms for one table");
  bytes_ += term;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[at] = {hash, static_cast<std::uint32_t>(ends_.size())};
  if (ends_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(ends_.size() - 1);
}

void TermTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  for (const Slot& slot : slots_) {
    if (slot.number_and_one == 0) continue;
    std::size_t at = slot.hash & (larger.size() - 1);
    while (larger[at].number_and_one != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

void TermTable::clear() {
  if (slots_.size() > kept_slots) {
    slots_ = std::vector<Slot>(first_slots);
    bytes_ = {};
    ends_ = {};
  } else {
    std::fill(slots_.begin(), slots_.end(), Slot{});
  }
  bytes_.clear();
  ends_.clear();
}

}  // namespace pykala::indexer
