// SPDX-License-Identifier: GPL-2.0-or-later
// Match set: every document that a query matches, from the posting lists themselves. Ten times as fast as Xapian's
// matcher, which scores and sorts; totals and facets are counted over it.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/deadline.h"
#include "searcher/document_set.h"

namespace pykala::searcher {

/// Docids of every match, ascending. Memory: one bit for each document and operator on the way down, four bytes a
/// match. Past the deadline it throws as Deadline::check does.
[[nodiscard]] std::vector<Xapian::docid> match_set(const Xapian::Query& query, const Xapian::Database& database,
                                                   const Deadline* deadline = nullptr);

/// The same as a set of bits.
[[nodiscard]] DocumentSet matching_set(const Xapian::Query& query, const Xapian::Database& database,
                                       const Deadline* deadline = nullptr);

/// The same by Xapian's matcher: what match_set() is held against, and what it uses for the operators that it does not
/// know (value ranges).
[[nodiscard]] std::vector<Xapian::docid> match_set_by_matcher(const Xapian::Query& query,
                                                              const Xapian::Database& database,
                                                              const Deadline* deadline = nullptr);

}  // namespace pykala::searcher
