// SPDX-License-Identifier: GPL-2.0-or-later
// Finds a field by any of its names, with or without dots.
#include "indexer/schema.h"

#include <string>

#include "stemmers/unicode.h"

namespace pykala::schema {

namespace {

/// "päättäjä" -> "paattaja": people type names without dots. Lower-case NFC in.
std::string without_dots(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto letter = name.substr(at, 2);
    const bool dotted = letter == "ä" || letter == "å" || letter == "ö";
    plain += !dotted ? name[at] : letter == "ö" ? 'o' : 'a';
    if (dotted) ++at;
  }
  return plain;
}

}  // namespace

const FieldRow* find_field(std::string_view name) {
  if (name.empty() || !stemmers::is_valid_utf8(name)) return nullptr;
  const std::string lower = without_dots(stemmers::to_lower(stemmers::to_nfc(name)));
  for (const FieldRow& row : fields) {
    for (const std::string_view own : {row.name, row.name_fi, row.name_sv}) {
      if (lower == without_dots(own)) return &row;
    }
  }
  return nullptr;
}

}  // namespace pykala::schema
