// SPDX-License-Identifier: GPL-2.0-or-later
// The reading meant when the dictionary gives several and nothing is known of the sentence.
#pragma once

#include <vector>

#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// The likeliest of `readings`, nullptr when there is none. In order: fewest compound parts ("koirakin" is koira + kin,
/// not koi + rakki), common words before names ("milloin" is not Milla), common inflections before rare ones, verbs
/// before participles read as another verb's, words of the dictionary before derived ones; then the dictionary's order.
[[nodiscard]] const Reading* choose_reading(const std::vector<Reading>& readings);

/// The base form to index for a reading: the verb of a participle ("maksanut" -> "maksaa"), else its base form; lower
/// case.
[[nodiscard]] std::string lemma_of(const Reading& reading);

}  // namespace pykala::stemmers
