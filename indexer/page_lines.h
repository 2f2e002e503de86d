// SPDX-License-Identifier: GPL-2.0-or-later
// Blocks as lines that know where pages begin. Part of page_furniture.
#pragma once

#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

inline constexpr std::size_t max_furniture_bytes = 120;  ///< a longer line is no page's head or foot

struct PagedLine {
  Line line;
  bool after_feed = false;  ///< first line after a form feed
  bool dropped = false;
};
using PagedLines = std::vector<PagedLine>;

/// The blocks that are not empty, spaces collapsed. Cells that -layout wrote side by side in a page's head ("Helsingin
/// kaupunki      Pöytäkirja     18/2014") are lines of their own.
[[nodiscard]] PagedLines page_lines(const std::vector<Block>& blocks);

}  // namespace pykala::indexer
