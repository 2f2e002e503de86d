// SPDX-License-Identifier: GPL-2.0-or-later
// Number order: the first matches by date or amount; relevance decides between equals only, so that few are scored.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/best_documents.h"
#include "searcher/deadline.h"
#include "searcher/document_set.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/score_part.h"

namespace pykala::searcher {

/// By the number of `sort` (not relevance): those that can stand among the first `wanted` of `documents` in that order;
/// all that tie with the last of them too.
[[nodiscard]] DocumentSet first_by_number(const DocumentSet& documents, const Index& index, Sort sort,
                                          std::size_t wanted);

/// The first `wanted` of `documents` in the order of `sort` (not relevance), equals by what they score by
/// `parts`, then by docid. The same as Xapian's matcher gives. Documents without the number come last.
[[nodiscard]] std::vector<Scored> page_by_number(const std::vector<ScorePart>& parts, const DocumentSet& documents,
                                                 Sort sort, std::size_t wanted, const Index& index,
                                                 const Deadline* deadline);

}  // namespace pykala::searcher
