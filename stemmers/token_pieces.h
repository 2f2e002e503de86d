// SPDX-License-Identifier: GPL-2.0-or-later
// Pieces: the words of a token that a text may write as several, so that a phrase may begin or end inside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemmers/token.h"

namespace pykala::stemmers {

/// "554 452" -> "554", "452"; "17 a §" -> "17", "a"; "HEL 2017-005881" -> "hel", "2017-005881"; "2018–2021" -> "2018",
/// "2021". Nothing for a word, a date and a number in one piece. `source` is the token as it stands in the text.
[[nodiscard]] std::vector<std::string> pieces_of(const Token& token, std::string_view source);

}  // namespace pykala::stemmers
