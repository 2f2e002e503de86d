// SPDX-License-Identifier: GPL-2.0-or-later
// Written keys: tells of a key that an index which had none when this run began cannot have it, so that nobody need
// look it up.
// A Bloom filter with one hash function (B. Bloom: Space/time trade-offs in hash coding, 1970).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace pykala::indexer {

class WrittenKeys {
 public:
  /// The index has no key. Without this, or after forget(), it may have any key.
  void begin() { words_.assign(words, 0); }
  void forget() { words_ = {}; }

  void add(std::string_view key) {
    if (!words_.empty()) words_[place_of(key) / bits] |= bit_of(key);
  }
  /// False only when the key was not added.
  [[nodiscard]] bool may_have(std::string_view key) const {
    return words_.empty() || (words_[place_of(key) / bits] & bit_of(key)) != 0;
  }

 private:
  static constexpr std::size_t bits = 64;
  static constexpr std::size_t words = std::size_t{1} << 20;  ///< 8 MB: of three million keys one in twenty seems there

  static std::size_t place_of(std::string_view key) { return std::hash<std::string_view>{}(key) % (words * bits); }
  static std::uint64_t bit_of(std::string_view key) { return std::uint64_t{1} << (place_of(key) % bits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace pykala::indexer
