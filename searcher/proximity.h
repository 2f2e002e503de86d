// SPDX-License-Identifier: GPL-2.0-or-later
// Proximity: how close together the words of a query stand in a decision. Used on the first hits only, on their word
// streams, so that the index need not keep positions of lemmas.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/word_stream.h"
#include "searcher/index.h"
#include "stemmers/lemma_starts.h"

namespace pykala::searcher {

/// One content word of the query.
struct QueryWord {
  std::unordered_set<std::string> lemmas;  ///< any of them counts as the word
  double rarity = 1;                       ///< log(1 + documents / documents with it)
};
using QueryWords = std::vector<QueryWord>;  ///< in the order they were typed

class Closeness {
 public:
  /// Of many words, the first 64.
  Closeness(QueryWords words, const Index& index);

  /// From 0 (no two neighbouring words of the query in one text) to 1 (each stands beside the next one): the mean of
  /// 1/distance over neighbouring words of the query, the best place of each pair, a pair of rare words weighing more
  /// than one with a common word (after Büttcher, Clarke and Lushman, "Term proximity scoring for ad-hoc retrieval",
  /// 2006). Words that only a suspended compound makes ("ohjaus- ja neuvontapalvelut") stand nowhere.
  /// `stored`: what is stored of the document.
  [[nodiscard]] double of(Xapian::docid document, const schema::StoredDecision& stored);

 private:
  using Mask = std::uint64_t;  ///< bit i: the word of the query number i

  using Forms = std::unordered_map<std::string, Mask>;

  [[nodiscard]] Mask words_of(std::span<const stemmers::Term> terms) const;
  void look_at(std::string_view text, stemmers::Language language, Forms& forms);
  [[nodiscard]] Forms forms_in(const schema::StoredDecision& stored);
  [[nodiscard]] double mean(const std::vector<double>& best) const;

  QueryWords words_;
  const Index& index_;
  stemmers::LemmaStarts starts_;                 ///< of all words
  std::vector<stemmers::AnalyzedToken> tokens_;  ///< used again and again
};

}  // namespace pykala::searcher
