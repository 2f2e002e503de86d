// SPDX-License-Identifier: GPL-2.0-or-later
// Match set: every document that a query matches, from the posting lists themselves. Ten times as fast as Xapian's
// matcher, which scores and sorts; totals and facets are counted over it.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/deadline.h"
#include "searcher/document_set.h"

namespace pykala::searcher {

/// Every match. Memory: one bit for each document, for each operator on the way down and for each frequent word. Past
/// the deadline it throws as Deadline::check does.
[[nodiscard]] DocumentSet match_set(const Xapian::Query& query, const Xapian::Database& database,
                                    const Deadline* deadline = nullptr);

/// The same by Xapian's matcher, ascending: what match_set() is held against, and what it uses for the operators that
/// it does not know (value ranges).
[[nodiscard]] std::vector<Xapian::docid> match_set_by_matcher(const Xapian::Query& query,
                                                              const Xapian::Database& database,
                                                              const Deadline* deadline = nullptr);

}  // namespace pykala::searcher
