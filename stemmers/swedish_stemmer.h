// SPDX-License-Identifier: GPL-2.0-or-later
// Stems of Swedish words: Snowball's, and the definite form of neuter nouns that the Snowball of Xapian 1.4 leaves.
#pragma once

#include <string>
#include <string_view>

#include "stemmers/snowball_stemmer.h"

namespace pykala::stemmers {

/// Stem of a lower-case word, never empty: "understödet", "understödets" and "understöd" -> "understöd"; "ärendet" and
/// "ärende" -> "ärend". `snowball` is that of "swedish". After Svenska Akademiens grammatik, Substantiv: species.
[[nodiscard]] std::string stem_swedish(const SnowballStemmer& snowball, std::string_view word);

}  // namespace pykala::stemmers
