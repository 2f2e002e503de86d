// SPDX-License-Identifier: GPL-2.0-or-later
// Closeness order: among the first hits, those whose words stand side by side come first.
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/best_documents.h"
#include "searcher/index.h"
#include "searcher/query_builder.h"
#include "searcher/stored_hits.h"

namespace pykala::searcher {

inline constexpr std::size_t proximity_window = 16;  ///< first hits that are looked at: 30 measured the same

/// The first hits in order of score and closeness of the words; the order of the rest stays. The window is the same for
/// every page, so pages neither overlap nor miss a hit.
[[nodiscard]] std::vector<Scored> by_closeness(const Index& index, std::vector<Scored> page, const BuiltQuery& built,
                                               std::size_t offset, std::size_t limit, StoredHits& stored);

}  // namespace pykala::searcher
