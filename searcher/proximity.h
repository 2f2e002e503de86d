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

/// The lemmas that count as one word of the query, for each of its words in order.
using QueryWords = std::vector<std::unordered_set<std::string>>;

/// From 0 (no two neighbouring words of the query in one text) to 1 (each stands beside the next one): the mean of
/// 1/distance over neighbouring words of the query, the best place of each pair.
[[nodiscard]] double closeness(const schema::Decision& decision, const QueryWords& words, const stemmers::Analyzer& analyzer);

}  // namespace pykala::searcher
