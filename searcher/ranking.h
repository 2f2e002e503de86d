// SPDX-License-Identifier: GPL-2.0-or-later
// Ranking: how the matching terms of a document weigh together.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/bm25.h"
#include "searcher/score_part.h"

namespace pykala::searcher {

/// A hit whose words stand side by side scores 1 + this times as much.
inline constexpr double proximity_scale = 0.25;

/// Chosen by measuring retrieval. A short decision may count as short: by Xapian's default half of the mean length is
/// the least.
inline constexpr Bm25Settings ranking_bm25{1.0, 0.7, 0.2};

/// A score that no document without `all` reaches by `ranked`, closeness included.
[[nodiscard]] double step_above(const Xapian::Query& ranked, const Xapian::Database& database);
/// The same for a score of parts. It opens no posting list: as though each word stood in one document only.
[[nodiscard]] double step_above(const std::vector<ScorePart>& parts, const Xapian::Database& database);

/// `step` on top of the score of the documents that `all` matches: they come before every other one, and keep their
/// order among themselves.
[[nodiscard]] Xapian::Query step_for(const Xapian::Query& all, double step);

}  // namespace pykala::searcher
