// SPDX-License-Identifier: GPL-2.0-or-later
// A key and a language in, words out. Private here: the table, read once from the embedded file.
#include "searcher/page/texts.h"

#include <array>
#include <map>
#include <stdexcept>

#include "data/embedded.h"
#include "searcher/format.h"
#include "searcher/wording.h"

namespace pykala::searcher::page {
namespace {

using Row = std::array<std::string, 3>;

struct Table {
  std::map<std::string, Row, std::less<>> rows;
  std::vector<std::string> keys;
};

Table read_table() {
  Table table;
  std::string_view rest = data::embedded_file("web/texts.tsv");
  rest.remove_prefix(rest.find('\n') + 1);  // names of the columns
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    std::array<std::string, 4> cells;
    for (std::string& cell : cells) {
      cell = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), cell.size() + 1));
      if (cell.empty()) throw std::logic_error("web/texts.tsv: an empty cell in the row of \"" + cells[0] + "\"");
    }
    table.keys.push_back(cells[0]);
    if (!table.rows.emplace(cells[0], Row{cells[1], cells[2], cells[3]}).second) {
      throw std::logic_error("web/texts.tsv: \"" + cells[0] + "\" stands twice");
    }
  }
  return table;
}

const Table& table() {
  static const Table read = read_table();
  return read;
}

/// "1234567" -> "1 234 567".
std::string grouped(std::string digits, std::string_view mark) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, mark);
  }
  return digits;
}

constexpr std::string_view no_break_space = "\xC2\xA0";

}  // namespace

const std::string& text(std::string_view key, UiLanguage lang) {
  const auto found = table().rows.find(key);
  if (found == table().rows.end()) throw std::logic_error("web/texts.tsv has no \"" + std::string(key) + "\"");
  return found->second[static_cast<std::size_t>(lang)];
}

std::string text_with(std::string_view key, UiLanguage lang, std::string_view first, std::string_view second) {
  return filled(text(key, lang), first, second);
}

std::string counted(std::string_view key, std::size_t count, UiLanguage lang) {
  if (count == 1) return text(std::string(key) + "_one", lang);
  return text_with(std::string(key) + "_many", lang, number(count, lang));
}

const std::vector<std::string>& text_keys() {
  return table().keys;
}

std::string_view code_of(UiLanguage lang) {
  constexpr std::array<std::string_view, 3> codes{"fi", "sv", "en"};
  return codes[static_cast<std::size_t>(lang)];
}

std::string number(std::size_t count, UiLanguage lang) {
  return grouped(std::to_string(count), lang == UiLanguage::en ? "," : no_break_space);
}

std::string date(std::string_view iso_date, UiLanguage lang) {
  if (lang != UiLanguage::en) return finnish_date(iso_date);
  constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  if (iso_date.size() != 10) return std::string(iso_date);
  const int month = (iso_date[5] - '0') * 10 + (iso_date[6] - '0');
  if (month < 1 || month > 12) return std::string(iso_date);
  const std::string_view day = iso_date.substr(iso_date[8] == '0' ? 9 : 8);
  return std::string(day) + std::string(no_break_space) + std::string(months[static_cast<std::size_t>(month - 1)]) +
         " " + std::string(iso_date.substr(0, 4));
}

std::string sum(std::int64_t cents, std::string_view currency, UiLanguage lang) {
  if (lang != UiLanguage::en || currency != "EUR" || cents < 0) return money(cents, currency);
  std::string out = "€" + number(static_cast<std::size_t>(cents / 100), lang);
  const auto rest = cents % 100;
  if (rest != 0) out += "." + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
  return out;
}

}  // namespace pykala::searcher::page
