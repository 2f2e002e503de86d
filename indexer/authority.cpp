// SPDX-License-Identifier: GPL-2.0-or-later
// Tab-separated lists in, look-up tables out. The first line of a file names its columns; their order is free.
#include "indexer/authority.h"

#include <algorithm>
#include <bitset>
#include <functional>

#include "data/embedded.h"
#include "indexer/error.h"

namespace pykala::schema {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (true) {
    const auto end = text.find(separator, begin);
    out.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

std::vector<std::string> split_names(const std::string& text) {
  std::vector<std::string> out;
  for (std::string& name : split(text, '|')) {
    if (!name.empty()) out.push_back(std::move(name));
  }
  return out;
}

/// One row, asked by column name.
class Row {
 public:
  Row(const std::vector<std::string>& columns, const std::vector<std::string>& cells)
      : columns_(columns), cells_(cells) {}
  const std::string& operator[](std::string_view column) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == column) return cells_[i];
    }
    throw Error(ErrorCode::bad_data, "authority list has no column " + std::string(column));
  }

 private:
  const std::vector<std::string>& columns_;
  const std::vector<std::string>& cells_;
};

void for_each_row(std::string_view file, const char* name, const std::function<void(const Row&)>& use) {
  std::vector<std::string> columns;
  std::size_t line_number = 0;
  for (std::string& line : split(file, '\n')) {
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    auto cells = split(line, '\t');
    if (columns.empty()) {
      columns = std::move(cells);
      continue;
    }
    if (cells.size() != columns.size()) {
      throw Error(ErrorCode::bad_data,
                  std::string(name) + " line " + std::to_string(line_number) + ": " + std::to_string(cells.size()) +
                      " cells, " + std::to_string(columns.size()) + " columns",
                  "separate the cells by one tab each");
    }
    use(Row(columns, cells));
  }
}

/// "kansliapäällikkö" at the beginning of a sentence is "Kansliapäällikkö": the key ignores the first letter's case,
/// for a-z and the Finnish å ä ö (two bytes, 0xC3 and 0x85/0x84/0x96 in upper case).
std::string name_key(std::string_view name) {
  std::string key(name);
  if (key.empty()) return key;
  if (key[0] >= 'A' && key[0] <= 'Z') {
    key[0] = static_cast<char>(key[0] - 'A' + 'a');
  } else if (key.size() > 1 && key[0] == '\xC3' && (key[1] == '\x84' || key[1] == '\x85' || key[1] == '\x96')) {
    key[1] = static_cast<char>(key[1] + 0x20);
  }
  return key;
}

}  // namespace

const Authority& Authority::builtin() {
  static const Authority authority(data::embedded_file("authority/offices.tsv"),
                                   data::embedded_file("authority/classification.tsv"),
                                   data::embedded_file("authority/funders.tsv"));
  return authority;
}

Authority::Authority(std::string_view offices_tsv, std::string_view classification_tsv, std::string_view funders_tsv) {
  for_each_row(offices_tsv, "offices.tsv", [this](const Row& row) {
    offices_.push_back({row["id"], row["name_fi"], row["name_sv"], row["type"], row["sector_id"], row["sector_fi"],
                        row["sector_sv"], row["parent_id"], row["parent_fi"], row["formed"], row["dissolved"]});
  });
  for (std::size_t i = 0; i < offices_.size(); ++i) {
    const Office& office = offices_[i];
    office_by_id_.emplace(office.id, i);
    office_by_name_.emplace(name_key(office.name_fi), i);
    if (!office.name_sv.empty() && office.name_sv != office.name_fi)
      office_by_name_.emplace(name_key(office.name_sv), i);
  }
  for_each_row(classification_tsv, "classification.tsv",
               [this](const Row& row) { classification_.emplace(row["code"], row["title_fi"]); });
  for_each_row(funders_tsv, "funders.tsv", [this](const Row& row) {
    funder_by_id_.emplace(row["id"], funders_.size());
    funders_.push_back({row["id"], row["name_fi"], row["name_sv"], row["name_en"], row["kind"],
                        split_names(row["abbreviations"]), split_names(row["long_names"])});
  });
}

const Office* Authority::office(std::string_view id) const {
  const auto found = office_by_id_.find(std::string(id));
  return found == office_by_id_.end() ? nullptr : &offices_[found->second];
}

std::vector<const Office*> Authority::offices_named(std::string_view name) const {
  std::vector<const Office*> out;
  const auto [begin, end] = office_by_name_.equal_range(name_key(name));
  for (auto it = begin; it != end; ++it) out.push_back(&offices_[it->second]);
  return out;
}

const FunderName* Authority::funder(std::string_view id) const {
  const auto found = funder_by_id_.find(std::string(id));
  return found == funder_by_id_.end() ? nullptr : &funders_[found->second];
}

std::optional<std::string> Authority::classification_title(std::string_view code) const {
  const auto found = classification_.find(std::string(code));
  if (found == classification_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string_view> maker_called(std::string_view abbreviation) {
  static const std::unordered_map<std::string_view, std::string_view> table = [] {
    std::unordered_map<std::string_view, std::string_view> out;
    for (const std::string_view line : data::embedded_lines("authority/maker_abbreviations.tsv")) {
      if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos)
        out.emplace(line.substr(0, tab), line.substr(tab + 1));
    }
    return out;
  }();
  // Nearly every word of a text begins with a small letter, no abbreviation does.
  static const std::bitset<256> first_bytes = [] {
    std::bitset<256> out;
    for (const auto& row : table)
      if (!row.first.empty()) out.set(static_cast<unsigned char>(row.first[0]));
    return out;
  }();
  if (abbreviation.empty() || !first_bytes.test(static_cast<unsigned char>(abbreviation[0]))) return std::nullopt;
  const auto found = table.find(abbreviation);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pykala::schema
