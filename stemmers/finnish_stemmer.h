// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pykala::stemmers {

/// Stem of one Finnish word by rules alone (no lexicon). `word`: lower-case NFC UTF-8, one token; may contain inner
/// '-', ':', digits. All inflected forms of a word and its dictionary form should reach the same stem, which need not
/// be a word itself (kaupungin, kaupunkeja, kaupunki -> kaupung). Never empty, valid UTF-8, never longer than the
/// input + 2 bytes; any bytes in, no crash (bytes that are not UTF-8 are left out). Thread-safe, no error case.
/// Sources: Iso suomen kielioppi (VISK, scripta.kotus.fi/visk), named at the rule groups.
std::string stem_finnish(std::string_view word);

/// Part of the analyser id in the index: a change of the rules that changes stems changes this.
inline constexpr std::string_view finnish_rules_id = "fi-rules-1";

}  // namespace pykala::stemmers
