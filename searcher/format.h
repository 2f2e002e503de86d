// SPDX-License-Identifier: GPL-2.0-or-later
// Formats of single values for people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "indexer/printable.h"
#include "searcher/request.h"

namespace pykala::searcher {

using schema::printable;

/// Columns a text takes on a terminal: escape sequences and combining marks take none, letters of East Asia and emoji
/// two (after Unicode's East Asian Width, UAX 11).
[[nodiscard]] std::size_t visible_length(std::string_view text);
/// "2017-05-17" -> "17.5.2017".
[[nodiscard]] std::string finnish_date(std::string_view iso_date);
/// 30500000, "EUR" -> "305 000 €"; cents only when there are any: "12,50 €".
[[nodiscard]] std::string money(std::int64_t cents, std::string_view currency);
/// 30500050 -> "305000,50" with ',' as the decimal mark; cents only when there are any.
[[nodiscard]] std::string decimal_euros(std::int64_t cents, char decimal_mark);
/// One line that says which decision it is, to paste into an article or another decision:
/// "Kansliapäällikkö, 17.5.2017, § 17: Rahoituksen hakeminen (HEL 2017-005881)". The parts that are not known are left
/// out.
[[nodiscard]] std::string citation_line(const schema::Decision& decision, UiLanguage lang);

}  // namespace pykala::searcher
