// SPDX-License-Identifier: GPL-2.0-or-later
// Query parser: typed text -> Query. Forgiving: whatever is typed means something; what cannot mean anything is an
// Error with its position.
//
//   vapaaehtoistyön "keskitetty määräraha" -asunto rahoittaja:STEA
//     -> (not (sequence (words "vapaaehtoistyön") (phrase "keskitetty määräraha") (field funder "STEA")) (words
//     "asunto"))
//
// Grammar, loosest first; AND, OR, NOT, JA, TAI, EI and OCH, ELLER, INTE count only in capitals:
//   either   := both ( (OR | TAI) both )*
//   both     := sequence ( (AND | JA) sequence )*
//   sequence := item+
//   item     := ( '-' | NOT | EI ) item | '(' either ')' | '"' words '"' | '=' word | word with '*' | name ':' value |
//   word
#pragma once

#include <string_view>

#include "searcher/query.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// Throws Error{bad_query} for a query past the limits of limits.h, text that is not UTF-8, or an operator with nothing
/// beside it; Error{unknown_field} for `name:value` where no field has that name; message in `lang`, with its position.
/// `STEA:lta` and `klo 12:30` are words.
[[nodiscard]] Query parse_query(std::string_view text, UiLanguage lang = UiLanguage::en);

}  // namespace pykala::searcher
