// SPDX-License-Identifier: GPL-2.0-or-later
// The reading meant when the dictionary gives several and nothing is known of the sentence.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// The likeliest of the readings of `word` (lower case), nullptr when there is none. Each reading has a cost: parts of
/// a compound ("koirakin" is koira + kin, not koi + rakki), names ("milloin" is not Milla), inflections that are seldom
/// meant; a word that is its own dictionary form is cheap ("kertoa" is no partitive of kerto). Equal: the
/// dictionary's order.
/// A function word is read as one when it can be ("eli" is no past tense of elää).
[[nodiscard]] const Reading* choose_reading(std::span<const Reading> readings, std::string_view word);

/// The reading of `word` as the dictionary form that it also is: "loppua" is the verb, though mostly of loppu; nullptr
/// when it is none.
[[nodiscard]] const Reading* entry_reading(std::span<const Reading> readings, std::string_view word);

/// As above for a first part inside a compound: a noun or adjective in nominative or genitive before all else ("toimi"
/// of "toimiala" is the noun, not the verb).
[[nodiscard]] const Reading* choose_first_part(std::span<const Reading> readings, std::string_view part);

/// The base form to index for a reading: the verb of a participle ("maksanut" -> "maksaa"), else its base form; lower
/// case.
[[nodiscard]] std::string lemma_of(const Reading& reading);

}  // namespace pykala::stemmers
