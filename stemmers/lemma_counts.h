// SPDX-License-Identifier: GPL-2.0-or-later
// How often a lemma comes in decisions: of two readings of one word the one that is written there is likelier.
#pragma once

#include <string_view>

namespace pykala::stemmers {

/// Natural logarithm of 1 + the times that `lemma` (lower case) was met in forms that can be nothing else, in tenths; 0
/// for a lemma that was not. From data/lexicon/lemma_counts_fi.tsv; data/lexicon/make_lemma_counts.py makes it.
[[nodiscard]] int lemma_log_count(std::string_view lemma);

/// The lemma that is meant by `word` though other traits of its readings say otherwise; empty when none is listed
/// ("voimassa" is voima, never an infinitive of voida). From data/lexicon/readings_fi.tsv.
[[nodiscard]] std::string_view listed_lemma(std::string_view word);

}  // namespace pykala::stemmers
