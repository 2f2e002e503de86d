// SPDX-License-Identifier: GPL-2.0-or-later
// Word stream: the words of a decision in their order, two bytes each, in a value of its document. A phrase is verified
// on it, so that the index need not keep a list of positions for every word of every document, which took as much room
// as all the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::schema {

/// A word and where it stands. Words that follow each other have positions that do; between texts there is a gap; the
/// hidden half of a suspended compound shares its position.
struct PlacedWord {
  std::uint32_t position = 0;
  std::uint32_t word = 0;  ///< its number among the words of the decision
};

/// The stream of words in order of position. Each word becomes a hash that no other word of this decision has: where it
/// is known that a decision has a word, an equal hash is that word.
/// Layout: one byte of width (of a hash, in bytes), one of salt (of the hashes), then for each place a hash, little
/// endian; 0 is a gap, 1 says that the next hash shares the place of the one before.
/// `words`: each once, by number.
[[nodiscard]] std::string make_word_stream(const std::vector<std::string_view>& words,
                                           const std::vector<PlacedWord>& places);

/// Walks over a stream, word by word. What is no stream of ours has no words.
class WordStream {
 public:
  explicit WordStream(std::string_view stream);

  /// Bytes of a hash; 0 for what is no stream.
  [[nodiscard]] std::size_t width() const { return width_; }

  /// What `word` is in this stream, where the decision has it.
  [[nodiscard]] std::uint64_t hash(std::string_view word) const;

  /// The next word; nothing at the end.
  std::optional<std::uint64_t> next();
  /// Of the word that next() gave: 1 more than the place before it, or as much; between texts 2 more.
  [[nodiscard]] std::size_t place() const { return place_; }

 private:
  std::uint64_t read();

  std::string_view stream_;
  std::size_t width_ = 0;
  unsigned salt_ = 0;
  std::size_t at_ = 0;
  std::size_t place_ = 0;
};

/// Whether these words stand one after the other. Exact under one condition: the decision has every one of them.
[[nodiscard]] bool holds_phrase(std::string_view stream, std::span<const std::string> words);

}  // namespace pykala::schema
