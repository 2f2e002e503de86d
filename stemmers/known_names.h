// SPDX-License-Identifier: GPL-2.0-or-later
// Names that no dictionary has, told by a list whatever case they stand in.
#pragma once

#include <cstddef>
#include <string_view>

namespace pykala::stemmers {

/// The listed name (data/lexicon/names_fi.txt) that `word` (lower case) is a case form of: "stean", "steaan" -> "stea",
/// "vincitille" -> "vincit"; empty when there is none. Endings by VISK § 81: after a vowel as they stand, after a
/// consonant with -i-; the illative repeats the vowel.
[[nodiscard]] std::string_view known_name(std::string_view word);

/// The bytes of `word` without a case ending after a vowel, 0 when it has none that may be cut at `letters` letters:
/// "abdille" at 4 -> 4, "ikeaan" at 4 -> 4.
[[nodiscard]] std::size_t without_case_ending(std::string_view word, std::size_t letters);

}  // namespace pykala::stemmers
