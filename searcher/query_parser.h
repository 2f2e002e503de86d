// SPDX-License-Identifier: GPL-2.0-or-later
// Query parser: typed text -> Query. Forgiving: whatever is typed means something; what cannot mean anything is an
// Error with its position.
//
//   vapaaehtoistyön "keskitetty määräraha" -asunto rahoittaja:STEA
//     -> (not (sequence (words "vapaaehtoistyön") (phrase "keskitetty määräraha") (field funder "STEA")) (words
//     "asunto"))
//
// Grammar, loosest first; JA, TAI, EI and AND, OR, NOT count only in capitals:
//   either   := both ( (OR | TAI) both )*
//   both     := sequence ( (AND | JA) sequence )*
//   sequence := item+
//   item     := ( '-' | NOT | EI ) item | '(' either ')' | '"' words '"' | '=' word | word '*' | name ':' value | word
#pragma once

#include <string_view>

#include "searcher/query.h"

namespace pykala::searcher {

/// Throws Error{bad_query} for a query past the limits of limits.h, text that is not UTF-8, or an operator with nothing
/// beside it; Error{unknown_field} for `name:value` where no field has that name. `STEA:lta` and `klo 12:30` are words.
[[nodiscard]] Query parse_query(std::string_view text);

}  // namespace pykala::searcher
