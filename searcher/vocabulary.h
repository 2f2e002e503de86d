// SPDX-License-Identifier: GPL-2.0-or-later
// Vocabulary: the words of an index in memory, for what must look at all of them: *word, and words spelt nearly so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text_index.h"

namespace pykala::searcher {

class Vocabulary {
 public:
  /// Terms that begin with `prefix` and go on with anything but a capital, which would be another field's prefix.
  /// About 150 ns and 25 bytes a word.
  Vocabulary(const schema::TextIndex& index, std::string_view prefix);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// Without the prefix, in order of bytes.
  [[nodiscard]] std::string_view word(std::size_t n) const {
    return std::string_view(bytes_).substr(words_[n].begin, words_[n].bytes);
  }
  [[nodiscard]] std::uint32_t frequency(std::size_t n) const { return words_[n].frequency; }
  /// The greatest frequency of the words [block * words_a_block, (block + 1) * words_a_block).
  [[nodiscard]] std::uint32_t greatest_frequency(std::size_t block) const { return greatest_[block]; }
  static constexpr std::size_t words_a_block = 64;
  /// The words that begin so: numbers [first, second).
  [[nodiscard]] std::pair<std::size_t, std::size_t> beginning(std::string_view start) const;
  /// Number of code points.
  [[nodiscard]] std::size_t length(std::size_t n) const { return words_[n].length; }
  /// One bit a letter that occurs, marks left out; one for all other signs.
  [[nodiscard]] std::uint32_t letters(std::size_t n) const { return words_[n].letters; }

  [[nodiscard]] static std::uint32_t letters_of(std::u32string_view word);
  static constexpr std::uint32_t other_sign = 1u << 26;

 private:
  struct Word {
    std::uint32_t begin;
    std::uint32_t frequency;
    std::uint32_t letters;
    std::uint8_t bytes;
    std::uint8_t length;
  };
  void add(std::string_view word, std::uint32_t frequency);

  std::string bytes_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> greatest_;  ///< by block
};

}  // namespace pykala::searcher
