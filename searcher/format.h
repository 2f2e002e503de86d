// SPDX-License-Identifier: GPL-2.0-or-later
// Formats of single values for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/printable.h"

namespace pykala::searcher {

using schema::printable;

/// Columns a text takes on a terminal: code points, escape sequences not counted.
[[nodiscard]] std::size_t visible_length(std::string_view text);
/// "2017-05-17" -> "17.5.2017".
[[nodiscard]] std::string finnish_date(std::string_view iso_date);
/// 30500000, "EUR" -> "305 000 €"; cents only when there are any: "12,50 €".
[[nodiscard]] std::string money(std::int64_t cents, std::string_view currency);

}  // namespace pykala::searcher
