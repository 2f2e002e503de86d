// SPDX-License-Identifier: GPL-2.0-or-later
// LEB128: numbers as bytes, small ones short (DWARF 5, section 7.6). Stored decisions and postings are written in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pykala::schema {

void append_number(std::string& to, std::uint64_t number);
/// What take_number does with all but the numbers of one and two bytes, which nearly all are.
[[nodiscard]] std::optional<std::uint64_t> take_long_number(std::string_view& bytes);

/// Moves past a number at the beginning of `bytes`; nothing for one that is cut or longer than it need be.
[[nodiscard]] inline std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  const auto first = static_cast<unsigned char>(bytes.empty() ? '\x80' : bytes[0]);
  if (first < 0x80U) {
    bytes.remove_prefix(1);
    return first;
  }
  const auto second = static_cast<unsigned char>(bytes.size() > 1 ? bytes[1] : '\0');
  if (second == 0 || second >= 0x80U) return take_long_number(bytes);
  bytes.remove_prefix(2);
  return (first & 0x7FU) | std::uint64_t{second} << 7U;
}

}  // namespace pykala::schema
