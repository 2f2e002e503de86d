// SPDX-License-Identifier: GPL-2.0-or-later
// Readings already looked up, shared by all threads: what one worker has asked of the dictionary the others need not,
// and the parts of compounds come back in other compounds ("haun" in "rahoitushaun" and "projektihaun").
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "stemmers/generation_cache.h"
#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// Safe to call from any thread; words are spread over shards so that threads seldom wait for one another.
class SharedReadings {
 public:
  static std::size_t hash_of(std::string_view word) { return GenerationCache<Readings>::hash_of(word); }

  std::optional<Readings> find(std::string_view word, std::size_t hash) {
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    const Readings* known = shard.readings.find(word, hash);
    return known == nullptr ? std::nullopt : std::optional(*known);
  }

  void keep(std::string_view word, std::size_t hash, Readings readings) {
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    shard.readings.keep(word, hash, std::move(readings));
  }

 private:
  static constexpr std::size_t shards = 16;
  /// Of all shards together; with about 250 bytes a word, both generations take at most some 25 MB.
  static constexpr std::size_t generation_words = 50'000;

  struct Shard {
    std::mutex mutex;
    GenerationCache<Readings> readings{generation_words / shards};
  };

  /// By high bits: the tables of the shards go by the low ones.
  Shard& shard_of(std::size_t hash) { return shards_[(hash >> 48U) % shards]; }

  std::array<Shard, shards> shards_;
};

}  // namespace pykala::stemmers
