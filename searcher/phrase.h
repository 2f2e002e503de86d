// SPDX-License-Identifier: GPL-2.0-or-later
// Phrase: documents that have given words one after the other, verified on the word streams of those that have them
// all.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/deadline.h"
#include "searcher/index.h"

namespace pykala::searcher {

/// Matches exactly the documents with these word forms in this order; weighs as much as the words themselves do.
/// Costs two or three microseconds for each document that has all of them; past the deadline it throws as
/// Deadline::check does.
[[nodiscard]] Xapian::Query phrase_query(const std::vector<std::string>& words, const Index& index,
                                         const Deadline* deadline = nullptr);

}  // namespace pykala::searcher
