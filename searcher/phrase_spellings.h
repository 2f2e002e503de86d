// SPDX-License-Identifier: GPL-2.0-or-later
// Spellings: the words of a phrase in each way in which a text may write its numbers.
#pragma once

#include <string>
#include <vector>

#include "stemmers/token.h"

namespace pykala::searcher {

/// The tokens of a typed phrase as words in a row, first as they are typed, then with the numbers in one piece and in
/// groups of thousands where that makes a difference: "554 452 euroa" also as "554452 euroa". At most three.
[[nodiscard]] std::vector<std::vector<std::string>> phrase_spellings(
    const std::vector<stemmers::AnalyzedToken>& tokens);

}  // namespace pykala::searcher
