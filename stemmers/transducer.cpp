// SPDX-License-Identifier: GPL-2.0-or-later
// Letters -> outputs: a walk of all paths that a word may take.
#include "stemmers/transducer.h"

#include <algorithm>

namespace pykala::stemmers {
namespace {

constexpr std::uint32_t any_letter = ~std::uint32_t{0};
constexpr std::size_t letters_ahead = 2;  ///< that a transition is asked for

}  // namespace

/// Depth first, so that outputs come in the file's order.
class Transducer::Walk {
 public:
  Walk(const Transducer& transducer, std::span<const Symbol> word, const Visit& visit)
      : transducer_(transducer), word_(word), visit_(visit) {
    for (std::size_t at = 0; at < word.size(); ++at) needed_[at] = transducer.bit_of(word[at]);
    if (const Symbol hyphen = transducer.letter(U'-'); hyphen != 0) hyphen_ = transducer.bit_of(hyphen);
    needed_[word.size()] = transducer.bit_of(0) | hyphen_;
    std::fill_n(needed_.begin() + static_cast<std::ptrdiff_t>(word.size()) + 1, letters_ahead, any_letter);
  }

  bool from(std::uint32_t number, std::size_t at, std::uint64_t flags) {
    if (++states_ > max_states || size_ == output_.size()) return false;
    const Cell* const cell = &transducer_.cells_[number];
    const State& state = cell->state;
    if (state.may_end && at == word_.size()) visit_(std::span(output_).first(size_));
    const std::uint32_t next = needed_[at], second = needed_[at + 1];
    for (std::uint32_t i = 0; i < state.silent; ++i) {
      const Transition& one = cell[1 + i].transition;
      if ((one.next & next) == 0 || (one.second & second) == 0) continue;
      std::uint64_t kept = flags;
      if (one.input != 0 && !transducer_.flags_[one.input].apply(kept)) continue;
      if (!go(one, at, kept)) return false;
    }
    if (at == word_.size()) {
      hyphen_may_follow_ = hyphen_may_follow_ || (state.letters & hyphen_) != 0;
      return true;
    }
    return (state.letters & next) == 0 || by_letter(cell, at, flags);
  }

  [[nodiscard]] bool hyphen_may_follow() const { return hyphen_may_follow_; }

 private:
  bool go(const Transition& one, std::size_t at, std::uint64_t flags) {
    output_[size_++] = one.output;
    const bool done = from(one.target, at, flags);
    --size_;
    return done;
  }

  bool by_letter(const Cell* cell, std::size_t at, std::uint64_t flags) {
    const Symbol letter = word_[at];
    const Cell* const end = cell + 1 + cell->state.count;
    const Cell* place =
        std::lower_bound(cell + 1 + cell->state.silent, end, letter,
                         [](const Cell& other, Symbol wanted) { return other.transition.input < wanted; });
    const std::uint32_t next = needed_[at + 1], second = needed_[at + 2];
    for (; place != end && place->transition.input == letter; ++place) {
      const Transition& one = place->transition;
      if ((one.next & next) == 0 || (one.second & second) == 0) continue;
      if (!go(one, at + 1, flags)) return false;
    }
    return true;
  }

  const Transducer& transducer_;
  std::span<const Symbol> word_;
  const Visit& visit_;
  /// Of a transition's bits, those one of which it must have to be taken before the letter.
  std::array<std::uint32_t, max_output + 1 + letters_ahead> needed_;
  std::size_t states_ = 0;
  std::array<Symbol, max_output> output_;
  std::size_t size_ = 0;
  std::uint32_t hyphen_ = 0;  ///< its bit
  bool hyphen_may_follow_ = false;
};

Transducer::Seen Transducer::each_output(std::span<const Symbol> word, const Visit& visit) const {
  constexpr std::uint32_t start = 0;
  if (word.size() > max_output) return {};
  Walk walk(*this, word, visit);
  const bool complete = walk.from(start, 0, 0);
  return {complete, walk.hyphen_may_follow()};
}

// One bit for the end of a word, which is no letter; the rest are shared out among the letters.
std::uint32_t Transducer::bit_of(Symbol letter) const {
  constexpr std::uint32_t letter_bits = 31;
  return letter == 0 ? std::uint32_t{1} << letter_bits : std::uint32_t{1} << ((letter - first_letter_) % letter_bits);
}

}  // namespace pykala::stemmers
