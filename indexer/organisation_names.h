// SPDX-License-Identifier: GPL-2.0-or-later
// Organisation names: associations, companies and foundations a text names, by their legal form ("X ry:n", "Kiinteistö
// Oy X:lle") or by a known kind ("Helsingin diakonissalaitoksen", "Väestöliiton"), in the nominative.
#pragma once

#include <string>
#include <vector>

#include "indexer/fact_text.h"
#include "indexer/inflection.h"

namespace pykala::indexer {

struct OrganisationMention {
  std::string name;  ///< nominative, with its legal form: "Pohjankulman Kuntoutus ry"
  std::size_t part = 0;
  Range atoms;
  Case name_case = Case::nominative;
  bool has_legal_form = true;  ///< false: known only by its kind or by the list it stands in
};

inline constexpr std::size_t max_organisation_mentions = 5000;

/// In the order of the text. Linear in the text.
[[nodiscard]] std::vector<OrganisationMention> find_organisations(const FactText& text);

/// Adds, in place, organisations known only by the list they stand in: "African Care ry, Suomen pakolaisapu sekä
/// Väestöliitto"; "Annika Aho, Arcada" among lines "name, association ry".
void add_listed_organisations(const FactText& text, std::vector<OrganisationMention>& mentions);

}  // namespace pykala::indexer
