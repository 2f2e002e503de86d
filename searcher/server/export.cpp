// SPDX-License-Identifier: GPL-2.0-or-later
// A whole result as CSV or JSON Lines, however long: the documents are chosen at once, read and written piece by piece.
// A decision that is removed while its line is awaited is left out; one that is replaced comes as it is now.
#include <algorithm>
#include <memory>
#include <sstream>

#include "indexer/error.h"
#include "indexer/exchange.h"
#include "searcher/citations.h"
#include "searcher/match_set.h"
#include "searcher/filters.h"
#include "searcher/following.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/render.h"
#include "searcher/request_problem.h"
#include "searcher/server/api.h"
#include "searcher/server/request_parameters.h"
#include "searcher/value_notes.h"

namespace pykala::searcher::server {
namespace {

using Documents = std::vector<Xapian::docid>;

constexpr std::size_t piece_documents = 50;

/// Every document of a result: newest first, or in the order asked for; without a date or sum last.
Documents chosen_documents(Index& index, const Request& request) {
  const BuiltQuery built = build_query(parse_query(request.query, request.lang), index, request.lang);
  Documents documents =
      match_set(with_filters(built.query, meant_filters(request.filters, index), index), index.database()).documents();
  const NumberColumn& numbers = index.numbers(request.sort == Sort::amount ? schema::Slot::amount : schema::Slot::date);
  const bool oldest = request.sort == Sort::oldest;
  std::stable_sort(documents.begin(), documents.end(), [&](Xapian::docid a, Xapian::docid b) {
    const double first = numbers.of(a), second = numbers.of(b);
    if (first == NumberColumn::unknown || second == NumberColumn::unknown) return first > second;
    return oldest ? first < second : first > second;
  });
  return documents;
}

std::optional<schema::Decision> decision_of(Index& index, Xapian::docid id) {
  return following(index, [&]() -> std::optional<schema::Decision> {
    try {
      return index.decision(id);
    } catch (const Xapian::DocNotFoundError&) {
      const auto now = index.moved(id);
      return now ? std::optional(index.decision(*now)) : std::nullopt;
    }
  });
}

/// Writes some decisions; `first`: of the whole export.
using Write = std::string (*)(std::vector<schema::Decision> decisions, bool first);

std::string write_lines(std::vector<schema::Decision> decisions, bool /*first*/) {
  std::string out;
  for (const schema::Decision& decision : decisions) out += schema::to_exchange(decision) + "\n";
  return out;
}

std::string write_csv(std::vector<schema::Decision> decisions, bool first) {
  Response response;
  for (schema::Decision& decision : decisions) {
    Hit hit;
    hit.title = shown_title(decision);
    hit.decision = std::move(decision);
    response.hits.push_back(std::move(hit));
  }
  std::ostringstream out;
  render_csv(response, CsvSeparator::semicolon, out);
  std::string text = out.str();
  return first ? text : text.substr(text.find('\n') + 1);  // the names of the columns stand once
}

Handler exporter(Write write, const char* content_type, const char* name) {
  return [=](const HttpRequest& http, Index& index) {
    refuse_parameters(
        http.parameters,
        {"limit", "offset", "page", "facets", "snippet_length", "collapse", "similar_to", "amount_statistics"},
        "an export is every decision of a search; for the rest ask /api/search");
    if (parameter(http.parameters, "sort") == "relevance") {
      throw schema::Error(schema::ErrorCode::bad_request, "an export is not sorted by relevance",
                          "one of: newest, oldest, amount", "/sort");
    }
    const Request request = request_from_parameters(http.parameters);
    check_ranges(request);
    auto documents =
        std::make_shared<const Documents>(following(index, [&] { return chosen_documents(index, request); }));
    const auto at = std::make_shared<std::size_t>(0);
    const std::string numbering = index.numbering();
    HttpResponse response{200, content_type, write({}, true), {}, {}};
    response.headers.push_back({"Content-Disposition", "attachment; filename=\"" + std::string(name) + "\""});
    response.stream = [=](Index& reader) {
      std::string piece;
      while (piece.empty() && *at < documents->size()) {  // all of a piece may have been removed
        std::vector<schema::Decision> decisions;
        const std::size_t end = std::min(*at + piece_documents, documents->size());
        for (; *at < end; ++*at) {
          if (auto decision = decision_of(reader, (*documents)[*at])) decisions.push_back(std::move(*decision));
        }
        if (reader.numbering() != numbering) {
          throw schema::Error(schema::ErrorCode::unavailable, "the index was written anew under an export",
                              "ask for it again");
        }
        piece = write(std::move(decisions), false);
      }
      return piece;
    };
    return response;
  };
}

}  // namespace

void add_export(Router& router) {
  router.add("GET", "/export.csv", exporter(write_csv, "text/csv; charset=utf-8; header=present", "paatokset.csv"));
  router.add("GET", "/export.jsonl", exporter(write_lines, "application/jsonl", "paatokset.jsonl"));
}

}  // namespace pykala::searcher::server
