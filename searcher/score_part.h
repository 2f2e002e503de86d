// SPDX-License-Identifier: GPL-2.0-or-later
// Score part: one summand of what a document scores. Where a query is a plain search, its parts say all of its ranking,
// and the scorer needs no more; Xapian's query of the same search says the same.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace pykala::searcher {

/// Terms that count as one word, as OP_SYNONYM has them: their frequencies in a document are added up.
using ScoredWord = std::vector<std::string>;

class WordSums;

struct ScorePart {
  /// A document must hold each of them; it scores the BM25 of each, times `factor`, and `fixed`.
  std::vector<ScoredWord> words;
  double factor = 1;
  double fixed = 0;
  std::string without;  ///< a term: documents with it score nothing here. Empty: no such term
  /// Of its only word, where the query reads them too: the scorer uses them if they are known by then.
  std::shared_ptr<const WordSums> sums{};
};

}  // namespace pykala::searcher
