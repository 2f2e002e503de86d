// SPDX-License-Identifier: GPL-2.0-or-later
// Pages: plain data in, HTML out. Without a socket and without an index, so that a test can call each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"
#include "indexer/error.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher::page {

/// What a page asks of the search beside what its address says: facets, snippets, and the newest first when nothing was
/// typed, as there is nothing to be relevant to.
[[nodiscard]] Request page_request(const Request& asked, UiLanguage lang);

/// `asked`: what the address says; `response`: the answer to page_request(asked).
[[nodiscard]] std::string search_page(const Request& asked, const Response& response, UiLanguage lang);

/// The search page when the search could not be made: what was typed stays in the box.
[[nodiscard]] std::string search_error_page(const std::string& query, const schema::Error& error, UiLanguage lang);

/// A draft on the desk, as its form sends it.
struct Draft {
  std::string text;
  bool all = false;  ///< every precedent, not only the best
};

/// What a draft's precedents are asked with: the same limits as the API's similar_to_text.
[[nodiscard]] Request draft_request(const Draft& draft, UiLanguage lang);

/// The form for a draft. `response`: its precedents, nullptr when there is none yet; `error`: why it could not be read.
[[nodiscard]] std::string draft_page(const Draft& draft, const Response* response, const schema::Error* error,
                                     UiLanguage lang);

/// A decision that a decision page leads to.
struct Link {
  std::string id;                    ///< empty: it is not known which document it is
  std::string title;                 ///< empty: only `where` is known
  std::string where;                 ///< "Kansliapäällikkö 17.5.2017, 17 §"
  std::string query;                 ///< without an id: the search that would find it; may be empty
  std::vector<std::string> reasons;  ///< why it is here, in words
};

/// What stands around a decision.
struct Surroundings {
  std::vector<Link> cites;
  std::vector<Link> cited_by;
  std::size_t cited_by_total = 0;
  std::vector<Link> precedents;
};

[[nodiscard]] std::string decision_page(const schema::Decision& decision, const Surroundings& surroundings,
                                        UiLanguage lang);

/// The query language, from the table of fields.
[[nodiscard]] std::string help_page(UiLanguage lang);

/// `feedback`: an address of e-mail or a web page that answers; empty: none is told.
[[nodiscard]] std::string accessibility_page(const std::string& feedback, UiLanguage lang);

/// Nothing there, or the service cannot answer. `status`: 404, 503 ...
[[nodiscard]] std::string error_page(const schema::Error& error, int status, UiLanguage lang);

}  // namespace pykala::searcher::page
