// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs in, parts out. A heading is a line of the heading list, a heading of HTML by its class, or a heading of
// Markdown; what they mean stands in ParsingRules.
#include "indexer/part_parser.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/header_lines.h"
#include "indexer/limits.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

using schema::Part;
using schema::PartRole;

constexpr std::size_t max_signature_line = 100;
constexpr std::size_t paragraph_bytes = 80;
constexpr int last_part_level = 3;  ///< <h4> and below are headings inside a part
constexpr std::string_view sentence_ends = ".:;!?)";

bool has_inner_headings(PartRole role) {
  return role == PartRole::appeal || role == PartRole::extracts || role == PartRole::attachments;
}

struct Heading {
  PartRole role = PartRole::other;
  bool main = false;
};

class PartBuilder {
 public:
  explicit PartBuilder(const Lines& lines) : lines_(lines) {
    classed_ = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
      return ParsingRules::builtin().html_class(line.html_class).meaning != ClassMeaning::none;
    });
  }

  std::vector<Part> build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) add(i);
    promote_main();
    return std::move(parts_);
  }

 private:
  void add(std::size_t i) {
    const Line& line = lines_[i];
    if (const auto heading = heading_of(i)) {
      open(line.text, heading->role, heading->main);
      return;
    }
    const ClassMeaning meaning = ParsingRules::builtin().html_class(line.html_class).meaning;
    if (meaning == ClassMeaning::signature) {
      if (parts_.empty() || parts_.back().role != PartRole::signatures) open({}, PartRole::signatures, false);
      in_signatures_ = true;
    } else if (in_signatures_) {
      open({}, PartRole::other, false);  // what follows a section of signatures without a heading
      in_signatures_ = false;
    } else if (ParsingRules::builtin().is_signed_line(line.text)) {
      move_signatures();
    }
    if (parts_.empty()) open({}, PartRole::other, false);
    append(line);
  }

  std::optional<Heading> heading_of(std::size_t i) const {
    const Line& line = lines_[i];
    const ParsingRules& rules = ParsingRules::builtin();
    const bool marked = line.kind == BlockKind::heading;
    if (!marked && line.kind != BlockKind::line && line.kind != BlockKind::paragraph) return std::nullopt;
    if (const HeadingRule* rule = rules.heading(line.text)) {
      // "MUUTOKSENHAKUKIELTO" under "Muutoksenhaku" and "Ote" under "Otteet" are headings inside the part.
      const bool inside = !parts_.empty() && parts_.back().role == rule->role && has_inner_headings(rule->role);
      if (inside || (rule->weak && !marked && !is_sure(i))) return std::nullopt;
      if (marked && line.level > last_part_level && classed_) return std::nullopt;
      return Heading{rule->role, rule->main};
    }
    if (!marked) return std::nullopt;
    const ClassRule rule = rules.html_class(line.html_class);
    if (rule.meaning == ClassMeaning::heading) return Heading{rule.role, false};
    if (classed_ || line.level > last_part_level) return std::nullopt;
    return Heading{PartRole::other, false};
  }

  /// "Perustelut" above a text, not as a column's title: a sentence before it, or a paragraph after it.
  bool is_sure(std::size_t i) const {
    if (i == 0 || sentence_ends.find(lines_[i - 1].text.back()) != std::string_view::npos) return true;
    if (i + 1 == lines_.size() || lines_[i].gap == 0 || lines_[i + 1].kind == BlockKind::table_cell) return false;
    const std::string& next = lines_[i + 1].text;
    return next.size() >= paragraph_bytes || next.ends_with('.');
  }

  void open(const std::string& heading, PartRole role, bool main) {
    Part part;
    if (!heading.empty()) part.heading = heading;
    part.role = role;
    parts_.push_back(std::move(part));
    main_.push_back(main);
    in_signatures_ = false;
    last_kind_ = BlockKind::line;
  }

  void append(const Line& line) {
    std::string& text = parts_.back().text;
    const bool item = line.kind == BlockKind::list_item || line.kind == BlockKind::table_cell;
    if (!text.empty()) text += line.gap > 0 && !(item && line.kind == last_kind_) ? "\n\n" : "\n";
    if (line.kind == BlockKind::list_item && !line.text.starts_with("- ")) text += "- ";
    text += line.text;
    last_kind_ = line.kind;
    page_starts_.resize(parts_.size());
    if (line.page_start) page_starts_.back() = text.size() - line.text.size();
  }

  /// "Sami Salmi" / "kansliapäällikkö" / "Päätös on sähköisesti allekirjoitettu.": the names and titles above the line,
  /// back to the page's beginning or to the last line that is a sentence, are the signatures.
  void move_signatures() {
    if (parts_.empty() || parts_.back().role == PartRole::signatures) return;
    std::string& text = parts_.back().text;
    std::size_t begin = text.size();
    while (begin > 0) {
      const auto end = text.find_last_not_of('\n', begin - 1);
      if (end == std::string::npos) break;
      const auto newline = text.rfind('\n', end);
      const std::size_t line_begin = newline == std::string::npos ? 0 : newline + 1;
      const std::string_view line = std::string_view(text).substr(line_begin, end + 1 - line_begin);
      if (line.size() > max_signature_line || sentence_ends.find(line.back()) != std::string_view::npos) break;
      begin = line_begin;
      page_starts_.resize(parts_.size());
      if (page_starts_.back() == line_begin && line_begin > 0) break;
    }
    // Without a page's beginning to stop at, the names could as well be a list of those informed.
    const bool at_page = page_starts_.back() == begin && begin > 0;
    const bool end_of_appeal = parts_.back().role == PartRole::appeal;
    std::string names = at_page || end_of_appeal ? text.substr(begin) : std::string();
    if (!names.empty()) text.erase(begin);
    while (text.ends_with('\n')) text.pop_back();
    open({}, PartRole::signatures, false);
    parts_.back().text = std::move(names);
    while (parts_.back().text.ends_with('\n')) parts_.back().text.pop_back();
  }

  /// Where no part is the decision or a proposal for it, "Lausunto" or "Esitys" is what was decided.
  void promote_main() {
    for (const Part& part : parts_) {
      if (part.role == PartRole::decision || part.role == PartRole::proposal) return;
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!main_[i]) continue;
      parts_[i].role = PartRole::decision;
      return;
    }
  }

  const Lines& lines_;
  std::vector<Part> parts_;
  std::vector<bool> main_;
  std::vector<std::size_t> page_starts_;  ///< offset in each part's text of the last page's first line
  BlockKind last_kind_ = BlockKind::line;
  bool classed_ = false, in_signatures_ = false;
};

