// SPDX-License-Identifier: GPL-2.0-or-later
// Edit distance as Finnish is mistyped: dots left out and letters doubled or not cost less than other slips.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pykala::searcher {

/// Costs of one slip; a whole one is 10.
inline constexpr int slip_cost = 10;
inline constexpr int doubling_cost = 5;  ///< "kumpanuus", "vapaehtoistyö": a letter of a double one left out, or added
inline constexpr int dots_cost = 2;      ///< "paatos": a for ä or å, o for ö, e for é

/// Code points of valid UTF-8.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// A letter without its marks: ä -> a; other characters as they are. Latin-1 and Latin Extended-A letters of the
/// languages of the archive.
[[nodiscard]] char32_t without_marks(char32_t letter);

/// Least cost of turning one word into the other by leaving out, adding, changing or swapping letters (optimal string
/// alignment: Damerau 1964, Levenshtein 1966, with the costs above), or limit + 1 when it is more than `limit`.
/// Linear in the product of the lengths.
[[nodiscard]] int edit_distance(std::u32string_view typed, std::u32string_view word, int limit);

}  // namespace pykala::searcher
