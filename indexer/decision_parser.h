// SPDX-License-Identifier: GPL-2.0-or-later
// RawDocument -> Decision: furniture, rejoined text, header, parts, id. Facts (funders, amounts ...) come after, in
// extract.h.
#pragma once

#include "indexer/decision.h"
#include "indexer/lines.h"
#include "indexer/raw_document.h"

namespace pykala::indexer {

/// The text of one decision, without page furniture.
struct DecisionText {
  std::string source;  ///< the document's, "#681" appended for § 681 of minutes
  Lines lines;
};

/// The document as one decision. Throws schema::Error{bad_data} when it has no text and no title.
[[nodiscard]] schema::Decision parse_decision(const RawDocument& raw);

/// One decision of the document, by its text.
[[nodiscard]] schema::Decision parse_decision(const RawDocument& raw, DecisionText text);

}  // namespace pykala::indexer
