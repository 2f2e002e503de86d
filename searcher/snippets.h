// SPDX-License-Identifier: GPL-2.0-or-later
// Snippets: the passages of a decision that show why it was found, cut from the analyser's own offsets.
#pragma once

#include <vector>

#include "indexer/decision.h"
#include "searcher/query_builder.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Ranges of `text`, in code points, of every token that one of the terms found: "rahoitushaun" for a query of `haku`.
[[nodiscard]] Highlights highlights_of(std::string_view text, stemmers::Language language, const HighlightTerms& terms,
                                       const stemmers::Analyzer& analyzer);

/// The best passage of at most `length` code points, in whole words, on one line: the window with the most different
/// terms, then the most matches; the decision text before the rest. Two passages of half the length where together they
/// show more different terms. Without a match: how the decision begins. Empty when there is no text. Time is linear in
/// the text. `languages`: of its texts, where they are known (StoredDecision).
[[nodiscard]] std::vector<Snippet> make_snippets(const schema::Decision& decision, const HighlightTerms& terms,
                                                 const stemmers::Analyzer& analyzer, std::size_t length,
                                                 std::string_view languages = {});

}  // namespace pykala::searcher
