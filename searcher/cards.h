// SPDX-License-Identifier: GPL-2.0-or-later
// Cards: one for each case of a result, with the number of its decisions. A decision without case number has a card of
// its own. Copies of one decision (minutes and an extract of them) count once.
#pragma once

#include <cstddef>

#include "searcher/document_set.h"
#include "searcher/index.h"

namespace pykala::searcher {

inline constexpr std::size_t max_compared_copies = 64;  ///< of a larger case every document counts

/// How many cards the documents make; exact.
[[nodiscard]] std::size_t count_cards(const DocumentSet& documents, const Index& index);

/// How many decisions of the case of `document` stand among `documents`.
[[nodiscard]] std::size_t count_case(Xapian::docid document, const DocumentSet& documents, const Index& index);

}  // namespace pykala::searcher
