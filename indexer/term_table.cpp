// SPDX-License-Identifier: GPL-2.0-or-later
// Open addressing with linear probing.
#include "indexer/term_table.h"

#include <xxhash.h>

#include <algorithm>
#include <stdexcept>

namespace pykala::indexer {
namespace {

constexpr std::size_t first_slots = 1024;

}  // namespace

TermTable::TermTable(std::size_t kept_slots) : kept_slots_(kept_slots), slots_(first_slots) {}

std::uint32_t TermTable::hash_of(std::string_view term) {
  return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

void TermTable::numbers(std::span<const std::string_view> terms, std::span<std::uint32_t> out) {
  constexpr std::size_t to_slot = 16, to_bytes = 8;  // terms ahead: memory answers in the time of some ten look-ups
  const auto slot_of = [&](std::size_t n) -> const Slot& { return slots_[out[n] & (slots_.size() - 1)]; };
  for (std::size_t n = 0; n < terms.size() + to_slot; ++n) {
    if (n < terms.size()) {
      out[n] = hash_of(terms[n]);
      __builtin_prefetch(&slot_of(n));
    }
    if (n >= to_bytes && n - to_bytes < terms.size()) __builtin_prefetch(bytes_.data() + slot_of(n - to_bytes).begin);
    if (n >= to_slot) out[n - to_slot] = number(terms[n - to_slot], out[n - to_slot]);
  }
}

std::uint32_t TermTable::number(std::string_view term, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number_and_one != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(bytes_).substr(slot.begin, slot.size) == term) {
      return slot.number_and_one - 1;
    }
  }
  if (bytes_.size() + term.size() > UINT32_MAX) throw std::length_error("too many terms for one table");
  const auto begin = static_cast<std::uint32_t>(bytes_.size());
  bytes_ += term;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[at] = {hash, static_cast<std::uint32_t>(ends_.size()), begin, static_cast<std::uint32_t>(term.size())};
  if (ends_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(ends_.size() - 1);
}

std::vector<std::uint32_t> TermTable::in_order() const {
  struct Key {
    std::uint64_t head;  ///< the first bytes, which tell most terms apart without a look at them
    std::uint32_t number;
  };
  std::vector<Key> keys;
  keys.reserve(size());
  for (std::uint32_t n = 0; n < size(); ++n) {
    const std::string_view text = term(n);
    std::uint64_t head = 0;
    for (std::size_t at = 0; at < sizeof head; ++at) {
      head = head << 8U | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
    }
    keys.push_back({head, n});
  }
  std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
    return a.head != b.head ? a.head < b.head : term(a.number) < term(b.number);
  });
  std::vector<std::uint32_t> numbers(keys.size());
  std::transform(keys.begin(), keys.end(), numbers.begin(), [](const Key& key) { return key.number; });
  return numbers;
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
  if (slots_.size() > kept_slots_) {
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
