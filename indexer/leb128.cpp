// SPDX-License-Identifier: GPL-2.0-or-later
// Seven bits a byte, the lowest first.
#include "indexer/leb128.h"

namespace pykala::schema {
namespace {

constexpr unsigned bits_of_byte = 7;  ///< that carry the number; the eighth says that more follow
constexpr unsigned bits = 64;

}  // namespace

void append_number(std::string& to, std::uint64_t number) {
  while (number >> bits_of_byte != 0) {
    to += static_cast<char>((number & 0x7F) | 0x80);
    number >>= bits_of_byte;
  }
  to += static_cast<char>(number);
}

std::optional<std::uint64_t> take_long_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < bits && !bytes.empty(); shift += bits_of_byte) {
    const auto next = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{next & 0x7FU} << shift;
    if ((next & 0x80U) != 0) continue;
    if (next == 0 && shift > 0) return std::nullopt;
    return number;
  }
  return std::nullopt;
}

}  // namespace pykala::schema
