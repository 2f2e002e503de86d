// SPDX-License-Identifier: GPL-2.0-or-later
// Lines in, header fields out: by the class names of decision HTML (header_classes.h), else by what the lines look like
// and in which order they stand: a PDF has date, maker, §, title; a saved page the case's title, §, title, maker.
// Long because the lines are marked and chosen from together.
#include "indexer/header_parser.h"

#include <algorithm>

#include "indexer/header_classes.h"
#include "indexer/header_lines.h"
#include "indexer/limits.h"
#include "indexer/page_head.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_header_lines = 40;
constexpr std::size_t max_header_text = 1200;  ///< bytes of a line that may be a title
constexpr std::size_t headless_lines = 15;     ///< where a text without headings may have its header

enum class What { text, section, case_line, date, motion, furniture };

struct Marked {
  What what = What::text;
  std::size_t index = 0;
};

std::string cut_title(const std::string& text) {
  return std::string(stemmers::cut_utf8(text, schema::max_title_bytes));
}

/// "Tiivistelmä: Lautakunnalle ehdotetaan ..."
bool begins_with_heading(const std::string& text) {
  const auto colon = text.find(": ");
  return colon != std::string::npos && ParsingRules::builtin().heading(std::string_view(text).substr(0, colon));
}

/// Reads the lines above the text by their looks.
class LineHeader {
 public:
  LineHeader(const Lines& lines, Header& header) : lines_(lines), header_(header) {}

  void parse() {
    end_ = find_end();
    for (std::size_t i = 0; i < end_; ++i) mark(i);
    header_.body_begin = end_;
    if (!header_.section) header_.section = paper_section_;
    // An agenda has the item's number where minutes have the §.
    if (!anchor_ && item_at_ && date_at_ && *date_at_ < *item_at_) anchor_ = item_at_;
    find_title();
    find_maker();
    for (std::size_t i = 0; i < end_; ++i) {
      if (marks_[i].what == What::text && !used_[i] && lines_[i].text != header_.title) {
        header_.leading.push_back(lines_[i].text);
      }
    }
  }

 private:
  const std::string& text(std::size_t i) const { return lines_[i].text; }

  /// The first heading; without one, the line after the last date, §, case number or maker near the top.
  std::size_t find_end() const {
    const ParsingRules& rules = ParsingRules::builtin();
    std::size_t after = 0;
    for (std::size_t i = 0; i < std::min(lines_.size(), max_header_lines); ++i) {
      const HeadingRule* heading = rules.heading(text(i));
      // A page's menu may say "Päätös"; a heading has text of a part after it.
      if (heading != nullptr && !heading->weak && i + 1 < lines_.size()) return i;
      if (text(i).size() > max_header_text) break;
      // Below the title, "Ehdotus" is no title of a column, and "Tiivistelmä: ..." begins the text.
      if (after > 0 && i > after && (heading || begins_with_heading(text(i))) && titled_before(i)) return i;
      const bool stated = parse_section_line(text(i)) || parse_case_line(text(i)) || parse_date_line(text(i)) ||
                          rules.is_motion_line(text(i));
      if (stated && i < headless_lines) after = i + 1;
    }
    if (after == 0) return std::min<std::size_t>(lines_.size(), title_lines(0));
    // "13 §" / "Salassa pidettävä": the title follows, and perhaps a maker.
    const bool bare = after > 0 && after < lines_.size() && !titled_before(after);
    if (bare) after += title_lines(after);
    if (after < lines_.size() && looks_like_maker(text(after))) ++after;
    return after;
  }

