// SPDX-License-Identifier: GPL-2.0-or-later
// Amount roles: what a sum is for, by the words around it: cost of the thing decided, grant, own share, or other.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/amount_payers.h"
#include "indexer/decision.h"
#include "indexer/fact_text.h"
#include "indexer/money_scan.h"

namespace pykala::indexer {

/// Role of `sums[index]` of `part`. `role_before_it` is the role of the sum before, `title_flags` are the fact words of
/// the title.
[[nodiscard]] schema::AmountRole role_of(const TextPart& part, const AmountPayers& payers,
                                         const std::vector<MoneySum>& sums, std::size_t index,
                                         schema::AmountRole role_before_it, std::uint32_t title_flags);

}  // namespace pykala::indexer
