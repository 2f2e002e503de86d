// SPDX-License-Identifier: GPL-2.0-or-later
// Minutes of a meeting hold many decisions: where each of them begins and ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

/// One § of minutes, or one item of an agenda.
struct MinutesItem {
  int section = 0;  ///< of an agenda the item's number
  Lines lines;      ///< from its § on
};

struct Minutes {
  std::optional<std::string> date;   ///< of the meeting, ISO
  std::optional<std::string> maker;  ///< the body that met
  std::vector<MinutesItem> items;  ///< in order; what stands before the first one (cover, those present, agenda) is in
                                   ///< none of them
};

/// The decisions of minutes; nothing where the text is not minutes of at least two. An item begins at a § with a title
/// and, within a few lines, a heading of a decision; the numbers rise. A § of an agenda, of a law or of an earlier
/// handling has no such heading or is out of order. An agenda's item begins at its number, with a proposal below.
/// `lines` are without page furniture.
[[nodiscard]] std::optional<Minutes> split_minutes(const Lines& lines);

}  // namespace pykala::indexer
