// SPDX-License-Identifier: GPL-2.0-or-later
// Packed numbers: 128 numbers in as few bits each as most of them need, the larger ones apart, so that they are read
// four at a time and without a branch for each. M. Zukowski et al.: Super-Scalar RAM-CPU Cache Compression, 2006
// (patched frame of reference); the order in words of D. Lemire, L. Boytsov: Decoding billions of integers per second
// through vectorization, 2015.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pykala::schema {

inline constexpr std::size_t packed_numbers = 128;
/// Numbers that unpack() may write: the last word is written whole.
inline constexpr std::size_t unpacked_room = 160;

/// Layout: a byte with the width's place among the widths, a byte with how many numbers are larger; the words (16
/// bytes, four lanes of 32 bits, little-endian; number 4n + i stands in lane i); of each larger number its place and
/// itself in LEB128.
void append_packed(std::string& bytes, std::span<const std::uint32_t, packed_numbers> numbers);

/// Moves past packed numbers at the beginning of `bytes`. False for bytes that append_packed() does not write.
[[nodiscard]] bool unpack(std::string_view& bytes, std::span<std::uint32_t, unpacked_room> numbers);

}  // namespace pykala::schema
