// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of decision HTML in, header fields out. Which class means what is in ParsingRules; both generations are there.
#include "indexer/header_classes.h"

#include <algorithm>

#include "indexer/header_lines.h"
#include "indexer/limits.h"
#include "indexer/page_head.h"
#include "indexer/parsing_rules.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

bool has_title_class(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return ParsingRules::builtin().html_class(line.html_class).meaning == ClassMeaning::title;
  });
}

/// "Salassa pidettävä (JulkL 24.1 § 25 k)", "Julkisuus: Salassa pidettävä".
void note_secrecy(const std::string& text, Header& header) {
  if (header.secrecy.empty()) header.secrecy = secrecy_line(text);
}

/// What a saved page prints among the classed lines: its maker, its date, or text.
void take_unclassed(const std::string& text, Header& header) {
  if (!header.maker && looks_like_maker(text) && !is_bare_maker(clean_maker_name(text))) {
    header.maker = clean_maker_name(text);
  } else if (const auto date = parse_date_line(text); date && !header.date) {
    header.date = date->date;
    if (date->maker && !header.maker) header.maker = clean_maker_name(*date->maker);
  } else if (ParsingRules::builtin().is_motion_line(text)) {
    header.motion = true;
  } else if (!secrecy_line(text).empty()) {
    note_secrecy(text, header);
  } else if (!parse_case_line(text) && !is_head_line(text) && text != header.title) {
    header.leading.push_back(text);
  }
}

}  // namespace

bool parse_classed_header(const Lines& lines, Header& header) {
  if (!has_title_class(lines)) return false;
  const ParsingRules& rules = ParsingRules::builtin();
  bool in_text = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const ClassMeaning meaning = rules.html_class(line.html_class).meaning;
    // Below the first heading a line may say it of an attachment.
    in_text = in_text || meaning == ClassMeaning::heading || rules.heading(line.text);
    if (meaning == ClassMeaning::section) {
      if (const auto section = parse_section_line(line.text)) header.section = section->section;
    } else if (meaning == ClassMeaning::title) {
      header.open_title = line.html_class.find("Julkinen") != std::string::npos;
      header.title = std::string(stemmers::cut_utf8(line.text, schema::max_title_bytes));
    } else if (meaning == ClassMeaning::case_line) {
      if (const auto number = parse_case_line(line.text)) {
        header.case_number = number->case_number;
        if (!number->classification.empty()) header.classification = number->classification;
      }
    } else if (meaning == ClassMeaning::reference || meaning == ClassMeaning::secrecy) {
      header.leading.push_back(line.text);
      if (meaning == ClassMeaning::secrecy && !in_text) note_secrecy(line.text, header);
    } else {
      continue;
    }
    header.body_begin = std::max(header.body_begin, i + 1);
  }
  for (std::size_t i = 0; i < header.body_begin; ++i) {
    if (rules.html_class(lines[i].html_class).meaning == ClassMeaning::none) take_unclassed(lines[i].text, header);
  }
  return true;
}

}  // namespace pykala::indexer
