// SPDX-License-Identifier: GPL-2.0-or-later
// Parse command: what would be indexed, to look at or to hand on.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/report.h"

namespace pykala::indexer {

struct ParseSummary {
  std::size_t decisions = 0;
  std::size_t not_public = 0;
  std::size_t without_date = 0;
};

/// Writes what would be indexed as exchange JSON Lines; `mask`: with personal data masked.
[[nodiscard]] ParseSummary parse_sources(const std::vector<std::string>& sources, bool mask, std::ostream& out,
                                         Report& report);

}  // namespace pykala::indexer
