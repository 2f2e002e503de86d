// SPDX-License-Identifier: GPL-2.0-or-later
// Funder relation: does this decision apply for, accept, use, report or grant the money of a funder it names (`funds`),
// or does it only name it (`mentioned`)? Decided by the words around each mention: case of the name, words of money,
// who does what, and against it words of statements, rules, background and rejected proposals.
#pragma once

#include <vector>

#include "indexer/decision_topic.h"
#include "indexer/funder_names.h"

namespace pykala::indexer {

inline constexpr int funds_threshold = 2;  ///< a mention that scores this much shows a funder

/// How strongly the mention shows whose money is used: 0 not at all, 2 enough, 3 and more surely.
[[nodiscard]] int relation_score(const FactText& text, const FunderMention& mention, const DecisionTopic& topic,
                                 const std::vector<FunderMention>& all);

/// The sentence of a mention as a quote.
[[nodiscard]] std::string quote_of(const FactText& text, const FunderMention& mention);

}  // namespace pykala::indexer
