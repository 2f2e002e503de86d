// SPDX-License-Identifier: GPL-2.0-or-later
// Keys of what the text segments and the document store keep in the metadata of the database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pykala::schema {

inline constexpr char block_key = 'T';   ///< + segment + last term: a block of terms
inline constexpr char stored_key = 'D';  ///< + docid: what is stored of a document (document_store.h)
inline constexpr char list_key = 'L';    ///< + segment + number of the list + last docid: a piece of it
inline constexpr std::size_t key_number_bytes = 4;

/// Big-endian, so that keys are in order of numbers.
inline void append_big_endian(std::string& to, std::uint32_t number) {
  for (unsigned shift = 32; shift > 0; shift -= 8) to += static_cast<char>(number >> (shift - 8));
}

[[nodiscard]] inline std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

/// How all keys of one kind and one segment begin; the key of a document.
[[nodiscard]] inline std::string key_of(char kind, std::uint32_t number) {
  std::string key(1, kind);
  append_big_endian(key, number);
  return key;
}

[[nodiscard]] inline std::string list_key_of(std::uint32_t segment, std::uint32_t number) {
  std::string key = key_of(list_key, segment);
  append_big_endian(key, number);
  return key;
}

}  // namespace pykala::schema
