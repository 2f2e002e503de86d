// SPDX-License-Identifier: GPL-2.0-or-later
// Query: what a person typed, as a tree. Independent of any index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace pykala::searcher {

enum class QueryKind : std::uint8_t {
  everything,  ///< nothing was typed
  words,       ///< a run of plain words, analysed together: text = "vapaaehtoistyön koordinointi"
  exact,       ///< =word
  phrase,      ///< "these words"
  pattern,     ///< word*, *word, wo*rd; text = with its stars
  field,       ///< field:value; text = the value
  sequence,    ///< items side by side: any of the words, all of the rest
  all_of,      ///< AND
  any_of,      ///< OR
  except,      ///< first child without the second; with one child: everything without it
};

struct Query {
  QueryKind kind = QueryKind::everything;
  std::string text;
  schema::FieldId field = schema::FieldId::title;
  std::vector<Query> children;
  std::size_t begin = 0;  ///< code points of the typed text, [begin, end)
  std::size_t end = 0;
};

/// The tree as text, for tests and `explain`: `(and (words "a b") (phrase "c d"))`.
[[nodiscard]] std::string to_string(const Query& query);

}  // namespace pykala::searcher
