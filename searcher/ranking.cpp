// SPDX-License-Identifier: GPL-2.0-or-later
// The step that documents with all words stand on.
#include "searcher/ranking.h"

#include <algorithm>

namespace pykala::searcher {
double step_above(const Xapian::Query& ranked, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(ranked);
  enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  return (1 + proximity_scale) * enquire.get_mset(0, 0).get_max_possible();
}

double step_above(const std::vector<ScorePart>& parts, const Xapian::Database& database) {
  const double most_of_word = std::max(0.0, Bm25(ranking_bm25, database).weight(1));  // less of an empty index
  double most = 0;
  for (const ScorePart& part : parts) {
    most += part.fixed + part.factor * static_cast<double>(part.words.size()) * most_of_word;
  }
  return (1 + proximity_scale) * most;
}

Xapian::Query step_for(const Xapian::Query& all, double step) {
  const Xapian::Query weight((new Xapian::FixedWeightPostingSource(step))->release());
  return {Xapian::Query::OP_FILTER, weight, all};
}

}  // namespace pykala::searcher
