// SPDX-License-Identifier: GPL-2.0-or-later
// Hits: a document of the index -> what is shown of it.
#pragma once

#include "indexer/stored_decision.h"
#include "searcher/query_builder.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Title, facts, snippets with what is to be highlighted, and how often it is cited. Its parts are left out.
[[nodiscard]] Hit make_hit(schema::StoredDecision stored, double score, const HighlightTerms& highlight,
                           std::size_t snippet_length, const Index& index);

}  // namespace pykala::searcher
