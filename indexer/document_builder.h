// SPDX-License-Identifier: GPL-2.0-or-later
// Document builder: Decision -> Xapian::Document with terms, values and stored data, as schema.h lays them out.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/decision.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {

/// How much a lemma counts against a part of a compound that gives the same term ("haku" against "rahoitushaku").
inline constexpr unsigned lemma_count = 1;
inline constexpr unsigned part_count = 1;
/// Positions left free between two texts, so that no phrase runs from one into the next.
inline constexpr unsigned position_gap = 100;

/// `source_key`: content_hash of the path the decision was read from.
[[nodiscard]] Xapian::Document build_document(const schema::Decision& decision, const std::string& source_key,
                                              const stemmers::Analyzer& analyzer);

/// The term that stands for a decision id, and for all decisions of one source.
[[nodiscard]] std::string id_term(const std::string& id);
[[nodiscard]] std::string source_term(const std::string& source_key);

}  // namespace pykala::indexer
