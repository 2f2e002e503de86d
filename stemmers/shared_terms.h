// SPDX-License-Identifier: GPL-2.0-or-later
// Terms of Finnish words already analysed, shared by all threads and kept for good: a large load meets each of its rare
// words a few times, far apart, and a dictionary look-up costs fifty microseconds each time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/token.h"

namespace pykala::stemmers {

/// Safe to call from any thread. Takes the first quarter of a million words, which frequent ones are among, and then no more:
/// at most some 20 MB.
class SharedTerms {
 public:
  /// What keep() was told of a word: its terms but for the word itself, and its boundaries. False: not known.
  bool find(std::string_view word, std::size_t hash, std::vector<Term>& terms,
            std::vector<std::uint16_t>& boundaries) const;
  void keep(std::string_view word, std::size_t hash, std::span<const Term> terms,
            std::span<const std::uint16_t> boundaries);

  static constexpr std::size_t shards = 64;
  static constexpr std::size_t shard_words = 4096;  ///< half of the slots of a shard

 private:
  struct Slot {
    std::uint32_t tag = 0;    ///< bits of the hash
    std::uint32_t entry = 0;  ///< where it begins, and one; 0: none
  };
  struct Shard {
    mutable std::mutex mutex;
    std::vector<Slot> slots;
    std::string bytes;  ///< entries: the word, its terms each behind its kind, its boundaries, all with their lengths
    std::size_t words = 0;
  };

  [[nodiscard]] static std::size_t place_of(const Shard& shard, std::string_view word, std::size_t hash);

  std::array<Shard, shards> shards_;
};

}  // namespace pykala::stemmers
