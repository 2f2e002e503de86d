// SPDX-License-Identifier: GPL-2.0-or-later
// Proximity: how close together the words of a query stand in a decision. Used on the first hits only, on their word
// streams, so that the index need not keep positions of lemmas.
#pragma once

#include <cstdint>
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
  [[nodiscard]] double of(Xapian::docid document);

 private:
  using Mask = std::uint64_t;  ///< bit i: the word of the query number i

  [[nodiscard]] Mask words_in(Xapian::TermIterator& term, const Xapian::TermIterator& end) const;
  [[nodiscard]] Mask words_of(const std::string& form);
  [[nodiscard]] std::unordered_map<std::uint64_t, Mask> forms_in(const Xapian::Document& document,
                                                                 const schema::WordStream& stream);
  [[nodiscard]] double mean(const std::vector<double>& best) const;

  QueryWords words_;
  const Index& index_;
  stemmers::LemmaStarts starts_;                      ///< of all words
  std::vector<std::pair<std::string, Mask>> lemmas_;  ///< terms of the lemmas, in order
  std::unordered_map<std::string, Mask> known_;       ///< forms met so far
  std::vector<stemmers::Term> terms_;                 ///< used again and again
};

}  // namespace pykala::searcher
