// SPDX-License-Identifier: GPL-2.0-or-later
// Shapes of case numbers, as the parsing rules give them: "HEL 9999-999999". Part of ParsingRules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pykala::indexer {

/// Matches `shape` (9 a digit, 9+ one or more, a space also a hyphen or nothing, letters in any case) at the beginning
/// of `text`; bytes matched, 0 for no match.
[[nodiscard]] std::size_t match_case_shape(std::string_view shape, std::string_view text);

/// The letters of the shape `written` with the digits of `found`: "hel-2021-000123" as "HEL 2021-000123".
[[nodiscard]] std::string write_case_number(std::string_view written, std::string_view found);

}  // namespace pykala::indexer
