// SPDX-License-Identifier: GPL-2.0-or-later
// A stored decision in, a hit out.
#include "searcher/hits.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/searchable_text.h"
#include "searcher/citations.h"
#include "searcher/snippets.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

namespace {

/// The title of its class is searched too, and stands in no text: where nothing else shows why, it is the snippet.
void show_class(Hit& hit, const HighlightTerms& highlight, std::size_t length, const Index& index) {
  if (!hit.decision.classification) return;
  const auto& [code, own_title] = *hit.decision.classification;
  const std::string title =
      own_title.empty() ? schema::Authority::builtin().classification_title(code).value_or("") : own_title;
  Snippet snippet{code + (code.empty() || title.empty() ? "" : " ") + title, {}};
  snippet.highlights = highlights_of(snippet.text, stemmers::Language::finnish, highlight, index.analyzer());
  if (!snippet.highlights.empty() && stemmers::count_code_points(snippet.text) <= length) hit.snippets = {snippet};
}

}  // namespace

Hit make_hit(schema::StoredDecision stored, double score, const HighlightTerms& highlight, std::size_t snippet_length,
             const Index& index) {
  Hit hit;
  hit.decision = std::move(stored.decision);
  hit.score = score;
  hit.title = shown_title(hit.decision);
  const auto own = stemmers::guess_language(hit.title);
  const auto language = own == stemmers::Language::unknown ? schema::language_of(hit.decision.language) : own;
  hit.title_highlights = highlights_of(hit.title, language, highlight, index.analyzer());
  hit.snippets = make_snippets(hit.decision, highlight, index.analyzer(), snippet_length, stored.text_languages);
  const bool shown =
      !hit.title_highlights.empty() || std::any_of(hit.snippets.begin(), hit.snippets.end(),
                                                   [](const Snippet& snippet) { return !snippet.highlights.empty(); });
  if (!shown && snippet_length > 0) show_class(hit, highlight, snippet_length, index);
  hit.cited_by = count_cited_by(hit.decision, index);
  hit.decision.parts.clear();
  return hit;
}

}  // namespace pykala::searcher
