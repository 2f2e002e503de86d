// SPDX-License-Identifier: GPL-2.0-or-later
// Funder relation: does this decision apply for, accept, use, report or grant the money of a funder it names (`funds`),
// or does it only name it (`mentioned`)? Decided by the words around each mention: case of the name, words of money,
// who does what, and against it words of statements, rules, background and rejected proposals.
#pragma once

#include <vector>

#include "indexer/funder_names.h"

namespace pykala::indexer {

inline constexpr int funds_threshold = 2;  ///< a mention that scores this much shows a funder

/// What the whole decision is about, as far as it changes how single mentions weigh.
struct DecisionTopic {
  bool statement = false;  ///< a statement, a nomination: funders in it are addressees
  bool monitoring = false;  ///< a list of other decisions ("päätösten seuraaminen")
  /// Atom in each part from which a counter-proposal is told; past the end where there is none.
  std::vector<std::size_t> counter_from;
};

[[nodiscard]] DecisionTopic topic_of(const FactText& text);

/// How strongly the mention shows whose money is used: 0 not at all, 2 enough, 3 and more surely.
[[nodiscard]] int relation_score(const FactText& text, const FunderMention& mention, const DecisionTopic& topic,
                                 const std::vector<FunderMention>& all);

/// The sentence of a mention as a quote.
[[nodiscard]] std::string quote_of(const FactText& text, const FunderMention& mention);

}  // namespace pykala::indexer
