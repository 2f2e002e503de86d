// SPDX-License-Identifier: GPL-2.0-or-later
// RawDocument -> the texts of its decisions: one, or one for each § of minutes.
#pragma once

#include <vector>

#include "indexer/decision_parser.h"

namespace pykala::indexer {

/// At least one text. Where the document comes in two readings, those of the reading that parses better. A document
/// whose § the source states is never split.
[[nodiscard]] std::vector<DecisionText> decision_texts(const RawDocument& raw);

}  // namespace pykala::indexer
