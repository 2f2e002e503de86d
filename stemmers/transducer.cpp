// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes -> transducer; letters -> outputs. Private: the format, flags packed into bits, and where a path can not go on.
#include "stemmers/transducer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace pykala::stemmers {
namespace {

constexpr std::array<std::uint32_t, 2> marks_of_format{0x00013A6E, 0x000351FA};
constexpr std::size_t weighted_at = 8;
constexpr std::size_t header_bytes = 16;
constexpr std::uint16_t final_input = 0xFFFF;  // no letter: the word may end in this state
constexpr std::uint32_t counted_apart = 0xFF;  // the number of further transitions stands in the next cell
constexpr std::uint32_t target_bits = 24;
constexpr std::uint32_t target_mask = (1U << target_bits) - 1;

// Of a mask of next letters.
constexpr unsigned letter_bits = 62;
constexpr std::uint64_t known_bit = std::uint64_t{1} << 62U;  // never empty, so that 0 is "not looked at yet"
constexpr std::uint64_t end_bit = std::uint64_t{1} << 63U;
constexpr std::uint64_t every_letter = ~std::uint64_t{0};
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

std::unique_ptr<const Transducer> Transducer::from_bytes(std::string_view bytes) {
  static_assert(sizeof(Transition) == 8);
  if (std::endian::native != std::endian::little || bytes.size() < header_bytes + sizeof(std::uint16_t)) return nullptr;
  for (std::size_t i = 0; i < marks_of_format.size(); ++i) {
    if (number_at<std::uint32_t>(bytes, i * sizeof(std::uint32_t)) != marks_of_format[i]) return nullptr;
  }
  if (bytes[weighted_at] != 0) return nullptr;
  std::unique_ptr<Transducer> made(new Transducer);
  const std::size_t symbols_end = made->read_symbols(bytes);
  if (symbols_end == 0) return nullptr;
  auto flags = flag_operations(std::span(made->symbols_).first(made->first_letter_));
  if (!flags) return nullptr;
  made->flags_ = *std::move(flags);
  const std::size_t begin = (symbols_end + sizeof(Transition) - 1) / sizeof(Transition) * sizeof(Transition);
  if (begin >= bytes.size()) return nullptr;
  const std::size_t count = (bytes.size() - begin) / sizeof(Transition);
  made->transitions_.resize(count);
  std::memcpy(made->transitions_.data(), bytes.data() + begin, count * sizeof(Transition));
  made->next_letters_ = std::vector<std::atomic<std::uint64_t>>(count);
  made->read_letters();
  return made;
}

/// Where they end; 0 when they do not.
std::size_t Transducer::read_symbols(std::string_view bytes) {
  const std::size_t count = number_at<std::uint16_t>(bytes, header_bytes);
  std::size_t at = header_bytes + sizeof(std::uint16_t);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = bytes.find('\0', at);
    if (end == std::string_view::npos) return 0;
    symbols_.emplace_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  first_letter_ = 1;
  while (first_letter_ < count && is_flag_diacritic(symbols_[first_letter_])) ++first_letter_;
  return count > 1 && symbols_.front().empty() ? at : 0;
}

void Transducer::read_letters() {
  for (std::size_t symbol = first_letter_; symbol < symbols_.size(); ++symbol) {
    const char32_t code_point = only_code_point(symbols_[symbol]);
    if (code_point != 0 && code_point < letters_.size()) letters_[code_point] = static_cast<Symbol>(symbol);
  }
}

/// Of a damaged file it may have no transitions.
Transducer::State Transducer::state_at(std::uint32_t first) const {
  const std::size_t size = transitions_.size();
  if (first >= size) return {0, 0, 0};
  std::uint32_t more = transitions_[first].target_and_more >> target_bits;
  std::uint32_t rest = first + 1;
  if (more == counted_apart) {
    if (rest >= size) return {0, 0, 0};
    std::memcpy(&more, &transitions_[rest++], sizeof more);
  }
  if (rest + std::uint64_t{more} > size) return {0, 0, 0};
  return {first, rest, more + 1};
}

std::uint64_t Transducer::bit_of(Symbol letter) const {
  return std::uint64_t{1} << ((letter - first_letter_) % letter_bits);
}

std::uint64_t Transducer::next_letters(std::uint32_t first, int depth) const {
  if (first >= next_letters_.size() || depth > max_depth) return every_letter;
  std::atomic<std::uint64_t>& kept = next_letters_[first];
  if (const std::uint64_t known = kept.load(std::memory_order_relaxed); known != 0) return known;
  kept.store(every_letter, std::memory_order_relaxed);  // what a circle of states is told of this one meanwhile
  std::uint64_t found = known_bit;
  const State state = state_at(first);
  for (std::uint32_t at = 0; at < state.count; ++at) {
    const Transition& one = transition(state, at);
    if (one.input == final_input) {
      found |= end_bit;
    } else if (one.input < first_letter_) {
      found |= next_letters(one.target_and_more & target_mask, depth + 1);
    } else {
      found |= bit_of(one.input);
    }
  }
  kept.store(found, std::memory_order_relaxed);
  return found;
}

/// Depth first, so that outputs come in the file's order.
class Transducer::Walk {
 public:
  Walk(const Transducer& transducer, std::span<const Symbol> word, const Visit& visit)
      : transducer_(transducer), word_(word), visit_(visit) {}

  bool from(std::uint32_t first, std::size_t at, std::uint64_t flags) {
    const std::uint64_t needed = at == word_.size() ? end_bit : transducer_.bit_of(word_[at]);
    if ((transducer_.next_letters(first) & needed) == 0) return true;
    if (++states_ > max_states || size_ == output_.size()) return false;
    const State state = transducer_.state_at(first);
    std::uint32_t next = 0;
    for (; next < state.count; ++next) {
      const Transition& one = transducer_.transition(state, next);
      if (one.input == final_input) {
        if (at == word_.size()) visit_(std::span(output_).first(size_));
        continue;
      }
      if (one.input >= transducer_.first_letter_) break;
      std::uint64_t kept = flags;
      if (one.input != 0 && !transducer_.flags_[one.input].apply(kept)) continue;
      if (!go(one, at, kept)) return false;
    }
    return at == word_.size() || by_letter(state, next, at, flags);
  }

 private:
  bool go(const Transition& one, std::size_t at, std::uint64_t flags) {
    const bool seen = one.output >= transducer_.first_letter_ && one.output < transducer_.symbols_.size();
    output_[size_++] = seen ? one.output : Symbol{0};
    const bool done = from(one.target_and_more & target_mask, at, flags);
    --size_;
    return done;
  }

  /// The transitions from `low` on are in order of their letters.
  bool by_letter(const State& state, std::uint32_t low, std::size_t at, std::uint64_t flags) {
    const Symbol letter = word_[at];
    for (std::uint32_t high = state.count; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (transducer_.transition(state, middle).input < letter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; low < state.count; ++low) {
      const Transition& one = transducer_.transition(state, low);
      if (one.input != letter) break;
      if (!go(one, at + 1, flags)) return false;
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
  return Walk(*this, word, visit).from(0, 0, 0);
}

}  // namespace pykala::stemmers
