// SPDX-License-Identifier: GPL-2.0-or-later
// Response: what is answered, as plain data. Text in it is never markup; highlights are ranges of Unicode code points,
// [begin, end), of the text beside them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/decision.h"
#include "indexer/schema.h"

namespace pykala::searcher {

using Highlights = std::vector<std::pair<std::size_t, std::size_t>>;

struct Snippet {
  std::string text;  ///< one line
  Highlights highlights;
};

struct Hit {
  schema::Decision decision;  ///< without its parts
  double score = 0;
  std::string title;  ///< the decision's, else the first line of its text
  Highlights title_highlights;
  std::vector<Snippet> snippets;
  std::size_t cited_by = 0;  ///< decisions of the index that cite it
};

struct FacetValue {
  std::optional<std::string> value;  ///< nullopt: unknown
  std::string label;
  std::size_t count = 0;
  bool selected = false;  ///< stands in the request's filter
};

struct Facet {
  schema::FieldId field = schema::FieldId::year;
  std::vector<FacetValue> values;
};

struct Response {
  std::size_t total = 0;  ///< exact
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<std::string> notes;  ///< what a person should know of how the query was read
};

}  // namespace pykala::searcher
