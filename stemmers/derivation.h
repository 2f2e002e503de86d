// SPDX-License-Identifier: GPL-2.0-or-later
// Derivation: words of one action, so that a search for "koordinointi" weighs "koordinoida" and "koordinaatio" too.
// For queries only; the index keeps lemmas apart. Source of the pairs: VISK, deverbal nouns (johto-oppi).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// Lemmas that may name the same action as `lemma`: a noun gives its verb and the verb's other nouns, a verb its nouns.
/// Made by rule, so some are no words; the caller keeps those its index knows. At most `max_related`, `lemma` not among
/// them. "rahoitus" -> rahoittaa; "neuvotella" -> neuvottelu.
[[nodiscard]] std::vector<std::string> related_lemmas(std::string_view lemma);

inline constexpr std::size_t max_related = 16;

}  // namespace pykala::stemmers
