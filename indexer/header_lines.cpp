// SPDX-License-Identifier: GPL-2.0-or-later
// One line in, what it states as part of a header out. The words it knows are those of ParsingRules and the offices of
// the authority lists; the scanning of each shape is private.
// Long because dates, sections and makers stand in one line together.
#include "indexer/header_lines.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/iso_date.h"
#include "indexer/page_head.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_header_line = 400;
constexpr std::size_t max_maker_bytes = 160;
constexpr std::size_t max_maker_words = 14;

/// "5. / " or "5 / " before a section: the item's number on the agenda.
void skip_item_number(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  if (!scan_number(text, end, 4)) return;
  if (end < text.size() && text[end] == '.') ++end;
  skip_spaces(text, end);
  if (end >= text.size() || text[end] != '/') return;
  ++end;
  skip_spaces(text, end);
  at = end;
}

std::size_t first_digit(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) { return is_digit(c); });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

/// Turku's cells run together: maker, section, date and item: "Kaupunginhallitus24005.06.20176".
std::optional<DateLine> parse_run_together(std::string_view line) {
  const auto digits = first_digit(line);
  if (digits == std::string_view::npos || digits < 6 || line.substr(digits).find(' ') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = line.substr(digits);
  const auto dot = rest.find('.');
  // The day is the two digits before the first point: 240|05.06.2017|6.
  if (dot == std::string_view::npos || dot < 3 || dot > 6 || rest.size() < dot + 8) return std::nullopt;
  const auto date = schema::from_finnish_date(rest.substr(dot - 2, 10));
  std::size_t at = 0;
  const auto section = scan_number(rest.substr(0, dot - 2), at, 4);
  if (!date || !section || !looks_like_maker(line.substr(0, digits))) return std::nullopt;
  return DateLine{*date, std::string(line.substr(0, digits)), section};
}

/// "5. huhtikuuta 2016", "5 april 2016" at `at`; moves `at` past it.
std::optional<std::string> scan_date_in_words(std::string_view text, std::size_t& at) {
  if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) return std::nullopt;
  std::size_t end = at;
  const auto day = scan_number(text, end, 2);
  if (!day) return std::nullopt;
  if (end < text.size() && text[end] == '.') ++end;
  skip_spaces(text, end);
  const auto word_end = std::min(text.find(' ', end), text.size());
  const auto month = ParsingRules::builtin().number_of("month", text.substr(end, word_end - end));
  if (!month) return std::nullopt;
  end = word_end;
  skip_spaces(text, end);
  const auto year = scan_number(text, end, 4);
  if (!year) return std::nullopt;
  auto date = schema::iso_date(*year, *month, *day);
  if (date) at = end;
  return date;
}

std::optional<std::string> scan_any_date(std::string_view text, std::size_t& at) {
  if (auto date = scan_date(text, at)) return date;
  return scan_date_in_words(text, at);
}

/// The offset of the first date in the line.
std::size_t find_date(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::size_t end = at;
    if (is_digit(line[at]) && (at == 0 || !is_digit(line[at - 1])) && scan_any_date(line, end)) return at;
  }
  return std::string_view::npos;
}

/// "Kulttuuri- ja nuorisolautakunta 92" before a date, and the item's number after it.
bool take_maker_and_number(std::string_view before, std::string_view after, DateLine& out) {
  before = trim(before);
  const auto space = before.rfind(' ');
  std::size_t at = 0;
  if (space == std::string_view::npos || !item_number(trim(after))) return false;
  const std::string_view number = before.substr(space + 1);
  const auto section = scan_number(number, at, 4);
  if (!section || at != number.size() || !looks_like_maker(before.substr(0, space))) return false;
  out.section = section;
  out.maker = std::string(trim(before.substr(0, space)));
  return true;
}

/// What stands before the date: nothing, a label ("Kokous"), a maker, or a maker and a label.
bool take_maker(std::string_view before, DateLine& out) {
  const ParsingRules& rules = ParsingRules::builtin();
  before = trim(before);
  while (!before.empty() && (before.back() == ',' || before.back() == ':'))
    before = trim(before.substr(0, before.size() - 1));
  if (before.empty() || rules.has("date_label", before)) return true;
  // "1/12.05.2008 § 612": the item on the agenda.
  if (before.ends_with('/') && item_number(before.substr(0, before.size() - 1))) return true;
  const auto comma = before.rfind(',');
  if (comma != std::string_view::npos && rules.has("date_label", trim(before.substr(comma + 1)))) {
    before = trim(before.substr(0, comma));
  }
  std::size_t at = 0;
  if (const auto section = scan_section(before, at); section && at == before.size()) {
    out.section = section;
    return true;
  }
  // "Kaupunginhallitus § 12 17.01.2022"
  const auto sign = before.find(section_sign);
  if (sign != std::string_view::npos) {
    at = sign;
    const auto section = scan_section(before, at);
    if (!section || at != before.size()) return false;
    out.section = section;
    before = trim(before.substr(0, sign));
  }
  if (!looks_like_maker(before)) return false;
  out.maker = std::string(before);
  return true;
}

/// What stands after the date: nothing, a time, or a section.
bool take_tail(std::string_view after, DateLine& out) {
  after = trim(after);
  if (after.empty() || after.starts_with("klo") || after.starts_with("kl ") || after.starts_with("kl.")) return true;
  std::size_t at = 0;
  const auto section = scan_section(after, at);
  if (!section || at != after.size()) return false;
  out.section = section;
  return true;
}

bool is_all_capitals(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_lower_letter(c.value)) return false;
    capitals += is_upper_letter(c.value) ? 1 : 0;
    at += c.length;
  }
  return capitals > 4;
}

