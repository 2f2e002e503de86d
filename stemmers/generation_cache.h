// SPDX-License-Identifier: GPL-2.0-or-later
// A bounded memory of words: what is asked for again stays, what is not goes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace pykala::stemmers {

/// Two generations: when the young one is full, the old one is forgotten and the young one becomes old. A word that is
/// asked for again moves to the young, so frequent words stay. Used by one thread.
template <class Value>
class GenerationCache {
 public:
  explicit GenerationCache(std::size_t generation_words) : generation_words_(generation_words) {}

  /// What is kept for `word`, nullptr when it is not known. Valid until the next call of `keep`.
  const Value* find(std::string_view word) {
    if (const auto young = young_.find(word); young != young_.end()) return &young->second;
    const auto old = old_.find(word);
    if (old == old_.end()) return nullptr;
    Value value = std::move(old->second);
    old_.erase(old);
    return &keep(word, std::move(value));
  }

  const Value& keep(std::string_view word, Value value) {
    if (young_.size() >= generation_words_) {
      old_ = std::move(young_);
      young_.clear();
    }
    return young_.insert_or_assign(std::string(word), std::move(value)).first->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  std::size_t generation_words_;
  Map young_;
  Map old_;
};

}  // namespace pykala::stemmers
