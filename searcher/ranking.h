// SPDX-License-Identifier: GPL-2.0-or-later
// Ranking: how the matching terms of a document weigh together.
#pragma once

#include <xapian.h>

namespace pykala::searcher {

/// A hit whose words stand side by side scores 1 + this times as much.
inline constexpr double proximity_scale = 0.25;

/// BM25, chosen by measuring retrieval.
[[nodiscard]] Xapian::BM25Weight ranking_weight();

/// A score that no document without `all` reaches by `ranked`, closeness included.
[[nodiscard]] double step_above(const Xapian::Query& ranked, const Xapian::Database& database);

/// `step` on top of the score of the documents that `all` matches: they come before every other one, and keep their
/// order among themselves.
[[nodiscard]] Xapian::Query step_for(const Xapian::Query& all, double step);

}  // namespace pykala::searcher
