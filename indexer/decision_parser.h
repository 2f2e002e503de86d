// SPDX-License-Identifier: GPL-2.0-or-later
// Decision parser: RawDocument -> Decision with title, header fields and parts, page furniture removed, cut words
// rejoined. No facts of money yet: see extract.h.
#pragma once

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// The document as a Decision. What `raw` states itself (`raw.known`) is kept.
/// Throws schema::Error{bad_data} when nothing is left to index (no text and no title).
[[nodiscard]] schema::Decision parse_decision(const RawDocument& raw);

}  // namespace pykala::indexer
