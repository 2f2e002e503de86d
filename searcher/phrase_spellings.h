// SPDX-License-Identifier: GPL-2.0-or-later
// Spellings: the words of a phrase in each way in which a text may write its numbers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "stemmers/token.h"

namespace pykala::searcher {

inline constexpr std::size_t most_numbers_apart = 4;  ///< that are spelled each on its own: 16 rows

/// The tokens of a typed phrase as words in a row, first as they are typed, then with each of its numbers in one piece
/// or in groups of thousands where that makes a difference: "554 452 euroa" also as "554452 euroa". Years have one
/// spelling. With more numbers than `most_numbers_apart` all of them are spelled alike.
[[nodiscard]] std::vector<std::vector<std::string>> phrase_spellings(
    const std::vector<stemmers::AnalyzedToken>& tokens);

}  // namespace pykala::searcher