bool is_classification(std::string_view text) {
  return !text.empty() && text.size() <= 14 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ' '; });
}

}  // namespace

std::optional<DateLine> parse_date_line(std::string_view line) {
  if (line.size() > max_header_line) return std::nullopt;
  line = trim(line);
  if (first_digit(line) == std::string_view::npos) return std::nullopt;
  const std::size_t begin = find_date(line);
  if (begin == std::string_view::npos) return parse_run_together(line);
  DateLine out;
  std::size_t at = begin;
  out.date = *scan_any_date(line, at);
  if (take_maker_and_number(line.substr(0, begin), line.substr(at), out)) return out;
  if (!take_maker(line.substr(0, begin), out) || !take_tail(line.substr(at), out)) return parse_run_together(line);
  return out;
}

std::optional<SectionLine> parse_section_line(std::string_view line) {
  if (line.size() > max_header_line * 4 || line.find(section_sign) == std::string_view::npos) return std::nullopt;
  line = trim(ParsingRules::builtin().without_label("item_label", trim(line)));
  std::size_t at = 0;
  skip_item_number(line, at);
  const auto section = scan_section(line, at);
  if (!section) return std::nullopt;
  std::string_view rest = line.substr(at);
  // "26 §:ssä säädetään" and "18§ 14.04.2020" are no headers.
  if (!rest.empty() && rest.front() != ' ' && rest.front() != ',' && rest.front() != '.') return std::nullopt;
  while (!rest.empty() && (rest.front() == ',' || rest.front() == '.' || rest.front() == ' ')) rest.remove_prefix(1);
  if (rest.empty()) return SectionLine{*section, {}};
  if (find_date(rest) == 0 || starts_lower(rest)) return std::nullopt;
  return SectionLine{*section, collapse_spaces(rest)};
}

std::optional<CaseLine> parse_case_line(std::string_view line) {
  if (line.size() > max_header_line) return std::nullopt;
  const ParsingRules& rules = ParsingRules::builtin();
  const std::string text = collapse_spaces(rules.without_label("case_label", trim(line)));
  const auto number = rules.case_number(text);
  if (!number) return std::nullopt;
  std::string_view rest = trim(std::string_view(text).substr(number->length));
  CaseLine out{number->text, {}};
  if (rest.empty()) return out;
  if (rest.starts_with("T ")) {
    out.classification = std::string(trim(rest.substr(2)));
    if (is_classification(out.classification)) return out;
  }
  return std::nullopt;
}

std::string secrecy_line(std::string_view line) {
  const ParsingRules& rules = ParsingRules::builtin();
  if (line.size() > max_header_line) return {};
  const std::string_view words = rules.without_label("secrecy_label", trim(line));
  return rules.secret_title(words) ? collapse_spaces(words) : std::string();
}

bool is_bare_maker(std::string_view name) {
  return ParsingRules::builtin().has("bare_maker", trim(name));
}

std::optional<std::string> maker_name_language(std::string_view name) {
  const ParsingRules& rules = ParsingRules::builtin();
  auto words = split_words(trim(name));
  // "Varhaiskasvatuksen aluepäällikkö 4", "Johtava lääkäri 5.1": the number is part of the name.
  if (words.size() > 1 && is_digit(words.back().front())) words.pop_back();
  if (words.empty()) return std::nullopt;
  if (auto language = rules.maker_language(words.back())) return language;
  // "Palvelupäällikkö, työhön kuntouttavat palvelut": the office stands before the comma.
  for (const std::string_view word : words) {
    if (word.ends_with(',')) return rules.maker_language(word.substr(0, word.size() - 1));
  }
  if (words.size() > 1 && rules.has("maker_start", words.front())) return "en";  // "Director of Strategy"
  // "Svenska sektionen vid nämnden för fostran och utbildning"
  for (const std::string_view word : words) {
    if (const auto language = rules.maker_language(word); language && *language == "sv") return language;
  }
  return std::nullopt;
}

bool looks_like_maker(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.size() > max_maker_bytes || !starts_upper(line)) return false;
  if (!schema::Authority::builtin().offices_named(collapse_spaces(line)).empty()) return true;
  const auto words = split_words(line);
  if (words.size() > max_maker_words) return false;
  const bool acting = std::any_of(words.begin(), words.end(),
                                  [](std::string_view word) { return ParsingRules::builtin().has("acting", word); });
  // A stop inside is a sentence's, unless it is that of "vt."
  if (!acting && line.find_first_of(".:;!?\"") < line.size() - 1) return false;
  if (line.back() == '.' || line.back() == ':') return false;
  return maker_name_language(line).has_value();
}

std::string clean_maker_name(std::string_view name) {
  const ParsingRules& rules = ParsingRules::builtin();
  std::vector<std::string> words;
  for (const std::string_view word : split_words(name)) {
    if (rules.has("acting", word)) continue;
    // "Yritystontit -tiimin": one word before the hyphen takes it, a phrase keeps the space.
    if (words.size() == 1 && word.size() > 1 && word.front() == '-' && starts_lower(word.substr(1))) {
      words.back() += word;
    } else {
      words.emplace_back(word);
    }
  }
  if (!words.empty() && is_all_capitals(name)) {
    for (std::string& word : words) word = stemmers::to_lower(word);  // "KAUPUNGINHALLITUS"
  }
  if (!words.empty()) words.back() = rules.indefinite(words.back());
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  while (!out.empty() && (out.back() == ',' || out.back() == ':')) out.pop_back();
  const std::string_view bare = rules.without_city(out);
  if (bare.size() < out.size() && !schema::Authority::builtin().offices_named(bare).empty()) out = std::string(bare);
  return stemmers::capitalize(out);
}

}  // namespace pykala::indexer
