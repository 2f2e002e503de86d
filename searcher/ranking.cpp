// SPDX-License-Identifier: GPL-2.0-or-later
// Weights of terms, and the step that documents with all words stand on. Private: the parameters of BM25.
#include "searcher/ranking.h"

namespace pykala::searcher {
namespace {

// A short decision may count as short: by Xapian's default half of the mean length is the least.
constexpr double bm25_k1 = 1.0;
constexpr double bm25_b = 0.7;
constexpr double bm25_min_normlen = 0.2;

}  // namespace

Xapian::BM25Weight ranking_weight() {
  return {bm25_k1, 0, 1, bm25_b, bm25_min_normlen};
}

double step_above(const Xapian::Query& ranked, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(ranked);
  enquire.set_weighting_scheme(ranking_weight());
  return (1 + proximity_scale) * enquire.get_mset(0, 0).get_max_possible();
}

Xapian::Query step_for(const Xapian::Query& all, double step) {
  const Xapian::Query weight((new Xapian::FixedWeightPostingSource(step))->release());
  return {Xapian::Query::OP_FILTER, weight, all};
}

}  // namespace pykala::searcher
