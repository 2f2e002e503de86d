// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in, words of four lanes out, and back. Private: which width makes the fewest bytes.
#include "indexer/packed_numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "indexer/leb128.h"

namespace pykala::schema {
namespace {

/// Bits of a number. Others take as many words as the next of these: 32 bits hold ten numbers of 3 bits and eight of 4.
constexpr std::array<unsigned, 9> widths{0, 1, 2, 4, 5, 6, 8, 10, 16};
constexpr unsigned lane_bits = 32;
constexpr std::size_t lanes = 4;
constexpr std::size_t word_bytes = lanes * sizeof(std::uint32_t);

using Word [[gnu::vector_size(word_bytes)]] = std::uint32_t;  // one register of any processor that has them

/// Rows of four numbers that a word holds.
constexpr unsigned rows_of(unsigned width) {
  return lane_bits / width;
}

constexpr std::size_t words_of(unsigned width) {
  return width == 0 ? 0 : (packed_numbers / lanes + rows_of(width) - 1) / rows_of(width);
}

constexpr bool room_is_enough() {
  return std::all_of(widths.begin() + 1, widths.end(),
                     [](unsigned width) { return words_of(width) * rows_of(width) * lanes <= unpacked_room; });
}
static_assert(room_is_enough());

Word little_endian(Word word) {
  if constexpr (std::endian::native == std::endian::big) {
    for (std::size_t i = 0; i < lanes; ++i) word[i] = __builtin_bswap32(word[i]);
  }
  return word;
}

/// The place of the width with the fewest bytes.
std::size_t best_width(std::span<const std::uint32_t, packed_numbers> numbers) {
  std::array<std::size_t, lane_bits + 1> with_bits{};
  for (const std::uint32_t number : numbers) ++with_bits[static_cast<std::size_t>(std::bit_width(number))];
  constexpr std::size_t leb_bits = 7;
  std::size_t best = 0, least = SIZE_MAX;
  for (std::size_t at = 0; at < widths.size(); ++at) {
    std::size_t bytes = words_of(widths[at]) * word_bytes;
    for (std::size_t bits = widths[at] + 1; bits <= lane_bits; ++bits) {
      bytes += with_bits[bits] * (1 + (bits + leb_bits - 1) / leb_bits);
    }
    if (bytes < least) best = at, least = bytes;
  }
  return best;
}

void append_words(std::string& bytes, std::span<const std::uint32_t, packed_numbers> numbers, unsigned width) {
  const unsigned rows = rows_of(width);
  const std::uint32_t mask = (std::uint32_t{1} << width) - 1;
  for (std::size_t first = 0; first < packed_numbers; first += rows * lanes) {
    Word word{};
    for (std::size_t i = 0; i < rows * lanes && first + i < packed_numbers; ++i) {
      word[i % lanes] |= (numbers[first + i] & mask) << (i / lanes * width);
    }
    word = little_endian(word);
    std::array<char, word_bytes> raw{};
    std::memcpy(raw.data(), &word, raw.size());
    bytes.append(raw.data(), raw.size());
  }
}

void unpack_words(const char* from, unsigned width, std::uint32_t* to) {
  const unsigned rows = rows_of(width);
  const Word mask = Word{} + ((std::uint32_t{1} << width) - 1);
  for (std::size_t n = words_of(width); n > 0; --n, from += word_bytes) {
    Word word{};
    std::memcpy(&word, from, word_bytes);
    word = little_endian(word);
    for (unsigned row = 0; row < rows; ++row, word >>= width, to += lanes) {
      const Word numbers = word & mask;
      std::memcpy(to, &numbers, word_bytes);
    }
  }
}

}  // namespace

void append_packed(std::string& bytes, std::span<const std::uint32_t, packed_numbers> numbers) {
  const std::size_t place = best_width(numbers);
  const unsigned width = widths[place];
  const auto is_larger = [width](std::uint32_t number) {
    return static_cast<unsigned>(std::bit_width(number)) > width;
  };
  bytes += static_cast<char>(place);
  bytes += static_cast<char>(std::count_if(numbers.begin(), numbers.end(), is_larger));
  if (width > 0) append_words(bytes, numbers, width);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!is_larger(numbers[i])) continue;
    bytes += static_cast<char>(i);
    append_number(bytes, numbers[i]);
  }
}

bool unpack(std::string_view& bytes, std::span<std::uint32_t, unpacked_room> numbers) {
  constexpr std::size_t head = 2;
  if (bytes.size() < head) return false;
  const std::size_t place = static_cast<unsigned char>(bytes[0]);
  const std::size_t larger = static_cast<unsigned char>(bytes[1]);
  if (place >= widths.size() || larger > packed_numbers) return false;
  bytes.remove_prefix(head);
  const std::size_t size = words_of(widths[place]) * word_bytes;
  if (bytes.size() < size) return false;
  if (size == 0) {
    std::fill_n(numbers.begin(), packed_numbers, 0);
  } else {
    unpack_words(bytes.data(), widths[place], numbers.data());
  }
  bytes.remove_prefix(size);
  for (std::size_t n = 0; n < larger; ++n) {
    if (bytes.empty()) return false;
    const std::size_t at = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    const auto number = take_number(bytes);
    if (at >= packed_numbers || !number || *number > UINT32_MAX) return false;
    numbers[at] = static_cast<std::uint32_t>(*number);
  }
  return true;
}

}  // namespace pykala::schema
