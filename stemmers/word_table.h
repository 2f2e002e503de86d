// SPDX-License-Identifier: GPL-2.0-or-later
// Word -> value, for tables of a hundred thousand words that are asked for all the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::stemmers {

/// Open addressing: a look-up reads one line of the slots, which are eight bytes a word, and one entry, where a table
/// of lists walks from node to node. The caller brings the hash, of which the low 32 bits count. Used by one thread.
template <class Value>
class WordTable {
 public:
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// What is kept for `word`, nullptr when it is not known. Valid until the next call of `put` or `clear`.
  [[nodiscard]] Value* find(std::string_view word, std::size_t hash) {
    if (entries_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(word, hash)];
    return slot.entry == 0 ? nullptr : &entries_[slot.entry - 1].value;
  }

  /// Fetch what find() will look at from memory: its slot and, when that has come, the entry.
  void fetch_slot(std::size_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void fetch_entry(std::size_t hash) const {
    if (slots_.empty()) return;
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (slot.entry != 0) __builtin_prefetch(&entries_[slot.entry - 1]);
  }

  /// Replaces what was kept for `word`.
  Value& put(std::string_view word, std::size_t hash, Value value) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(word, hash)];
    if (slot.entry != 0) return entries_[slot.entry - 1].value = std::move(value);
    entries_.push_back({std::string(word), std::move(value)});
    slot = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(entries_.size())};
    return entries_.back().value;
  }

  /// Forgets the words; the memory for as many is kept.
  void clear() {
    entries_.clear();
    slots_.assign(slots_.size(), {});
  }

 private:
  struct Entry {
    std::string word;
    Value value;
  };
  struct Slot {
    std::uint32_t tag = 0;    ///< low bits of the hash
    std::uint32_t entry = 0;  ///< from 1; 0: none
  };
  static constexpr std::size_t least_slots = 64;

  [[nodiscard]] std::size_t place_of(std::string_view word, std::size_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash);
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = tag & mask;
    while (slots_[place].entry != 0 && (slots_[place].tag != tag || entries_[slots_[place].entry - 1].word != word)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  void grow() {
    const std::vector<Slot> before = std::move(slots_);
    slots_.assign(before.empty() ? least_slots : 2 * before.size(), {});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : before) {
      if (slot.entry == 0) continue;
      std::size_t place = slot.tag & mask;
      while (slots_[place].entry != 0) place = (place + 1) & mask;
      slots_[place] = slot;
    }
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  ///< their number is a power of two
};

}  // namespace pykala::stemmers
