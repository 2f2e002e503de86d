// SPDX-License-Identifier: GPL-2.0-or-later
// A bounded memory of words: what is asked for again stays, what is not goes.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>

#include "stemmers/word_table.h"

namespace pykala::stemmers {

/// Two generations: when the young one is full, the old one is forgotten and the young one becomes old. A word that is
/// asked for again moves to the young, so frequent words stay. Used by one thread.
template <class Value>
class GenerationCache {
 public:
  explicit GenerationCache(std::size_t generation_words) : generation_words_(generation_words) {}

  /// For those who use it for more than this cache; the functions without it make it themselves.
  static std::size_t hash_of(std::string_view word) { return std::hash<std::string_view>{}(word); }

  /// What is kept for `word`, nullptr when it is not known. Valid until the next call of `keep` or `find`.
  const Value* find(std::string_view word) { return find(word, hash_of(word)); }
  const Value* find(std::string_view word, std::size_t hash) {
    if (const Value* young = young_.find(word, hash)) return young;
    Value* old = old_.find(word, hash);
    if (old == nullptr) return nullptr;
    // Its place stays behind empty: the young generation is asked first.
    return &keep(word, hash, std::move(*old));
  }

  /// Ask for words whose turn comes soon (word_table.h).
  void fetch_slot(std::size_t hash) const { young_.fetch_slot(hash); }
  void fetch_entry(std::size_t hash) const { young_.fetch_entry(hash); }

  const Value& keep(std::string_view word, Value value) { return keep(word, hash_of(word), std::move(value)); }
  const Value& keep(std::string_view word, std::size_t hash, Value value) {
    if (young_.size() >= generation_words_) {
      std::swap(old_, young_);
      young_.clear();
    }
    return young_.put(word, hash, std::move(value));
  }

 private:
  std::size_t generation_words_;
  WordTable<Value> young_;
  WordTable<Value> old_;
};

}  // namespace pykala::stemmers
