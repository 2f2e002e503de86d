// SPDX-License-Identifier: GPL-2.0-or-later
// Blocks in, lines without furniture out. A page begins at a form feed or after three empty lines; its head is what it
// shares with the first page's head, or what stands at the top of most pages.
#include "indexer/page_furniture.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/header_lines.h"
#include "indexer/page_head.h"
#include "indexer/page_lines.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t page_gap = 3;         ///< empty lines that may be a page's end
constexpr std::size_t max_head_lines = 10;  ///< of a page
constexpr std::size_t max_foot_lines = 8;
constexpr std::size_t max_sampled_pages = 200;  ///< to learn what recurs
constexpr std::size_t first_head_lines = 15;
constexpr std::size_t long_line = 60;  ///< bytes; a line so long without an end goes on

/// "1 (2)" and "2 (2)" are the same line of a head.
std::string masked(const std::string& text) {
  return is_page_number(text) ? "#" : text;
}

/// Drops `line` when ParsingRules say so; what it separated stays apart.
void drop_navigation(PagedLines& lines) {
  const ParsingRules& rules = ParsingRules::builtin();
  for (PagedLine& paged : lines) {
    if (paged.line.text.size() <= 3 * max_furniture_bytes && rules.is_furniture(paged.line.text, false)) {
      paged.dropped = true;
    }
  }
}

/// The first page's head: its lines until the first section, case line or heading, when a date is among them.
struct FirstHead {
  std::unordered_set<std::string> texts;
  std::size_t end = 0;  ///< index of the line after it
};

FirstHead first_head(const PagedLines& lines) {
  FirstHead head;
  const ParsingRules& rules = ParsingRules::builtin();
  bool date = false;
  for (std::size_t i = 0; i < std::min(lines.size(), first_head_lines); ++i) {
    const std::string& text = lines[i].line.text;
    const auto section = parse_section_line(text);
    // Minutes of the old web repeat "08.01.2018" and "§ 13" at the top of each page.
    if (section && section->title.empty()) head.texts.insert(text);
    if (text.size() > max_furniture_bytes || rules.heading(text) || section || parse_case_line(text)) break;
    date = date || parse_date_line(text).has_value();
    head.texts.insert(text);
    head.end = i + 1;
  }
  return date ? head : FirstHead{};
}

/// True where the first page's head stands again, its date among it: a page's beginning in a text without form feeds.
bool head_again(const PagedLines& lines, std::size_t i, const FirstHead& head) {
  bool date = false;  // or the page's own number
  std::size_t n = 0;
  for (; n < max_head_lines && i + n < lines.size(); ++n) {
    const std::string& text = lines[i + n].line.text;
    const bool furniture = n > 0 && is_head_line(text);
    if (!head.texts.contains(text) && !furniture) break;
    date = date || parse_date_line(text) || (n > 1 && is_page_number(text) && text.ends_with(')'));
  }
  return date && n >= 2;
}

std::vector<std::size_t> page_starts(const PagedLines& lines, const FirstHead& head) {
  std::vector<std::size_t> starts;
  for (std::size_t i = head.end + 1; i < lines.size(); ++i) {
    const Line& line = lines[i].line;
    if (line.kind != BlockKind::line) continue;
    const bool known = line.text.size() <= max_furniture_bytes && head.texts.contains(line.text);
    if (lines[i].after_feed || line.gap >= page_gap || (known && head_again(lines, i, head))) starts.push_back(i);
  }
  return starts;
}

/// Lines at the top or the foot of more than half of the pages, pages being what form feeds part; masked.
std::unordered_set<std::string> recurring(const PagedLines& lines, const std::vector<std::size_t>& starts, bool foot) {
  std::vector<std::size_t> edges{foot ? lines.size() : 0};
  for (const std::size_t start : starts) {
    if (lines[start].after_feed && edges.size() < max_sampled_pages) edges.push_back(start);
  }
  std::unordered_map<std::string, std::size_t> counts;
  for (const std::size_t edge : edges) {
    for (std::size_t n = 0; n < (foot ? max_foot_lines : max_head_lines); ++n) {
      const std::size_t i = foot ? edge - 1 - n : edge + n;
      if (i >= lines.size() || (!foot && n > 0 && lines[i].after_feed)) break;  // also below zero
      const std::string& text = lines[i].line.text;
      if (text.size() <= max_furniture_bytes && !ParsingRules::builtin().heading(text)) ++counts[masked(text)];
      if (foot && lines[i].after_feed) break;
    }
  }
  std::unordered_set<std::string> out;
  for (const auto& [text, count] : counts) {
    if (count >= 2 && count * 2 > edges.size()) out.insert(text);
  }
  return out;
}

