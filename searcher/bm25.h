// SPDX-License-Identifier: GPL-2.0-or-later
// BM25 as Xapian has it (S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009): a
// word of frequency wdf in a document scores weight() * wdf / (norm() + wdf).
#pragma once

#include <xapian.h>

#include <vector>

namespace pykala::searcher {

struct Bm25Settings {
  double k1;
  double b;
  double min_normlen;  ///< a document counts as no shorter than this times the mean

  [[nodiscard]] Xapian::BM25Weight for_xapian() const { return {k1, 0, 1, b, min_normlen}; }
};

class Bm25 {
 public:
  Bm25(const Bm25Settings& settings, const Xapian::Database& database);

  /// Of a word in so many documents; one that most of them have keeps some weight.
  [[nodiscard]] double weight(Xapian::doccount frequency) const;

  /// Of a document with so many terms.
  [[nodiscard]] double norm(double length) const;

  /// No document of at least `shortest` terms scores more by a word that stands in none more often than `most_wdf`: one
  /// where it stands so often is as long at least.
  [[nodiscard]] double most(double weight, double most_wdf, double shortest) const;

  /// In how many documents any of several terms stands, as Xapian takes it to be for OP_SYNONYM: as though they were
  /// independent, the rarest two put together first, rounded each time. `frequencies`: at least one.
  [[nodiscard]] Xapian::doccount frequency_of_any(std::vector<Xapian::doccount> frequencies) const;

 private:
  Bm25Settings settings_;
  double documents_;
  double per_mean_;  ///< 1 / mean length
};

}  // namespace pykala::searcher
