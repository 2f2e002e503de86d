// SPDX-License-Identifier: GPL-2.0-or-later
// Scorer: the best of the documents that match, from the posting lists themselves: a block of the archive after the
// other, a term at a time within it; what can no longer stand among the best is not looked up in the rest of the lists,
// and documents that have none but the most common words are not looked at. Pruned by the most that is still to come
// (H. Turtle, J. Flood: Query evaluation: strategies and optimizations, 1995: MaxScore).
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/best_documents.h"
#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/document_set.h"
#include "searcher/index.h"
#include "searcher/open_pools.h"
#include "searcher/score_part.h"

namespace pykala::searcher {

/// The `wanted` best of `documents`, the best first; of equal ones the lower docid. `by_card`: only
/// the best of each card. The same as Xapian's matcher gives for the query that the parts are of, but for the last
/// digits of the sums. Memory: a block of postings for each term. Past the deadline it throws as Deadline::check does.
[[nodiscard]] std::vector<Scored> best_by_score(const std::vector<ScorePart>& parts, const DocumentSet& documents,
                                                std::size_t wanted, bool by_card, const Bm25Settings& settings,
                                                const Index& index, const Deadline* deadline = nullptr);

struct PoolsBest {
  std::vector<std::vector<Scored>> best;  ///< of each pool, as best_by_score() gives them
  double most = 0;                        ///< no document scores more by the parts
};

/// The best of several pools by the same parts: each posting list is read once for all of them.
[[nodiscard]] PoolsBest best_of_pools(const std::vector<ScorePart>& parts, std::span<const Pool> pools,
                                      const Bm25Settings& settings, const Index& index);

}  // namespace pykala::searcher
