// SPDX-License-Identifier: GPL-2.0-or-later
// The tree as text.
#include "searcher/query.h"

namespace pykala::searcher {
namespace {

const char* name_of(QueryKind kind) {
  switch (kind) {
    case QueryKind::everything:
      return "everything";
    case QueryKind::words:
      return "words";
    case QueryKind::exact:
      return "exact";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::pattern:
      return "pattern";
    case QueryKind::field:
      return "field";
    case QueryKind::sequence:
      return "sequence";
    case QueryKind::all_of:
      return "and";
    case QueryKind::any_of:
      return "or";
    case QueryKind::except:
      return "not";
  }
  return "";
}

}  // namespace

std::string to_string(const Query& query) {
  std::string out = std::string("(") + name_of(query.kind);
  if (query.kind == QueryKind::field) out += " " + std::string(schema::field(query.field).name);
  if (!query.text.empty()) out += " \"" + query.text + "\"";
  for (const Query& child : query.children) out += " " + to_string(child);
  return out + ")";
}

}  // namespace pykala::searcher
