// SPDX-License-Identifier: GPL-2.0-or-later
// Citation keys: the one form of "Khs 8.5.2017 § 510", of the decision it names, and of every other way to name it, so
// that a citation finds its decision whichever of them came into the index first.
//
//   id HEL-2017-005881/17             the source gives the cited id
//   kaupunginhallitus 20170508 510    maker, day and § (names in lower case, Finnish where the offices give it)
//   HEL 2017-005881 § 17              case number and §
//   kaupunginhallitus 20170508        no § is told: the one decision of that day, if it was only one
//   ? 20170508 510                    no maker is told: the one decision, if there is only one
//   HEL 2017-005881                   the case, all its decisions
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/decision.h"

namespace pykala::schema {

/// Terms of what a decision is, by decision_keys; of what it cites, the field `cites` has them by cited_keys.
inline constexpr std::string_view identity_prefix = "XI";

/// The names under which a maker is one: abbreviations in full, Swedish as Finnish, lower case, spaces evened out:
/// "Khs", "Stadsstyrelsen" -> {"kaupunginhallitus"}. Several when one Swedish name stands for several offices; none for
/// an empty name. `id`: the office, whose Finnish name is one of them.
[[nodiscard]] std::vector<std::string> maker_forms(std::string_view name, const std::optional<std::string>& id);

/// Every key by which a citation may mean this decision; its case is not among them.
[[nodiscard]] std::vector<std::string> decision_keys(const Decision& decision);

/// The keys of a citation that name a decision, the most precise way it allows; empty when it names a case only.
[[nodiscard]] std::vector<std::string> citation_keys(const Citation& citation);

/// The case that a citation names when it names nothing more precise.
[[nodiscard]] std::optional<std::string> cited_case(const Citation& citation);

/// What a decision cites, for the index: citation_keys and cited_case of each, and "+" keys that a person may search
/// by who does not know the maker: "+20170508 510", "+HEL 2017-005881". A citation of itself or its own case is none.
[[nodiscard]] std::vector<std::string> cited_keys(const Decision& decision);

/// True when the citation names the decision whose decision_keys are `own`.
[[nodiscard]] bool is_self_citation(const Citation& citation, const std::vector<std::string>& own);

}  // namespace pykala::schema
