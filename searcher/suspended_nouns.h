// SPDX-License-Identifier: GPL-2.0-or-later
// Suspended nouns: what a name takes behind a space and a dash, "Naapuri kylään! -hanke". The words stand in
// data/lexicon/suspended_nouns.txt.
#pragma once

#include <string_view>

namespace pykala::searcher {

/// Whether `word`, without its dash, is a form of such a noun; `after_name`: or of a compound that ends in one
/// ("puiteohjelman").
[[nodiscard]] bool is_suspended_noun(std::string_view word, bool after_name);

/// Whether the word before the dash looks like a part of a name: it has a capital, a digit, or a mark behind it.
[[nodiscard]] bool stands_for_name(std::string_view before);

/// "ja", "tai", "och": in "kaupunginhallitus ja -valtuusto" the dash stands for "kaupungin".
[[nodiscard]] bool is_conjunction(std::string_view word);

}  // namespace pykala::searcher
