// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes -> transducer. Private: the file's format, and with which letters a path may go on.
#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "stemmers/transducer.h"

namespace pykala::stemmers {
namespace {

constexpr std::array<std::uint32_t, 2> marks_of_format{0x00013A6E, 0x000351FA};
constexpr std::size_t weighted_at = 8;
constexpr std::size_t header_bytes = 16;
constexpr std::size_t cell_bytes = 8;
constexpr std::uint16_t final_input = 0xFFFF;  // no letter: the word may end in this state
constexpr std::uint32_t counted_apart = 0xFF;  // the number of further transitions stands in the next cell
constexpr std::uint32_t target_bits = 24;
constexpr std::uint32_t target_mask = (1U << target_bits) - 1;
constexpr std::uint32_t any_letter = ~std::uint32_t{0};
constexpr std::uint32_t no_state = ~std::uint32_t{0};
constexpr int max_depth = 200;  // of transitions without letters after one another

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

char32_t only_code_point(std::string_view symbol) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(symbol[at]); };
  if (symbol.size() == 1 && byte(0) < 0x80) return byte(0);
  if (symbol.size() == 2 && (byte(0) & 0xE0U) == 0xC0U) return ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
  return 0;
}

}  // namespace

class Transducer::Reader {
 public:
  Reader(std::string_view bytes, Transducer& made) : bytes_(bytes), made_(made) {}

  bool read() {
    if (!is_of_format() || !read_symbols()) return false;
    auto flags = flag_operations(std::span(made_.symbols_).first(made_.first_letter_));
    if (!flags) return false;
    made_.flags_ = *std::move(flags);
    const std::size_t begin = (at_ + cell_bytes - 1) / cell_bytes * cell_bytes;
    if (begin + cell_bytes > bytes_.size()) return false;
    cells_ = bytes_.substr(begin);
    if (!read_states()) return false;
    for (Transition& one : transitions_) {
      const std::uint32_t state = one.target < numbers_.size() ? numbers_[one.target] : no_state;
      if (state == no_state) return false;
      one.target = state;
    }
    find_letters();
    lay_out();
    return true;
  }

 private:
  struct Read {
    std::uint32_t first = 0;    ///< its first transition
    std::uint32_t letters = 0;  ///< its first one with a letter
    std::uint32_t end = 0;
    bool may_end = false;
  };

  [[nodiscard]] bool is_of_format() const {
    if (std::endian::native != std::endian::little || bytes_.size() < header_bytes + sizeof(std::uint16_t))
      return false;
    for (std::size_t i = 0; i < marks_of_format.size(); ++i) {
      if (number_at<std::uint32_t>(bytes_, i * sizeof(std::uint32_t)) != marks_of_format[i]) return false;
    }
    return bytes_[weighted_at] == 0;
  }

