// SPDX-License-Identifier: GPL-2.0-or-later
// Decision topic: what a decision as a whole is about, as far as it changes what its sentences mean.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/fact_text.h"

namespace pykala::indexer {

/// What the whole decision is about, as far as it changes how single mentions weigh.
struct DecisionTopic {
  bool statement = false;   ///< a statement, a nomination: funders in it are addressees
  bool monitoring = false;  ///< a list of other decisions ("päätösten seuraaminen")
  bool reporting = false;   ///< tells how money had was used: years before it are its own
  std::optional<int> year;  ///< of the decision; money of years before it was another project's
  /// Atom in each part from which a counter-proposal is told; past the end where there is none.
  std::vector<std::size_t> counter_from;
};

[[nodiscard]] DecisionTopic topic_of(const FactText& text);

}  // namespace pykala::indexer
