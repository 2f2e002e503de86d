// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of a document in, its items out. Lines that look like an item's beginning are many (agendas, earlier handlings,
// laws); the longest rising row of those with a decision below them is the minutes.
#include "indexer/minutes.h"

#include <algorithm>

#include "indexer/header_lines.h"
#include "indexer/limits.h"
#include "indexer/page_head.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t evidence_lines = 20;  ///< below a §, where its first heading must stand
constexpr std::size_t cover_lines = 80;     ///< where the meeting's date and name stand
constexpr int max_step = 40;                ///< from one § of a meeting to the next; secret ones may be missing

struct Start {
  std::size_t line = 0;
  int section = 0;
};

/// The § that the line is: "§ 12", "12 § Otsikko", "Kaupunginhallitus § 12 17.01.2022" of this meeting.
std::optional<int> section_of(const Line& line, const Minutes& meeting) {
  if (line.continues || line.in_motion) return std::nullopt;
  if (const auto section = parse_section_line(line.text)) return section->section;
  const auto date = parse_date_line(line.text);
  if (!date || !date->section) return std::nullopt;
  const bool other_day = meeting.date && *meeting.date != date->date;
  const bool other_body = meeting.maker && date->maker && clean_maker_name(*date->maker) != *meeting.maker;
  return other_day || other_body ? std::nullopt : date->section;
}

bool is_decision_heading(const std::string& text) {
  using schema::PartRole;
  const HeadingRule* rule = ParsingRules::builtin().heading(text);
  if (rule == nullptr || rule->weak) return false;
  return rule->main || rule->role == PartRole::decision || rule->role == PartRole::proposal ||
         rule->role == PartRole::reasons;
}

/// A title, and a decision's heading or the note of a secret one, between `begin` and the next §.
bool has_decision(const Lines& lines, std::size_t begin, std::size_t end) {
  const std::size_t last = std::min(end, begin + evidence_lines);
  const auto section = parse_section_line(lines[begin].text);
  const bool titled = section && !section->title.empty();
  for (std::size_t i = begin + 1; i < last; ++i) {
    if (ParsingRules::builtin().secret_title(lines[i].text)) return true;
    // The line below a bare § is the title, which may be "Lausunto" too.
    if ((i > begin + 1 || titled) && is_decision_heading(lines[i].text)) return true;
  }
  return false;
}

/// True when the cover says that this is the agenda of a meeting that is to come.
bool is_agenda(const Lines& lines) {
  for (std::size_t i = 0; i < std::min(lines.size(), cover_lines); ++i) {
    if (ParsingRules::builtin().has_word_of("agenda", lines[i].text) && is_head_line(lines[i].text)) return true;
  }
  return false;
}

/// Items of an agenda, which have no § yet: "6" / title / ... / "Päätösehdotus".
std::vector<Start> agenda_starts(const Lines& lines) {
  std::vector<Start> starts;
  for (std::size_t i = 0; i < lines.size() && starts.size() < schema::max_minutes_items; ++i) {
    const auto number = lines[i].continues ? std::nullopt : item_number(lines[i].text);
    if (!number) continue;
    for (std::size_t below = i + 2; below < std::min(lines.size(), i + evidence_lines); ++below) {
      const HeadingRule* rule = ParsingRules::builtin().heading(lines[below].text);
      if (item_number(lines[below].text)) break;
      if (rule == nullptr || rule->role != schema::PartRole::proposal || rule->weak) continue;
      starts.push_back({i, *number});
      break;
    }
  }
  return starts;
}

/// The longest row of starts whose numbers rise by no more than max_step; of equally long ones the earliest.
std::vector<Start> rising_row(const std::vector<Start>& starts) {
  std::vector<std::size_t> length(starts.size(), 1), from(starts.size(), starts.size());
  std::size_t best = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    for (std::size_t j = i > max_step * 4 ? i - max_step * 4 : 0; j < i; ++j) {
      const int step = starts[i].section - starts[j].section;
      if (step < 1 || step > max_step || length[j] + 1 <= length[i]) continue;
      length[i] = length[j] + 1;
      from[i] = j;
    }
    if (length[i] > length[best]) best = i;
  }
  std::vector<Start> row;
  for (std::size_t i = best; i < starts.size(); i = from[i]) row.push_back(starts[i]);
  std::reverse(row.begin(), row.end());
  return row;
}

/// The meeting's date and body, from what stands above the first §.
void read_cover(const Lines& lines, std::size_t end, Minutes& minutes) {
  std::optional<std::string> any_date;
  for (std::size_t i = 0; i < std::min(end, cover_lines); ++i) {
    const std::string& text = lines[i].text;
    if (is_head_line(text)) continue;  // "Helsingin kaupunki" is an office too
    if (const auto date = parse_date_line(text)) {
      if (!minutes.date) minutes.date = date->date;
      if (!minutes.maker && date->maker) minutes.maker = clean_maker_name(*date->maker);
    } else if (!minutes.maker && looks_like_maker(text) && !is_bare_maker(clean_maker_name(text))) {
      minutes.maker = clean_maker_name(text);
    }
    for (std::size_t at = 0; !any_date && at < text.size(); ++at) {
      std::size_t date_end = at;
      if (is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]))) any_date = scan_date(text, date_end);
    }
  }
  if (!minutes.date) minutes.date = any_date;
}

/// The item's lines without the § that pages of old minutes repeat.
Lines lines_of_item(const Lines& lines, std::size_t begin, std::size_t end, int section) {
  Lines out(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end));
  const auto repeats = [&](const Line& line) {
    const auto again = parse_section_line(line.text);
    return again && again->section == section && again->title.empty();
  };
  out.erase(std::remove_if(out.begin() + 1, out.end(), repeats), out.end());
  return out;
}

}  // namespace

std::optional<Minutes> split_minutes(const Lines& lines) {
  std::size_t first = 0;
  while (first < lines.size() && !parse_section_line(lines[first].text)) ++first;
  Minutes minutes;
  read_cover(lines, first, minutes);

  std::vector<Start> all, starts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto section = section_of(lines[i], minutes)) all.push_back({i, *section});
  }
  std::size_t next = 0;  // the next start of another §, the same for all of a run of one §
  for (std::size_t i = 0; i < all.size() && starts.size() < schema::max_minutes_items; ++i) {
    next = std::max(next, i + 1);
    while (next < all.size() && all[next].section == all[i].section) ++next;
    const std::size_t end = next < all.size() ? all[next].line : lines.size();
    if (has_decision(lines, all[i].line, end)) starts.push_back(all[i]);
  }
  if (starts.size() < 2 && is_agenda(lines)) starts = agenda_starts(lines);
  if (starts.size() < 2) return std::nullopt;
  const std::vector<Start> row = rising_row(starts);
  if (row.size() < 2) return std::nullopt;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::size_t end = i + 1 < row.size() ? row[i + 1].line : lines.size();
    minutes.items.push_back({row[i].section, lines_of_item(lines, row[i].line, end, row[i].section)});
  }
  return minutes;
}

}  // namespace pykala::indexer
