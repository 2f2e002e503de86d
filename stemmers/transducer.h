// SPDX-License-Identifier: GPL-2.0-or-later
// A finite-state transducer: the letters of a word in, what the word is made of out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/flag_diacritics.h"

namespace pykala::stemmers {

/// Reads the unweighted binary format of libvoikko ("VFST": a table of symbols, then the transitions of each state in
/// order of their input). The library walks the same file; this walk turns back where no path goes on with the next two
/// letters, which is nearly everywhere. Safe to use from any thread.
class Transducer {
 public:
  using Symbol = std::uint16_t;  ///< index in symbols(); 0 is the empty one
  using Visit = std::function<void(std::span<const Symbol> output)>;

  /// `bytes`: of a whole file. nullptr when it is in another format or order of bytes, is cut off, or has more flags
  /// than are kept in 64 bits.
  static std::unique_ptr<const Transducer> from_bytes(std::string_view bytes);

  /// Letters, and marks like "[Ln]", in UTF-8.
  [[nodiscard]] const std::vector<std::string>& symbols() const { return symbols_; }

  /// 0 when the transducer knows no such letter.
  [[nodiscard]] Symbol letter(char32_t code_point) const {
    return code_point < letters_.size() ? letters_[code_point] : Symbol{0};
  }

  struct Seen {
    bool complete = false;           ///< else it gave up, having seen max_states states or an output of max_output
    bool hyphen_may_follow = false;  ///< when complete and false, the word has no output with a hyphen after it
  };
  /// Calls `visit` with each output of the word, in the file's order; 0 stands where a transition puts out nothing.
  Seen each_output(std::span<const Symbol> word, const Visit& visit) const;

  static constexpr std::size_t max_states = 20'000;  ///< a long compound takes some hundreds
  static constexpr std::size_t max_output = 1'000;

 private:
  struct Transition {
    Symbol input;  ///< 0 or a flag diacritic: of no letter
    Symbol output;
    std::uint32_t target;  ///< cell of a state
    std::uint32_t next;    ///< bits of the letters with which a path may go on behind it, flags not looked at
    std::uint32_t second;  ///< and of those that may come after these
  };
  struct State {
    std::uint32_t silent;   ///< how many of its transitions are of no letter; these come first
    std::uint32_t count;    ///< of all of them; those with a letter are in order of their letters
    std::uint32_t letters;  ///< bits of these letters
    bool may_end;           ///< a word may end here
  };
  /// A state is followed by its transitions: most walks find them in the same line of the processor's cache.
  union Cell {
    State state;
    Transition transition;
  };
  class Reader;
  class Walk;

  Transducer() = default;
  [[nodiscard]] std::uint32_t bit_of(Symbol letter) const;

  std::vector<std::string> symbols_;
  Symbol first_letter_ = 0;  ///< before it stand the flag diacritics
  std::vector<FlagOperation> flags_;
  std::array<Symbol, 0x180> letters_{};
  std::vector<Cell> cells_;  ///< the first state is the start
};

}  // namespace pykala::stemmers