  /// True when a line before `end` can be the title, or the § has it in its own line.
  bool titled_before(std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i) {
      if (const auto section = parse_section_line(text(i))) {
        if (!section->title.empty()) return true;
        return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                           lines_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Line& line) { return !parse_case_line(line.text) && !parse_date_line(line.text); });
      }
    }
    return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& line) {
      return !parse_case_line(line.text) && !parse_date_line(line.text) && !looks_like_maker(line.text) &&
             !is_head_line(line.text) && !item_number(line.text);
    });
  }

  /// How many lines from `begin` are one title, broken by the page's width.
  std::size_t title_lines(std::size_t begin) const {
    if (begin >= lines_.size()) return 0;
    std::size_t count = 1;
    while (begin + count < lines_.size() && count < 6 && continues_title(begin + count)) ++count;
    return count;
  }

  /// A title's next line: no empty line between, nothing else by its looks, and the line before was long.
  bool continues_title(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.gap > 0 || line.kind != BlockKind::line || lines_[i - 1].kind != BlockKind::line) return false;
    if (looks_like_maker(line.text) || parse_section_line(line.text) || parse_case_line(line.text) ||
        parse_date_line(line.text) || ParsingRules::builtin().heading(line.text)) {
      return false;
    }
    const auto length = stemmers::count_code_points(text(i - 1));
    return length >= 30 && length <= 110 && line.text != text(i - 1) && (starts_lower(line.text) || length >= 45);
  }

  void mark(std::size_t i) {
    const ParsingRules& rules = ParsingRules::builtin();
    Marked mark{What::text, i};
    if (header_.secrecy.empty()) header_.secrecy = secrecy_line(text(i));
    if (const auto section = parse_section_line(text(i)); section && is_own_section(*section)) {
      mark.what = What::section;
      header_.section = section->section;
      if (!section->title.empty()) {
        header_.title = section->title;
        title_in_section_ = true;
      }
      anchor_ = anchor_ ? anchor_ : std::optional(i);
    } else if (const auto number = parse_case_line(text(i))) {
      mark.what = What::case_line;
      if (!header_.case_number) header_.case_number = number->case_number;
      if (!number->classification.empty()) header_.classification = number->classification;
    } else if (const auto date = parse_date_line(text(i)); date && is_own_date(*date)) {
      mark.what = What::date;
      header_.date = date->date;
      date_at_ = i;
      if (date->section && !header_.section) {
        header_.section = date->section;
        anchor_ = anchor_ ? anchor_ : std::optional(i);
      }
      if (date->maker) take_maker(*date->maker);
    } else if (rules.is_motion_line(text(i))) {
      mark.what = What::motion;
      header_.motion = true;
      anchor_ = anchor_ ? anchor_ : std::optional(i);
    } else if (is_head_line(text(i))) {
      mark.what = What::furniture;
      if (!paper_section_) paper_section_ = section_of_paper(text(i));
    } else if (item_number(text(i))) {
      mark.what = What::furniture;
      item_at_ = i;
    }
    marks_.push_back(mark);
    used_.push_back(false);
  }

  /// The first §, or the same again ("Kaupunginhallitus § 12 20.09.2023" above "12 §").
  bool is_own_section(const SectionLine& section) const {
    return !header_.section || (*header_.section == section.section && section.title.empty());
  }

  /// The first date, or the same again with the § ("12.5.2008" above "7/12.05.2008 § 612").
  bool is_own_date(const DateLine& date) const {
    return !header_.date || (date.section && !header_.section && date.date == *header_.date);
  }

  bool is_text(std::size_t i) const { return i < end_ && marks_[i].what == What::text && !used_[i]; }

  void find_title() {
    if (title_in_section_) {
      // "55 § Osallistuminen EU:n" / "rahoitushakuun": the title goes on in the next line.
      std::size_t next = *anchor_ + 1;
      while (is_text(next) && continues_title(next)) {
        *header_.title += " " + text(next);
        used_[next++] = true;
      }
      header_.title = cut_title(*header_.title);
      return;
    }
    const auto begin = title_begin();
    if (!begin) return;
    std::string title = text(*begin);
    used_[*begin] = true;
    for (std::size_t i = *begin + 1; is_text(i) && continues_title(i); ++i) {
      title += title.ends_with('-') ? text(i) : " " + text(i);
      used_[i] = true;
    }
    header_.title = cut_title(title);
  }

  std::optional<std::size_t> title_begin() const {
    std::vector<std::size_t> before, after;
    for (std::size_t i = 0; i < end_; ++i) {
      if (is_text(i)) (anchor_ && i > *anchor_ ? after : before).push_back(i);
    }
    if (anchor_ && !after.empty()) {
      // A notice may stand between § and title; the case's own title above the § tells which line is the title.
      for (const std::size_t i : after) {
        for (const std::size_t j : before) {
          if (text(i) == text(j)) return i;
        }
      }
      // "Viran täyttäminen, rehtori" above the case line is a title, though it ends as a maker's name.
      for (std::size_t i : after) {
        if (i + 1 >= end_ || marks_[i + 1].what != What::case_line) continue;
        while (i > *anchor_ + 1 && is_text(i - 1) && continues_title(i)) --i;
        return i;
      }
      const auto first = std::find_if(after.begin(), after.end(),
                                      [&](std::size_t i) { return !looks_like_maker(text(i)) || after.size() == 1; });
      const bool only_maker = after.size() == 1 && looks_like_maker(text(after[0])) && !before.empty() && !date_first();
      if (first != after.end() && !only_maker) return *first;
    }
    for (const std::size_t i : before) {
      if (!looks_like_maker(text(i)) || before.size() == 1) return i;
    }
    return before.empty() ? std::nullopt : std::optional(before.front());
  }

  /// A PDF's page head: the date stands above the §.
  bool date_first() const { return date_at_ && (!anchor_ || *date_at_ < *anchor_); }

  void find_maker() {
    if (header_.maker) return;
    if (date_first() && anchor_) {
      // Above the §, whatever it looks like: the lists of offices are open.
      for (const bool strict : {true, false}) {
        for (std::size_t i = *anchor_; i-- > 0;) {
          if (is_text(i) && (!strict || looks_like_maker(text(i)))) return take_maker(i);
        }
      }
    }
    for (std::size_t i = end_; i-- > 0;) {
      if (is_text(i) && looks_like_maker(text(i)) && text(i) != header_.title) return take_maker(i);
    }
  }

  void take_maker(const std::string& name) {
    std::string clean = clean_maker_name(name);
    if (!is_bare_maker(clean)) header_.maker = std::move(clean);
  }

  void take_maker(std::size_t i) {
    take_maker(text(i));
    used_[i] = true;
  }

  const Lines& lines_;
  Header& header_;
  std::size_t end_ = 0;
  std::vector<Marked> marks_;
  std::vector<bool> used_;                       ///< lines that are title or maker
  std::optional<std::size_t> anchor_, date_at_;  ///< line of the § (or of "Tämä on esitys"), of the date
  std::optional<std::size_t> item_at_;           ///< last line that is but a number
  std::optional<int> paper_section_;             ///< "Päätös 21 §" in the first line or a page's head
  bool title_in_section_ = false;
};

}  // namespace

Header parse_header(const Lines& lines) {
  Header header;
  if (!parse_classed_header(lines, header)) {
    LineHeader(lines, header).parse();
  }
  header.motion = header.motion || std::any_of(lines.begin(), lines.end(), [](const Line& line) {
                    return ParsingRules::builtin().html_class(line.html_class).meaning == ClassMeaning::motion;
                  });
  return header;
}

}  // namespace pykala::indexer
