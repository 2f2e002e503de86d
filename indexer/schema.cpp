// SPDX-License-Identifier: GPL-2.0-or-later
// Finds a field by any of its names.
#include "indexer/schema.h"

#include "stemmers/unicode.h"

namespace pykala::schema {

const FieldRow* find_field(std::string_view name) {
  if (name.empty() || !stemmers::is_valid_utf8(name)) return nullptr;
  const std::string lower = stemmers::to_lower(stemmers::to_nfc(name));
  for (const FieldRow& row : fields) {
    if (lower == row.name || lower == row.name_fi || lower == row.name_sv) return &row;
  }
  return nullptr;
}

}  // namespace pykala::schema
