// SPDX-License-Identifier: GPL-2.0-or-later
// Lists of data/authority in, groups of names out. Private: the columns, and which long names of a funder are the
// funder itself.
#include "searcher/same_names.h"

#include <algorithm>
#include <map>

#include "data/embedded.h"
#include "indexer/authority.h"
#include "indexer/error.h"

namespace pykala::searcher {
namespace {

using schema::Authority;
using stemmers::Language;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

void add_name(NameGroup& group, const std::string& text, Language language, bool abbreviation = false,
              bool asked_only = false) {
  const auto same = [&](const SameName& name) { return name.text == text; };
  if (text.empty() || std::any_of(group.names.begin(), group.names.end(), same)) return;
  group.names.push_back({text, language, abbreviation, asked_only});
}

std::string_view last_word(std::string_view name) {
  return name.substr(name.rfind(' ') + 1);
}

/// "sosiaalirahasto" is the fund, "Kunta-Helmi" only money of the ministry: the same last word tells.
bool ends_like_official(const schema::FunderName& funder, std::string_view name) {
  return last_word(name) == last_word(funder.name_fi) || last_word(name) == last_word(funder.name_sv);
}

/// Not "Euroopan unioni", whose row stands for its money that no fund is named for.
bool is_named(const schema::FunderName& funder) {
  return !funder.abbreviations.empty() ||
         std::find(funder.long_names.begin(), funder.long_names.end(), funder.name_fi) != funder.long_names.end();
}

NameGroup group_of(const schema::FunderName& funder) {
  NameGroup group;
  group.funder = funder.id;
  for (const std::string& text : funder.abbreviations) add_name(group, text, Language::finnish, true);
  add_name(group, funder.name_fi, Language::finnish);
  add_name(group, funder.name_sv, Language::swedish);
  add_name(group, funder.name_en, Language::english);
  for (const std::string& text : funder.long_names) {
    if (ends_like_official(funder, text)) add_name(group, text, Language::finnish, false, true);
  }
  return group;
}

/// The cells of each line after the first, which names the columns.
std::vector<std::vector<std::string>> rows_of(std::string_view tsv, std::size_t columns, const char* file) {
  std::vector<std::vector<std::string>> rows;
  std::size_t number = 0;
  for (const std::string& line : split(tsv, '\n')) {
    if (++number == 1 || line.empty()) continue;
    rows.push_back(split(line, '\t'));
    if (rows.back().size() != columns) {
      throw schema::Error(schema::ErrorCode::bad_data,
                          std::string(file) + " line " + std::to_string(number) + ": " +
                              std::to_string(rows.back().size()) + " cells, " + std::to_string(columns) + " columns",
                          "separate the cells by one tab each");
    }
  }
  return rows;
}

std::vector<NameGroup> maker_groups() {
  std::map<std::string, NameGroup> by_name;
  for (const auto& row : rows_of(data::embedded_file("authority/maker_abbreviations.tsv"), 2, "maker_abbreviations")) {
    NameGroup& group = by_name[row[1]];
    add_name(group, row[0], Language::finnish, true);
    add_name(group, row[1], Language::finnish);
    for (const schema::Office* office : Authority::builtin().offices_named(row[1])) {
      add_name(group, office->name_sv, Language::swedish);
    }
  }
  std::vector<NameGroup> out;
  for (auto& [name, group] : by_name) out.push_back(std::move(group));
  return out;
}

}  // namespace

std::vector<NameGroup> read_abbreviations(std::string_view tsv) {
  std::vector<NameGroup> out;
  for (const auto& row : rows_of(tsv, 4, "abbreviations")) {
    NameGroup group;
    group.one_meaning = false;
    for (const std::string& text : split(row[0], '|')) add_name(group, text, Language::finnish, true);
    for (const std::string& text : split(row[1], '|')) add_name(group, text, Language::finnish);
    for (const std::string& text : split(row[2], '|')) add_name(group, text, Language::swedish);
    out.push_back(std::move(group));
  }
  return out;
}

const std::vector<NameGroup>& name_groups() {
  static const std::vector<NameGroup> groups = [] {
    std::vector<NameGroup> out = read_abbreviations(data::embedded_file("authority/abbreviations.tsv"));
    for (NameGroup& group : maker_groups()) out.push_back(std::move(group));
    for (const schema::FunderName& funder : Authority::builtin().funders()) {
      if (is_named(funder)) out.push_back(group_of(funder));
    }
    return out;
  }();
  return groups;
}

}  // namespace pykala::searcher
