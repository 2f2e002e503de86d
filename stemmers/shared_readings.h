// SPDX-License-Identifier: GPL-2.0-or-later
// Readings already looked up, shared by all threads: what one worker has asked of the dictionary the others need not,
// and the parts of compounds come back in other compounds ("haun" in "rahoitushaun" and "projektihaun").
#pragma once

#include <array>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "stemmers/generation_cache.h"
#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// Safe to call from any thread; words are spread over shards so that threads seldom wait for one another.
class SharedReadings {
 public:
  std::optional<std::vector<Reading>> find(std::string_view word) {
    Shard& shard = shard_of(word);
    const std::lock_guard lock(shard.mutex);
    const std::vector<Reading>* known = shard.readings.find(word);
    return known == nullptr ? std::nullopt : std::optional(*known);
  }

  void keep(std::string_view word, const std::vector<Reading>& readings) {
    Shard& shard = shard_of(word);
    const std::lock_guard lock(shard.mutex);
    shard.readings.keep(word, readings);
  }

 private:
  static constexpr std::size_t shards = 16;
  /// Of all shards together; with about 250 bytes a word, both generations take at most some 50 MB.
  static constexpr std::size_t generation_words = 100'000;

  struct Shard {
    std::mutex mutex;
    GenerationCache<std::vector<Reading>> readings{generation_words / shards};
  };

  Shard& shard_of(std::string_view word) { return shards_[std::hash<std::string_view>{}(word) % shards]; }

  std::array<Shard, shards> shards_;
};

}  // namespace pykala::stemmers
