// SPDX-License-Identifier: GPL-2.0-or-later
// Values in, names from the lists of data/authority and the table of our own values out.
#include "searcher/value_names.h"

#include <algorithm>

#include "indexer/authority.h"
#include "searcher/edit_distance.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

void append_utf8(std::string& out, char32_t point) {
  const auto byte = [&out](char32_t bits) { out += static_cast<char>(bits); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | (point >> 6));
  } else if (point < 0x10000) {
    byte(0xE0 | (point >> 12));
    byte(0x80 | ((point >> 6) & 0x3F));
  } else {
    byte(0xF0 | (point >> 18));
    byte(0x80 | ((point >> 12) & 0x3F));
    byte(0x80 | ((point >> 6) & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
}

void add_sector_names(const std::string& id, std::vector<std::string>& names) {
  for (const Office& office : Authority::builtin().offices()) {
    if (office.sector_id != id) continue;
    names.insert(names.end(), {office.sector_fi, office.sector_sv});
    return;
  }
}

}  // namespace

bool is_unknown_name(std::string_view text) {
  const std::string name = folded(text);
  return std::find(unknown_names.begin(), unknown_names.end(), name) != unknown_names.end();
}

std::string folded(std::string_view text) {
  return stemmers::to_lower(stemmers::to_nfc(stemmers::repair_utf8(text)));
}

std::string plain(std::string_view text) {
  std::string out;
  for (const char32_t point : code_points(folded(text))) append_utf8(out, without_marks(point));
  return out;
}

std::vector<std::string> names_of_value(FieldId id, const std::string& value, const std::string& maker_name) {
  std::vector<std::string> names{value};
  for (const NamedValue& named : named_values) {
    if (named.field == id && named.value == value) names.insert(names.end(), named.labels.begin(), named.labels.end());
  }
  const Authority& authority = Authority::builtin();
  if (id == FieldId::decision_maker) {
    names.push_back(maker_name);
    if (const Office* office = authority.office(value)) {
      names.insert(names.end(), {office->name_fi, office->name_sv});
    }
  } else if (id == FieldId::funder || id == FieldId::mentioned) {
    if (const FunderName* funder = authority.funder(value)) {
      names.insert(names.end(), {funder->name_fi, funder->name_sv, funder->name_en});
      names.insert(names.end(), funder->abbreviations.begin(), funder->abbreviations.end());
    }
  } else if (id == FieldId::sector) {
    add_sector_names(value, names);
  } else if (id == FieldId::classification) {
    names.push_back(authority.classification_title(value).value_or(""));
  }
  std::erase(names, "");
  return names;
}

}  // namespace pykala::searcher