  bool read_symbols() {
    const std::size_t count = number_at<std::uint16_t>(bytes_, header_bytes);
    at_ = header_bytes + sizeof(std::uint16_t);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t end = bytes_.find('\0', at_);
      if (end == std::string_view::npos) return false;
      made_.symbols_.emplace_back(bytes_.substr(at_, end - at_));
      at_ = end + 1;
    }
    if (count < 2 || !made_.symbols_.front().empty()) return false;
    made_.first_letter_ = 1;
    while (made_.first_letter_ < count && is_flag_diacritic(made_.symbols_[made_.first_letter_])) ++made_.first_letter_;
    for (std::size_t symbol = made_.first_letter_; symbol < count; ++symbol) {
      const char32_t code_point = only_code_point(made_.symbols_[symbol]);
      if (code_point != 0 && code_point < made_.letters_.size())
        made_.letters_[code_point] = static_cast<Symbol>(symbol);
    }
    return true;
  }

  /// The states fill the file one after another. False for a file that was cut.
  bool read_states() {
    const std::size_t cells = cells_.size() / cell_bytes;
    numbers_.assign(cells, no_state);
    transitions_.reserve(cells);
    if (cells_.size() % cell_bytes != 0) return false;
    std::size_t cell = 0;
    while (cell < cells) {
      std::size_t rest = cell + 1;
      std::uint64_t further = number_at<std::uint32_t>(cells_, cell * cell_bytes + 4) >> target_bits;
      if (further == counted_apart) {
        if (rest == cells) return false;
        further = number_at<std::uint32_t>(cells_, rest++ * cell_bytes);
      }
      if (rest + further > cells) return false;
      numbers_[cell] = static_cast<std::uint32_t>(states_.size());
      read_state(cell, rest, rest + further);
      cell = rest + further;
    }
    return true;
  }

  void read_state(std::size_t first, std::size_t rest, std::size_t end) {
    Read state;
    state.first = static_cast<std::uint32_t>(transitions_.size());
    read_transition(first, state);
    for (std::size_t cell = rest; cell < end; ++cell) read_transition(cell, state);
    state.end = static_cast<std::uint32_t>(transitions_.size());
    const auto begin = transitions_.begin() + state.first;
    const auto letters = std::find_if(begin, transitions_.end(),
                                      [&](const Transition& one) { return one.input >= made_.first_letter_; });
    state.letters = state.first + static_cast<std::uint32_t>(letters - begin);
    states_.push_back(state);
  }

  void read_transition(std::size_t cell, Read& state) {
    const auto input = number_at<std::uint16_t>(cells_, cell * cell_bytes);
    const auto output = number_at<std::uint16_t>(cells_, cell * cell_bytes + 2);
    if (input == final_input) {
      state.may_end = true;
      return;
    }
    const bool seen = output >= made_.first_letter_ && output < made_.symbols_.size();
    const auto target = number_at<std::uint32_t>(cells_, cell * cell_bytes + 4) & target_mask;
    transitions_.push_back({input, seen ? output : Symbol{0}, target, 0, 0});
  }

  /// Bits by state, each made when it is first asked for.
  struct Letters {
    std::vector<std::uint32_t> bits;
    std::vector<bool> seen;
    explicit Letters(std::size_t states) : bits(states), seen(states) {}
  };

  /// Bits of a state: `at_end` if a word may end there, those of the states behind its transitions without letters, and
  /// `of_letter`(transition) of the others.
  template <class OfLetter>
  std::uint32_t reached(Letters& letters, std::uint32_t number, int depth, std::uint32_t at_end,
                        const OfLetter& of_letter) {
    if (depth > max_depth) return any_letter;
    if (letters.seen[number]) return letters.bits[number];
    letters.seen[number] = true;
    letters.bits[number] = any_letter;  // what a circle of states is told of this one meanwhile
    const Read& state = states_[number];
    std::uint32_t found = state.may_end ? at_end : 0;
    for (std::uint32_t i = state.first; i < state.end; ++i) {
      const Transition& one = transitions_[i];
      found |= i < state.letters ? reached(letters, one.target, depth + 1, at_end, of_letter) : of_letter(one);
    }
    return letters.bits[number] = found;
  }

  void find_letters() {
    Letters next(states_.size()), second(states_.size());
    const auto next_of = [&](std::uint32_t state) {
      return reached(next, state, 0, made_.bit_of(0), [&](const Transition& one) { return made_.bit_of(one.input); });
    };
    for (Transition& one : transitions_) {
      one.next = next_of(one.target);
      one.second = reached(second, one.target, 0, any_letter, [&](const Transition& by) { return next_of(by.target); });
    }
  }

  /// Each state before its transitions.
  void lay_out() {
    made_.cells_.reserve(states_.size() + transitions_.size());
    const auto place_of = [&](std::uint32_t number) { return states_[number].first + number; };
    for (const Read& state : states_) {
      const auto of_state = std::span(transitions_).subspan(state.first, state.end - state.first);
      const std::uint32_t silent = state.letters - state.first;
      std::uint32_t letters = 0;
      for (const Transition& one : of_state.subspan(silent)) letters |= made_.bit_of(one.input);
      made_.cells_.push_back({.state = {silent, state.end - state.first, letters, state.may_end}});
      for (Transition one : of_state) {
        one.target = place_of(one.target);
        made_.cells_.push_back({.transition = one});
      }
    }
  }

  std::string_view bytes_;
  std::string_view cells_;
  Transducer& made_;
  std::size_t at_ = 0;
  std::vector<std::uint32_t> numbers_;  ///< of states, by their first cell
  std::vector<Read> states_;
  std::vector<Transition> transitions_;
};

std::unique_ptr<const Transducer> Transducer::from_bytes(std::string_view bytes) {
  std::unique_ptr<Transducer> made(new Transducer);
  return Reader(bytes, *made).read() ? std::move(made) : nullptr;
}

}  // namespace pykala::stemmers
