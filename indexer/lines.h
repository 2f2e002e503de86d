// SPDX-License-Identifier: GPL-2.0-or-later
// Line: what the stages of the parser pass on, from furniture over header and rejoining to parts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// A line that is not empty, spaces collapsed.
struct Line {
  std::string text;
  BlockKind kind = BlockKind::line;
  std::string html_class;
  int level = 0;            ///< of a heading
  std::size_t gap = 0;      ///< empty lines before it; 1 for every block of HTML
  bool page_start = false;  ///< first of a page, after its head was taken off
  bool continues = false;   ///< goes on with the sentence before it, over a page's end
  bool in_motion = false;
};

using Lines = std::vector<Line>;

}  // namespace pykala::indexer
