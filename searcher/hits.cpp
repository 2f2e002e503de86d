// SPDX-License-Identifier: GPL-2.0-or-later
// A stored decision in, a hit out.
#include "searcher/hits.h"

#include "indexer/searchable_text.h"
#include "searcher/citations.h"
#include "searcher/snippets.h"

namespace pykala::searcher {

Hit make_hit(schema::Decision decision, double score, const HighlightTerms& highlight, std::size_t snippet_length,
             const Index& index) {
  Hit hit;
  hit.decision = std::move(decision);
  hit.score = score;
  hit.title = shown_title(hit.decision);
  const auto own = stemmers::guess_language(hit.title);
  const auto language = own == stemmers::Language::unknown ? schema::language_of(hit.decision.language) : own;
  hit.title_highlights = highlights_of(hit.title, language, highlight, index.analyzer());
  hit.snippets = make_snippets(hit.decision, highlight, index.analyzer(), snippet_length);
  hit.cited_by = count_cited_by(hit.decision, index);
  hit.decision.parts.clear();
  return hit;
}

}  // namespace pykala::searcher
