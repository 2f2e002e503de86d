// SPDX-License-Identifier: GPL-2.0-or-later
// Blocks in, lines with their gaps and page beginnings out.
#include "indexer/page_lines.h"

#include <algorithm>
#include <optional>

#include "indexer/header_lines.h"
#include "indexer/page_head.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

bool has_double_space(std::string_view text) {
  unsigned char found = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool both = (text[at] == ' ') & (text[at - 1] == ' ');
    found = static_cast<unsigned char>(found | static_cast<unsigned char>(both));
  }
  return found != 0;
}

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
  return is_head_line(cell) || parse_date_line(cell) || parse_section_line(cell);
}

bool is_number(std::string_view cell) {
  return !cell.empty() && cell.size() <= 4 && std::all_of(cell.begin(), cell.end(), is_digit);
}

/// Turku's head: maker, §, date and the item's number side by side.
std::optional<std::string> row_of_numbers(const std::vector<std::string_view>& cells) {
  const bool shaped = (cells.size() == 3 || (cells.size() == 4 && is_number(cells[3]))) && is_number(cells[1]);
  if (!shaped || !looks_like_maker(cells[0])) return std::nullopt;
  std::string line = std::string(cells[0]) + " § " + std::string(cells[1]) + " " + std::string(cells[2]);
  const auto date = parse_date_line(line);
  return date && date->section ? std::optional(std::move(line)) : std::nullopt;
}

/// Where the text of "Ehdotus  Lautakunta päättää myöntää ..." begins: other cities print a part's heading and its text
/// side by side. Titles of columns are no such text.
std::size_t text_beside_heading(std::string_view line) {
  line = trim(line);
  const auto gap = line.find("  ");
  if (gap == std::string_view::npos || ParsingRules::builtin().heading(line.substr(0, gap)) == nullptr) return 0;
  const auto begin = line.find_first_not_of(' ', gap);
  const std::string_view text = line.substr(begin);
  if (!starts_upper(text) || text.find("   ") != std::string_view::npos) return 0;
  return split_words(text).size() >= 3 || text.ends_with('.') || text.ends_with(':') ? begin : 0;
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
    } else if (!has_double_space(block.text)) {
      add(block, block.text);  // one cell
    } else {
      const auto cells = block.kind == BlockKind::line && block.text.size() <= 2 * max_furniture_bytes
                             ? split_cells(block.text)
                             : std::vector<std::string_view>{};
      const auto row = row_of_numbers(cells);
      const std::size_t beside = block.kind == BlockKind::line ? text_beside_heading(block.text) : 0;
      if (row) {
        add(block, *row);
      } else if (beside > 0) {
        add(block, trim(block.text).substr(0, beside));
        add(block, trim(block.text).substr(beside));
      } else if (cells.size() > 1 && std::any_of(cells.begin(), cells.end(), is_header_cell)) {
        for (const std::string_view cell : cells) add(block, cell);
      } else {
        add(block, block.text);
      }
    }
  }
  return out;
}

}  // namespace pykala::indexer