/// True where the text before a removed page head goes on after it: "osal-" / "lisuuden".
bool sentence_goes_on(const std::string& before, const std::string& after) {
  if (before.empty() || after.empty()) return false;
  if (before.ends_with('-') || starts_lower(after)) return true;
  const bool ended =
      std::string_view(".:;!?)\"”").find(before.back()) != std::string_view::npos || before.ends_with("”");
  return before.size() >= long_line && !ended;
}

class HeadRemover {
 public:
  explicit HeadRemover(PagedLines& lines)
      : lines_(lines),
        head_(first_head(lines)),
        starts_(page_starts(lines, head_)),
        tops_(recurring(lines, starts_, false)),
        feet_(recurring(lines, starts_, true)),
        dropped_from_(lines.size(), lines.size()) {}

  void run() {
    for (const std::size_t start : starts_) {
      if (lines_[start].dropped) continue;
      if (lines_[start].after_feed) drop_foot(start);
      drop_head(start);
    }
    drop_foot(lines_.size());
  }

 private:
  /// The index after the last line before `end` that is kept. Remembers how far it went over dropped lines: a thousand
  /// pages of nothing but heads are gone over once.
  std::size_t end_of_kept(std::size_t end) {
    std::size_t at = end;
    while (at > 0 && lines_[at - 1].dropped) at = std::min(at - 1, dropped_from_[at - 1]);
    for (std::size_t i = end; i > at;) i = std::min(i - 1, std::exchange(dropped_from_[i - 1], at));
    return at;
  }

  void drop_foot(std::size_t start) {
    for (std::size_t i = start; i-- > head_.end && start - i <= max_foot_lines;) {
      const std::string& text = lines_[i].line.text;
      if (!feet_.contains(masked(text)) && !is_page_number(text)) break;
      lines_[i].dropped = true;
    }
  }

  void drop_head(std::size_t start) {
    std::size_t end = start;
    bool own = lines_[start].after_feed;  // a line of this document's head was there
    while (end < lines_.size() && end - start < max_head_lines) {
      const std::string& text = lines_[end].line.text;
      const bool known = head_.texts.contains(text) || (lines_[start].after_feed && tops_.contains(masked(text)));
      if (!known && !is_head_line(text)) break;
      own = own || known;
      ++end;
    }
    if (end == start || !own) return;
    for (std::size_t i = start; i < end; ++i) lines_[i].dropped = true;
    if (end == lines_.size()) return;
    Line& next = lines_[end].line;
    next.page_start = true;
    const std::size_t before = end_of_kept(start);
    if (before > 0 && next.kind == BlockKind::line && !ParsingRules::builtin().heading(next.text)) {
      next.continues = sentence_goes_on(lines_[before - 1].line.text, next.text);
    }
    if (!next.continues) next.gap = std::max<std::size_t>(next.gap, 1);
  }

  PagedLines& lines_;
  FirstHead head_;
  std::vector<std::size_t> starts_;
  std::unordered_set<std::string> tops_, feet_;
  std::vector<std::size_t> dropped_from_;  ///< of a dropped line: from which line on all before it are known dropped
};

}  // namespace

Lines remove_furniture(const std::vector<Block>& blocks) {
  PagedLines lines = page_lines(blocks);
  HeadRemover(lines).run();
  drop_navigation(lines);
  Lines out;
  std::size_t gap = 0;
  for (PagedLine& paged : lines) {
    if (paged.dropped) {
      gap = std::max(gap, paged.line.gap);
      continue;
    }
    if (!paged.line.continues) paged.line.gap = std::max(paged.line.gap, gap);
    gap = 0;
    out.push_back(std::move(paged.line));
  }
  return out;
}

}  // namespace pykala::indexer
