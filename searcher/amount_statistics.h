// SPDX-License-Identifier: GPL-2.0-or-later
// Amount statistics: how much money the decisions of a result are about. Exact.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/document_set.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Count, sum and median of the main sums (main_amount_cents of indexer/keys.h) of `documents`, by year too; and by
/// funder of what that funder grants or is asked to grant (funder_amounts of indexer/keys.h), which is another thing:
/// groups by funder do not add up to the whole. Unknown of them are grants whose funder is not told. The median of
/// an even count is the mean of the two in the middle, rounded down. A sum past what 64 bits hold stays at that.
/// Funders with the most money first, years newest first, unknown last. Linear in the documents but for sorting the
/// sums.
[[nodiscard]] AmountStatistics amount_statistics(const Index& index, const DocumentSet& documents, UiLanguage lang);

}  // namespace pykala::searcher
