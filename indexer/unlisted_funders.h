// SPDX-License-Identifier: GPL-2.0-or-later
// Unlisted funders: givers that are not in data/authority/funders.tsv, as "OTHER:name". Only where the text clearly
// makes them givers: a foundation or company that donates or funds, and the state where nobody else is named.
#pragma once

#include <vector>

#include "indexer/decision.h"
#include "indexer/extract_text.h"
#include "indexer/funder_names.h"

namespace pykala::indexer {

/// Adds to `funders`, which holds those of the list, found at `mentions`. "OTHER:valtio" only when no other is named.
void add_unlisted_funders(const ScannedDecision& scanned, const std::vector<FunderMention>& mentions,
                          std::vector<schema::Funder>& funders);

}  // namespace pykala::indexer
