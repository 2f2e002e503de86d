// SPDX-License-Identifier: GPL-2.0-or-later
// Request: what is asked, as plain data. The JSON protocol and the command line both make one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/limits.h"

namespace pykala::searcher {

/// Language of labels and messages, not of the documents.
enum class UiLanguage : std::uint8_t { fi, sv, en };

enum class Sort : std::uint8_t { relevance, newest, oldest, amount };

/// One filter: any of `values` (nullopt: unknown), or a range. Between filters AND holds.
struct Filter {
  schema::FieldId field = schema::FieldId::year;
  std::vector<std::optional<std::string>> values;  ///< keys as in keys.h
  std::optional<std::string> from;                 ///< date filter: ISO dates, inclusive; amount filter: cents
  std::optional<std::string> to;
};

struct FacetRequest {
  schema::FieldId field = schema::FieldId::year;
  std::size_t limit = 10;  ///< most values to give
  std::string contains{};  ///< only values with a name that contains this, case and dots aside; empty: all
};

enum class Collapse : std::uint8_t {
  none,
  by_case,  ///< "case" in JSON: one hit for each case, the first in the order asked for
};

struct Request {
  std::string query;  ///< empty: everything
  std::vector<Filter> filters;
  Sort sort = Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::vector<FacetRequest> facets;
  bool amount_statistics = false;
  std::size_t snippet_length = 240;  ///< code points; 0: no snippets
  UiLanguage lang = UiLanguage::fi;
  std::size_t most_ms = max_query_ms;  ///< time to answer; not in the protocol
  Collapse collapse = Collapse::none;
  std::optional<std::string> similar_to;       ///< id of a decision whose precedents are asked for
  std::optional<std::string> similar_to_text;  ///< the same for a draft; not both
  bool earlier_only = true;                    ///< of precedents: only decisions before it
};

}  // namespace pykala::searcher
