// SPDX-License-Identifier: GPL-2.0-or-later
// The extractors over a text that is scanned already, so that extract_facts scans a decision once, and what several of
// them ask of it is found once; private to extract*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"
#include "indexer/decision_topic.h"
#include "indexer/fact_text.h"
#include "indexer/funder_names.h"
#include "indexer/organisation_names.h"

namespace pykala::indexer {

struct ScannedDecision {
  FactText text;
  DecisionTopic topic;
  std::vector<OrganisationMention> organisations;  ///< by form or kind, in the order of the text
  std::vector<FunderMention> funders;              ///< of the list, in the order of the text
};
[[nodiscard]] ScannedDecision scan_decision(const schema::Decision& decision);

[[nodiscard]] std::vector<schema::Funder> funders_in(const ScannedDecision& scanned);
[[nodiscard]] std::vector<schema::Amount> amounts_in(const schema::Decision& decision, const ScannedDecision& scanned);
[[nodiscard]] std::vector<std::string> organisations_in(const ScannedDecision& scanned);
[[nodiscard]] std::optional<schema::Period> period_in(const schema::Decision& decision, const ScannedDecision& scanned);
[[nodiscard]] std::vector<schema::Citation> citations_in(const schema::Decision& decision, const FactText& text);

}  // namespace pykala::indexer
