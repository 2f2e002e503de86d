// SPDX-License-Identifier: GPL-2.0-or-later
// Phrase: documents that have given words one after the other. Pairs of common words are terms of the index
// (indexer/word_pairs.h); what they leave is verified on the word streams.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/deadline.h"
#include "searcher/index.h"

namespace pykala::searcher {

/// Matches exactly the documents with these word forms in this order; weighs as much as the words themselves do.
/// Two words that are a pair of the index cost what a term does, others half a microsecond for each document that has
/// all of them; past the deadline it throws as Deadline::check does.
[[nodiscard]] Xapian::Query phrase_query(const std::vector<std::string>& words, const Index& index,
                                         const Deadline* deadline = nullptr);

/// The same documents, ascending, without the pairs: what phrase_query() is held against.
[[nodiscard]] std::vector<Xapian::docid> phrase_documents_by_words(const std::vector<std::string>& words,
                                                                   const Index& index);

}  // namespace pykala::searcher
