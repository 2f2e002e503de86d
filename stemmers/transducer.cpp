// SPDX-License-Identifier: GPL-2.0-or-later
// Letters -> outputs: a walk of all paths that a word may take.
#include "stemmers/transducer.h"

#include <algorithm>

namespace pykala::stemmers {
namespace {

constexpr std::uint32_t any_letter = ~std::uint32_t{0};

}  // namespace

/// Depth first, so that outputs come in the file's order.
class Transducer::Walk {
 public:
  Walk(const Transducer& transducer, std::span<const Symbol> word, const Visit& visit)
      : transducer_(transducer), word_(word), visit_(visit) {}

  bool from(std::uint32_t number, std::size_t at, std::uint64_t flags) {
    if (++states_ > max_states || size_ == output_.size()) return false;
    const State& state = transducer_.states_[number];
    if (state.may_end && at == word_.size()) visit_(std::span(output_).first(size_));
    const std::uint32_t next = needed(at), second = needed(at + 1);
    for (std::uint32_t i = state.first; i < state.letters; ++i) {
      const Transition& one = transducer_.transitions_[i];
      if ((one.next & next) == 0 || (one.second & second) == 0) continue;
      std::uint64_t kept = flags;
      if (one.input != 0 && !transducer_.flags_[one.input].apply(kept)) continue;
      if (!go(one, at, kept)) return false;
    }
    return at == word_.size() || by_letter(state, at, flags);
  }

 private:
  /// Of a transition's bits, that one may be taken before the letter `at`.
  [[nodiscard]] std::uint32_t needed(std::size_t at) const {
    if (at > word_.size()) return any_letter;
    return transducer_.bit_of(at == word_.size() ? Symbol{0} : word_[at]);
  }

  bool go(const Transition& one, std::size_t at, std::uint64_t flags) {
    output_[size_++] = one.output;
    const bool done = from(one.target, at, flags);
    --size_;
    return done;
  }

  bool by_letter(const State& state, std::size_t at, std::uint64_t flags) {
    const Symbol letter = word_[at];
    const auto begin = transducer_.transitions_.begin();
    auto one = std::lower_bound(begin + state.letters, begin + state.end, letter,
                                [](const Transition& transition, Symbol wanted) { return transition.input < wanted; });
    const std::uint32_t next = needed(at + 1), second = needed(at + 2);
    for (; one != begin + state.end && one->input == letter; ++one) {
      if ((one->next & next) == 0 || (one->second & second) == 0) continue;
      if (!go(*one, at + 1, flags)) return false;
    }
    return true;
  }

  const Transducer& transducer_;
  std::span<const Symbol> word_;
  const Visit& visit_;
  std::size_t states_ = 0;
  std::array<Symbol, max_output> output_;
  std::size_t size_ = 0;
};

bool Transducer::each_output(std::span<const Symbol> word, const Visit& visit) const {
  constexpr std::uint32_t start = 0;
  return Walk(*this, word, visit).from(start, 0, 0);
}

// One bit for the end of a word, which is no letter; the rest are shared out among the letters.
std::uint32_t Transducer::bit_of(Symbol letter) const {
  constexpr std::uint32_t letter_bits = 31;
  return letter == 0 ? std::uint32_t{1} << letter_bits : std::uint32_t{1} << ((letter - first_letter_) % letter_bits);
}

}  // namespace pykala::stemmers
