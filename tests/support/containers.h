// SPDX-License-Identifier: GPL-2.0-or-later
// ZIP and gzip files made by hand, without compression, for tests of what reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::test {

/// CRC-32 of ISO 3309, bit by bit.
inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

inline std::string little_endian(std::uint64_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += i < 8 ? static_cast<char>(value >> (8 * i) & 0xFFU) : '\0';
  return out;
}

/// A gzip file of one member with stored blocks.
inline std::string stored_gzip(std::string_view bytes) {
  std::string out("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  std::string_view rest = bytes;
  do {
    const std::string_view block = rest.substr(0, 65535);
    rest.remove_prefix(block.size());
    out += static_cast<char>(rest.empty());
    out += little_endian(block.size(), 2) + little_endian(~block.size(), 2);
    out += block;
  } while (!rest.empty());
  return out + little_endian(crc32(bytes), 4) + little_endian(bytes.size(), 4);
}

/// A ZIP file of stored entries.
inline std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out, directory;
  for (const auto& [name, bytes] : entries) {
    // Version 2.0, UTF-8 names, no compression, 1 January 1980.
    const std::string common = little_endian(20, 2) + little_endian(0x800, 2) + little_endian(0, 4) +
                               little_endian(33, 2) + little_endian(crc32(bytes), 4) + little_endian(bytes.size(), 4) +
                               little_endian(bytes.size(), 4) + little_endian(name.size(), 2) + little_endian(0, 2);
    directory +=
        "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 10) + little_endian(out.size(), 4) + name;
    out += "PK\x03\x04" + common + name + bytes;
  }
  const std::size_t at = out.size();
  return out + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(entries.size(), 2) +
         little_endian(entries.size(), 2) + little_endian(directory.size(), 4) + little_endian(at, 4) +
         little_endian(0, 2);
}

}  // namespace pykala::test
