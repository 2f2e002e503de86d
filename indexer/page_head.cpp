// SPDX-License-Identifier: GPL-2.0-or-later
// One line in; whether it belongs to a page's head, and the numbers that such lines state, out. The phrases are those
// of ParsingRules; the shapes of numbers and codes are private.
#include "indexer/page_head.h"

#include <algorithm>
#include <vector>

#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_head_bytes = 160;

/// "Kj/7", "Sotep/1", "Kv Asia/6": the section of the agenda, shortened, and the item's number there.
bool is_item_code(std::string_view line) {
  const auto slash = line.find('/');
  if (slash == std::string_view::npos || slash < 2 || slash > 24 || !starts_upper(line)) return false;
  const std::string_view code = line.substr(0, slash);
  const auto words = split_words(code);
  const bool letters = std::none_of(code.begin(), code.end(), [](char c) {
    return is_digit(c) || std::string_view(".,:;()§-").find(c) != std::string_view::npos;
  });
  std::size_t at = slash + 1;
  return letters && words.size() <= 2 && ends_with_letter(code) && scan_number(line, at, 3) && at == line.size();
}

/// "Päätös", "Helsingin kaupunki Pöytäkirja": words of the list `paper`, perhaps after the city's name.
bool is_paper(std::string_view text) {
  const ParsingRules& rules = ParsingRules::builtin();
  if (rules.has("paper", text)) return true;
  for (auto space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    if (rules.has("paper", text.substr(space + 1)) && rules.is_furniture(text.substr(0, space), true)) return true;
  }
  return false;
}

/// The cells of a page's head in one line, with single spaces: "Esityslista 14/2022", "Helsingin kaupunki Pöytäkirja
/// 18/2014 1 (2)". At least one of them is a phrase.
bool is_row_of_head(const std::vector<std::string_view>& words) {
  constexpr std::size_t most_words = 10, longest_cell = 4;
  if (words.size() < 2 || words.size() > most_words) return false;
  bool phrase = false;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = std::min(words.size(), begin + longest_cell);
    for (; end > begin; --end) {
      const std::string_view last = words[end - 1];
      const std::string_view cell(words[begin].data(),
                                  static_cast<std::size_t>(last.data() + last.size() - words[begin].data()));
      const bool furniture = ParsingRules::builtin().is_furniture(cell, true);
      phrase = phrase || furniture;
      if (furniture || is_page_number(cell)) break;
    }
    if (end == begin) return false;
    begin = end;
  }
  return phrase;
}

}  // namespace

std::optional<int> scan_section(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  if (text.substr(end).starts_with(section_sign)) {
    end += section_sign.size();
    skip_spaces(text, end);
    const auto number = scan_number(text, end, 5);
    if (number) at = end;
    return number;
  }
  const auto number = scan_number(text, end, 5);
  if (!number) return std::nullopt;
  skip_spaces(text, end);
  if (!text.substr(end).starts_with(section_sign)) return std::nullopt;
  at = end + section_sign.size();
  return number;
}

bool is_page_number(std::string_view line) {
  line = trim(line);
  std::size_t at = 0;
  const bool dashed = line.starts_with("- ");
  if (dashed) at = 2;
  if (!scan_number(line, at, 3)) return false;
  skip_spaces(line, at);
  if (dashed) return line.substr(at) == "-";
  if (at >= line.size() || (line[at] != '(' && line[at] != '/')) return false;
  const bool open = line[at++] == '(';
  skip_spaces(line, at);
  if (!scan_number(line, at, 4)) return false;
  return line.substr(at) == (open ? ")" : "");
}

std::optional<int> item_number(std::string_view line) {
  line = trim(line);
  if (line.ends_with('.')) line.remove_suffix(1);
  std::size_t at = 0;
  const auto number = scan_number(line, at, 3);
  return at == line.size() ? number : std::nullopt;
}

std::optional<int> section_of_paper(std::string_view line) {
  if (line.size() > max_head_bytes) return std::nullopt;
  const std::string text = collapse_spaces(line);
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    std::size_t end = at + 1;
    const auto section = scan_section(text, end);
    if (section) return end == text.size() && is_paper(std::string_view(text).substr(0, at)) ? section : std::nullopt;
  }
  return std::nullopt;
}

bool is_head_line(std::string_view line) {
  const ParsingRules& rules = ParsingRules::builtin();
  line = trim(line);
  if (line.empty() || line.size() > max_head_bytes) return false;
  if (is_page_number(line) || is_item_code(line) || rules.is_furniture(line, true)) return true;
  if (section_of_paper(line)) return true;
  return is_row_of_head(split_words(line));
}

}  // namespace pykala::indexer
