// SPDX-License-Identifier: GPL-2.0-or-later
// Words built like compounds that are read as one: "tammikuu" is no kind of "kuu". From data/lexicon/undivided_fi.txt.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// Those of `boundaries` (bytes of `word` where a later part begins, ascending) where a person would see two words
/// meet. Not between the parts of a word of the list ("kesä#kuu#kausi" -> kesä#kuukausi), not behind a first part of
/// three letters or fewer that the dictionary does not know ("di#oksidi"), nor between two parts that it does not know
/// ("hemo#globiini").
[[nodiscard]] std::vector<std::uint16_t> real_boundaries(std::string_view word,
                                                         const std::vector<std::uint16_t>& boundaries);

}  // namespace pykala::stemmers
