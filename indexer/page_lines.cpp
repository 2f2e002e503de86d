// SPDX-License-Identifier: GPL-2.0-or-later
// Blocks in, lines with their gaps and page beginnings out.
#include "indexer/page_lines.h"

#include <algorithm>

#include "indexer/header_lines.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

/// Cells of a line that -layout wrote side by side: "Helsingin kaupunki      Pöytäkirja     18/2014".
std::vector<std::string_view> split_cells(std::string_view text) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find("   ", begin), text.size());
    if (const auto cell = trim(text.substr(begin, end - begin)); !cell.empty()) cells.push_back(cell);
    begin = std::max(end + 1, std::min(text.find_first_not_of(' ', end), text.size()));
  }
  return cells;
}

bool is_header_cell(std::string_view cell) {
  return is_page_number(cell) || ParsingRules::builtin().is_furniture(cell, true) || parse_date_line(cell) ||
         parse_section_line(cell);
}

}  // namespace

PagedLines page_lines(const std::vector<Block>& blocks) {
  PagedLines out;
  std::size_t gap = 0;
  bool feed = false;
  const auto add = [&](const Block& block, std::string_view text) {
    PagedLine paged;
    const bool plain = block.kind == BlockKind::line;
    paged.line = {collapse_spaces(text),
                  block.kind,
                  block.html_class,
                  block.level,
                  plain ? gap : std::max<std::size_t>(gap, 1),
                  false,
                  false,
                  block.in_motion};
    if (block.kind == BlockKind::heading || block.kind == BlockKind::line) {
      // The lines of <br> inside a paragraph stay lines.
    } else {
      paged.line.text = std::string(trim(text));
    }
    paged.after_feed = feed;
    feed = false;
    gap = 0;
    out.push_back(std::move(paged));
  };
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::page_break) {
      feed = true;
    } else if (trim(block.text).empty()) {
      ++gap;
    } else {
      const auto cells = block.kind == BlockKind::line && block.text.size() <= 2 * max_furniture_bytes
                             ? split_cells(block.text)
                             : std::vector<std::string_view>{};
      if (cells.size() > 1 && std::any_of(cells.begin(), cells.end(), is_header_cell)) {
        for (const std::string_view cell : cells) add(block, cell);
      } else {
        add(block, block.text);
      }
    }
  }
  return out;
}

}  // namespace pykala::indexer
