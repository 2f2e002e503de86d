// SPDX-License-Identifier: GPL-2.0-or-later
// LEB128: numbers as bytes, small ones short (DWARF 5, section 7.6). Stored decisions and postings are written in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pykala::schema {

void append_number(std::string& to, std::uint64_t number);
/// Moves past a number at the beginning of `bytes`; nothing for one that is cut or longer than it need be.
[[nodiscard]] std::optional<std::uint64_t> take_number(std::string_view& bytes);

}  // namespace pykala::schema
