// SPDX-License-Identifier: GPL-2.0-or-later
// A small memory of the words that come all the time, for work that costs little more than a look-up.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::stemmers {

/// One place a hash: a new word takes the place of another at once. No list, no sweep, memory of fixed size that stays
/// in the processor's cache. Used by one thread.
template <class Value>
class DirectCache {
 public:
  /// `places`: a power of two.
  explicit DirectCache(std::size_t places) : slots_(places) {}

  /// What is kept for `word`, nullptr when it is not known. Valid until the next call of `keep`.
  const Value* find(std::string_view word) const {
    const Slot& slot = slots_[place_of(word)];
    return slot.word == word ? &slot.value : nullptr;
  }

  /// `write(Value&)` writes the value of `word`, which is not empty, over what stands at its place: memory is kept.
  template <class Write>
  const Value& keep(std::string_view word, Write write) {
    Slot& slot = slots_[place_of(word)];
    slot.word.clear();
    write(slot.value);
    slot.word.assign(word);
    return slot.value;
  }

 private:
  struct Slot {
    std::string word;
    Value value;
  };
  [[nodiscard]] std::size_t place_of(std::string_view word) const {
    return std::hash<std::string_view>{}(word) & (slots_.size() - 1);
  }
  std::vector<Slot> slots_;
};

}  // namespace pykala::stemmers
