// SPDX-License-Identifier: GPL-2.0-or-later
// Proximity: how close together the words of a query stand in a decision. Used on the first hits only, on their stored
// text, so that the index need not keep positions of lemmas.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/decision.h"
#include "stemmers/analyzer.h"

namespace pykala::searcher {

/// One content word of the query.
struct QueryWord {
  std::unordered_set<std::string> lemmas;  ///< any of them counts as the word
  double rarity = 1;                       ///< log(1 + documents / documents with it)
};
using QueryWords = std::vector<QueryWord>;  ///< in the order they were typed

/// From 0 (no two neighbouring words of the query in one text) to 1 (each stands beside the next one): the mean of
/// 1/distance over neighbouring words of the query, the best place of each pair, a pair of rare words weighing more
/// than one with a common word (after Büttcher, Clarke and Lushman, "Term proximity scoring for ad-hoc retrieval",
/// 2006).
[[nodiscard]] double closeness(const schema::Decision& decision, const QueryWords& words,
                               const stemmers::Analyzer& analyzer);

}  // namespace pykala::searcher
