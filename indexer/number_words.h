// SPDX-License-Identifier: GPL-2.0-or-later
// Number words of sums: "viisi", "puolitoista", "sata"; "miljoonaa", "tuhannen" and their Swedish fellows.
#pragma once

#include <cstdint>
#include <string_view>

namespace pykala::indexer {

/// Hundredths of the number a word says: "viisi" -> 500, "puoli" -> 50; 0 for a word that is no number.
[[nodiscard]] std::int64_t hundredths_of_word(std::string_view lower_word);

/// "miljoonaa" -> 1 000 000, "tuhannen" -> 1000, "miljarder" -> 10^9; 1 for any other word.
[[nodiscard]] std::int64_t scale_of_word(std::string_view lower_word);

}  // namespace pykala::indexer
