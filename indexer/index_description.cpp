// SPDX-License-Identifier: GPL-2.0-or-later
// Compares, and explains a difference.
#include "indexer/index_description.h"

#include "indexer/error.h"
#include "indexer/schema.h"

namespace pykala::schema {

void check_description(const std::string& index_schema, const std::string& index_analyzer,
                       const std::string& analyzer_id, const std::string& path) {
  if (index_schema.empty()) {
    throw Error(ErrorCode::no_index,
                path + ": a Xapian database, but not made by pykala-index, or its first run did not get far",
                "make an index with: pykala-index update NEW_FOLDER SOURCE... (or the same folder, if that was run)");
  }
  const std::string remedy = "make it anew with: pykala-index update NEW_FOLDER SOURCE...";
  if (index_schema != std::to_string(schema_version)) {
    throw Error(
        ErrorCode::index_version,
        path + ": index of schema version " + index_schema + ", this program needs " + std::to_string(schema_version),
        remedy);
  }
  if (index_analyzer != analyzer_id) {
    throw Error(ErrorCode::index_version,
                path + ": index made by another analyser (\"" + index_analyzer + "\"), this program has \"" +
                    analyzer_id + "\"",
                remedy);
  }
}

}  // namespace pykala::schema
