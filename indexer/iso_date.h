// SPDX-License-Identifier: GPL-2.0-or-later
// Dates of the calendar as ISO 8601 text, "2017-05-17".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pykala::schema {

/// True for a day that exists, years 1800-2200, in the form yyyy-mm-dd.
[[nodiscard]] bool is_iso_date(std::string_view text);

/// The ISO text of a day, or nothing when it does not exist ("31.6.2020") or lies outside 1800-2200.
[[nodiscard]] std::optional<std::string> iso_date(int year, int month, int day);

/// The day it is here, by the clock and the time zone of the machine.
[[nodiscard]] std::string today();

/// The day after; nothing when `iso_date` is none or the last one.
[[nodiscard]] std::optional<std::string> next_day(std::string_view iso_date);

/// "17.5.2017", "17.05.2017" -> "2017-05-17"; nothing for any other text.
[[nodiscard]] std::optional<std::string> from_finnish_date(std::string_view text);

}  // namespace pykala::schema
