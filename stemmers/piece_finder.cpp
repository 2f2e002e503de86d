// SPDX-License-Identifier: GPL-2.0-or-later
// Pieces -> transition table: a trie first, then, level by level, what a state does where the trie has no branch is
// what the state of its longest proper ending does. Private: the building.
#include "stemmers/piece_finder.h"

#include <limits>
#include <stdexcept>

namespace pykala::stemmers {

PieceFinder::PieceFinder(const std::vector<std::string_view>& pieces) {
  PiecesByState found = add_trie(pieces);
  link_endings(found);
  for (const auto& pieces_here : found) {
    found_begin_.push_back(static_cast<std::uint32_t>(found_.size()));
    found_.insert(found_.end(), pieces_here.begin(), pieces_here.end());
  }
  found_begin_.push_back(static_cast<std::uint32_t>(found_.size()));
}

PieceFinder::PiecesByState PieceFinder::add_trie(const std::vector<std::string_view>& pieces) {
  std::size_t bytes = 0;
  for (const std::string_view piece : pieces) {
    bytes += piece.size();
    lengths_.push_back(piece.size());
    for (const char c : piece) {
      std::uint16_t& letter = letter_of_[static_cast<unsigned char>(c)];
      if (letter == 0) letter = static_cast<std::uint16_t>(letters_++);
    }
  }
  if (bytes >= std::numeric_limits<State>::max()) throw std::length_error("too many pieces of words");
  next_.assign(letters_, 0);
  PiecesByState found(1);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) continue;
    std::size_t state = 0;
    for (const char c : pieces[i]) {
      const std::size_t branch = state * letters_ + letter_of_[static_cast<unsigned char>(c)];
      if (next_[branch] == 0) {
        next_[branch] = static_cast<State>(found.size());
        found.emplace_back();
        next_.resize(next_.size() + letters_, 0);
      }
      state = next_[branch];
    }
    found[state].push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

void PieceFinder::link_endings(PiecesByState& found) {
  std::vector<State> ending(found.size(), 0);  // state -> state of its longest proper ending
  std::vector<std::size_t> level{0};
  for (std::size_t i = 0; i < level.size(); ++i) {
    const std::size_t state = level[i];
    for (std::size_t letter = 0; letter < letters_; ++letter) {
      State& next = next_[state * letters_ + letter];
      const State otherwise = state == 0 ? State{0} : next_[ending[state] * letters_ + letter];
      if (next == 0) {
        next = otherwise;
        continue;
      }
      ending[next] = otherwise;
      found[next].insert(found[next].end(), found[otherwise].begin(), found[otherwise].end());
      level.push_back(next);
    }
  }
}

}  // namespace pykala::stemmers
