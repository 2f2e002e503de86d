// SPDX-License-Identifier: GPL-2.0-or-later
// PieceFinder: which of a fixed list of pieces ("avustu", "rahoit") stand in a word, in one pass over its bytes however
// long the list is. Aho and Corasick, "Efficient string matching", CACM 18 (1975), as a table of transitions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// Built once, then read-only and safe to share between threads.
class PieceFinder {
 public:
  /// Throws std::length_error when the pieces together are longer than 65 000 bytes. An empty piece is never found.
  explicit PieceFinder(const std::vector<std::string_view>& pieces);

  /// Calls use(index of the piece, byte where it begins) for every piece at every place, in the order of their ends.
  template <class Use>
  void for_each(std::string_view text, Use use) const {
    std::size_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      state = step(state, text[at]);
      for (std::size_t i = found_begin_[state]; i < found_begin_[state + 1]; ++i) {
        use(found_[i], at + 1 - lengths_[found_[i]]);
      }
    }
  }

  /// True when one of the pieces stands anywhere in `text`.
  [[nodiscard]] bool finds_any(std::string_view text) const {
    std::size_t state = 0;
    for (const char c : text) {
      state = step(state, c);
      if (found_begin_[state] != found_begin_[state + 1]) return true;
    }
    return false;
  }

 private:
  using State = std::uint16_t;
  using PiecesByState = std::vector<std::vector<std::uint32_t>>;

  PiecesByState add_trie(const std::vector<std::string_view>& pieces);
  void link_endings(PiecesByState& found);

  [[nodiscard]] std::size_t step(std::size_t state, char c) const {
    return next_[state * letters_ + letter_of_[static_cast<unsigned char>(c)]];
  }

  std::array<std::uint16_t, 256> letter_of_{};  ///< byte -> column of the table; 0 for bytes of no piece
  std::size_t letters_ = 1;
  std::vector<State> next_;                 ///< rows of `letters_` columns, one a state
  std::vector<std::uint32_t> found_begin_;  ///< state -> where its pieces begin in `found_`; one more at the end
  std::vector<std::uint32_t> found_;        ///< pieces that end in a state
  std::vector<std::size_t> lengths_;        ///< of the pieces
};

}  // namespace pykala::stemmers
