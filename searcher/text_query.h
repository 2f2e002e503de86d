// SPDX-License-Identifier: GPL-2.0-or-later
// Text query: words of the text index as a part of a Xapian query, with the weight that Xapian's BM25 gives them.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/score_part.h"
#include "searcher/word_sums.h"

namespace pykala::searcher {

/// Documents with any of the terms, which count as one word. The index must live as long as the query.
[[nodiscard]] Xapian::Query text_query(const Index& index, ScoredWord word);
/// The same of a word whose sums a score uses too.
[[nodiscard]] Xapian::Query text_query(const Index& index, std::shared_ptr<const WordSums> word);
/// The same of one term.
[[nodiscard]] Xapian::Query text_query(const Index& index, const std::string& term);

/// A name in all its spellings.
struct NameWords {
  std::vector<std::vector<ScoredWord>> spellings;  ///< a document with each word of one of them has the name
  std::vector<std::string> facts;                  ///< Xapian's terms: a document with one has it too, without weight
};
[[nodiscard]] Xapian::Query name_query(const Index& index, NameWords name);

/// Documents with any of the terms, ascending, each with the sum of its frequencies.
[[nodiscard]] std::vector<schema::Posting> postings_of(const Index& index, const ScoredWord& word);

}  // namespace pykala::searcher
