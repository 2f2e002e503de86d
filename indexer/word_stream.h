// SPDX-License-Identifier: GPL-2.0-or-later
// Word stream: the words of a decision in their order, two bytes each, in a value of its document. A phrase is verified
// on it, so that the index need not keep a list of positions for every word of every document, which took as much room
// as all the rest.
#pragma once

#include <cstdint>
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
  std::string_view word;
};

/// The stream of words in order of position. Each word becomes a hash that no other word of this decision has: where it
/// is known that a decision has a word, an equal hash is that word.
/// Layout: one byte of width (of a hash, in bytes), one of salt (of the hashes), then for each place a hash, little
/// endian; 0 is a gap, 1 says that the next hash shares the place of the one before.
[[nodiscard]] std::string make_word_stream(const std::vector<PlacedWord>& words);

/// Whether these words stand one after the other. Exact under one condition: the decision has every one of them.
[[nodiscard]] bool holds_phrase(std::string_view stream, std::span<const std::string> words);

}  // namespace pykala::schema
