// SPDX-License-Identifier: GPL-2.0-or-later
// Passages: which stretch of a text shows the most of what was found. Private to snippets.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::searcher {

/// A token that was found, or any token of the text with `term` 0.
struct Match {
  std::size_t begin = 0, end = 0;  ///< bytes
  std::size_t term = 0;            ///< number of the term that found it, from 1
};

/// A window of tokens [first, last] and what it shows.
struct Window {
  std::size_t first = 0, last = 0;
  std::size_t different = 0, matches = 0;
  [[nodiscard]] bool better_than(const Window& other) const {
    return different != other.different ? different > other.different : matches > other.matches;
  }
};

/// The best window of at most `length` bytes' worth of tokens that begins with a match, counting as different only
/// terms that are not `shown` yet; {0, 0, 0, 0} without a match. Tokens are in order. Linear time.
[[nodiscard]] Window best_window(const std::vector<Match>& tokens, std::size_t length, const std::vector<bool>& shown);

/// Bytes [begin, end): widens a window with the words around it, a third of the room before it, or up to two thirds
/// where a sentence or paragraph begins there; no further back than to its beginning.
[[nodiscard]] std::pair<std::size_t, std::size_t> widen(std::string_view text, const std::vector<Match>& tokens,
                                                        const Window& window, std::size_t length);

}  // namespace pykala::searcher
