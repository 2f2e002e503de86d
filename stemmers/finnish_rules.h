// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "stemmers/suffix_rules.h"

namespace pykala::stemmers {

/// The rule groups of the Finnish stemmer, in the order they are applied. Patterns are written without vowel harmony
/// (a for ä, o for ö, u for y). The comments name the headings of VISK (Iso suomen kielioppi).
std::span<const RuleGroup> clitic_rules();
std::span<const RuleGroup> possessive_rules();
std::span<const RuleGroup> case_rules();
std::span<const RuleGroup> verb_ending_rules();
std::span<const RuleGroup> nominal_class_rules();
std::span<const RuleGroup> verb_class_rules();

/// Leads both grades of the last two consonant groups to one (kk, k -> k; tt, t, d -> t; nt, nn -> nn ...) and roots
/// whose weak grade lost its k (joki : joe-) to the weak one. VISK § 41-46.
void level_gradation(LetterBuffer& word, std::uint16_t known);

}  // namespace pykala::stemmers
