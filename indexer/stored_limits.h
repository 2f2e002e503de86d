// SPDX-License-Identifier: GPL-2.0-or-later
// Brings a decision within what the index stores, so that everything stored can be read back.
#pragma once

#include "indexer/decision.h"

namespace pykala::indexer {

/// Cuts texts and lists that are longer than limits.h allows, folds parts past the limit into the last one, and takes
/// control characters out of what becomes a term or a facet value. Throws schema::Error{bad_data} when the result would
/// still not read back from the exchange format.
void bring_within_limits(schema::Decision& decision);

}  // namespace pykala::indexer