/// "- 1 Hakemus", "Liite 2: Kartta", "3. Selvitys" -> number and title.
schema::Attachment parse_attachment(std::string_view line) {
  schema::Attachment attachment;
  for (const std::string_view mark : {"- ", "• ", "* ", "Liite ", "Bilaga ", "Attachment "}) {
    if (line.starts_with(mark)) line = trim(line.substr(mark.size()));
  }
  std::size_t at = 0;
  const auto number = scan_number(line, at, 3);
  if (number && at < line.size() && (line[at] == ' ' || line[at] == ':' || line[at] == '.' || line[at] == ')')) {
    // "20.5.2022 päivätty hakemus" begins with a date, not with a number.
    std::size_t date = 0;
    if (!scan_date(line, date)) {
      attachment.number = number;
      line = line.substr(at);
      while (!line.empty() &&
             (line.front() == ':' || line.front() == '.' || line.front() == ')' || line.front() == ' ')) {
        line.remove_prefix(1);
      }
    }
  }
  attachment.title = std::string(trim(line));
  return attachment;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (const auto line = trim(text.substr(begin, end - begin)); !line.empty()) out.push_back(line);
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::vector<Part> parse_parts(const Lines& lines) {
  auto parts = PartBuilder(lines).build();
  std::erase_if(parts, [](const Part& part) { return !part.heading && part.text.empty(); });
  return parts;
}

std::vector<schema::Attachment> parse_attachments(const std::vector<Part>& parts) {
  std::vector<schema::Attachment> out;
  for (const Part& part : parts) {
    if (part.role != PartRole::attachments) continue;
    for (const std::string_view line : lines_of(part.text)) {
      if (out.size() >= schema::max_facts) return out;
      auto attachment = parse_attachment(line);
      if (attachment.title.size() > schema::max_title_bytes) continue;
      if (!attachment.title.empty() || attachment.number) out.push_back(std::move(attachment));
    }
  }
  return out;
}

std::optional<std::string> maker_of_signatures(const std::vector<Part>& parts) {
  for (const Part& part : parts) {
    if (part.role != PartRole::signatures) continue;
    const auto lines = lines_of(part.text);
    for (std::size_t i = 1; i < lines.size() && i < 3; ++i) {
      const std::string name = clean_maker_name(lines[i]);
      if (starts_lower(lines[i]) && looks_like_maker(name) && !is_bare_maker(name)) return name;
    }
  }
  return std::nullopt;
}

}  // namespace pykala::indexer
