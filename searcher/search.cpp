// SPDX-License-Identifier: GPL-2.0-or-later
// The story of a search on one screen: query, ranked page, total, facets, hits.
#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/amount_statistics.h"
#include "searcher/cards.h"
#include "searcher/closeness_order.h"
#include "searcher/dash_notes.h"
#include "searcher/deadline.h"
#include "searcher/document_list.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/following.h"
#include "searcher/hits.h"
#include "searcher/match_set.h"
#include "searcher/number_order.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"
#include "searcher/request_problem.h"
#include "searcher/scorer.h"
#include "searcher/similar.h"
#include "searcher/spelling.h"
#include "searcher/value_notes.h"

namespace pykala::searcher {

using namespace schema;

namespace {

void check_request(const Request& request) {
  if (request.limit > max_window || request.offset > max_window || request.offset + request.limit > max_window) {
    fail_request(RequestProblem::past_window, request.lang, {}, "/offset", std::to_string(max_window));
  }
  check_ranges(request);
}

void set_order(Xapian::Enquire& enquire, Sort sort) {
  const auto slot = [](Slot number) { return static_cast<Xapian::valueno>(number); };
  switch (sort) {
    case Sort::relevance:
      break;
    case Sort::newest:
      enquire.set_sort_by_value_then_relevance(slot(Slot::date), true);
      break;
    case Sort::oldest:
      enquire.set_sort_by_value_then_relevance(slot(Slot::date_or_last), false);
      break;
    case Sort::amount:
      enquire.set_sort_by_value_then_relevance(slot(Slot::amount), true);
      break;
  }
}

/// Those of `documents` with all words, as far as they fill `places`; else nothing.
std::optional<DocumentSet> first_by_words(const Index& index, const Request& request, const BuiltQuery& built,
                                          std::size_t places, const DocumentSet& documents, const Deadline& deadline) {
  constexpr std::size_t worth_it = 50;  // documents: fewer are scored at once
  if (!built.first || documents.size() < worth_it) return std::nullopt;
  DocumentSet first = match_set(*built.first, index.database(), &deadline);
  first.intersect(documents);
  const bool collapsed = request.collapse == Collapse::by_case;
  if ((collapsed ? count_cards(first, index) : first.size()) < places) return std::nullopt;
  return first;
}

/// What has to be scored for the page: where all words come before fewer, or the order is by date or amount, only what
/// can stand among the first `places`.
Xapian::Query page_query(const Index& index, const Request& request, const BuiltQuery& built, Sort sort,
                         std::size_t places, const Xapian::Query& query, const DocumentSet& documents,
                         const Deadline& deadline) {
  if (sort == Sort::relevance) {
    auto first = first_by_words(index, request, built, places, documents, deadline);
    if (!first) return query;
    return {Xapian::Query::OP_FILTER, query, document_list(*std::move(first))};
  }
  const std::size_t wanted = request.offset + request.limit;
  const bool collapsed = request.collapse != Collapse::none;  // decisions behind one card would take the places
  if (wanted == 0 || collapsed || documents.size() <= wanted) return query;
  return {Xapian::Query::OP_FILTER, query, document_list(first_by_number(documents, index, sort, wanted))};
}

/// Places [first, first + size) of the result, by Xapian's matcher.
std::vector<Scored> page_by_matcher(const Index& index, const Request& request, const BuiltQuery& built, Sort sort,
                                    std::size_t first, std::size_t size, const Xapian::Query& query,
                                    const DocumentSet& documents, const Deadline& deadline) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query(
      deadline.watched(page_query(index, request, built, sort, first + size, query, documents, deadline)));
  if (built.ranked) {
    enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  set_order(enquire, sort);
  const bool collapsed = request.collapse == Collapse::by_case;
  if (collapsed) enquire.set_collapse_key(static_cast<Xapian::valueno>(Slot::card));
  const auto page = enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(size));
  std::vector<Scored> out;
  for (auto match = page.begin(); match != page.end(); ++match) out.push_back({*match, match.get_weight()});
  return out;
}

/// The hits of the page with what they scored.
std::vector<Scored> ranked_page(const Index& index, const Request& request, const BuiltQuery& built,
                                const Xapian::Query& query, const DocumentSet& documents, StoredHits& stored,
                                const Deadline& deadline) {
  // Without words there is nothing to rank by: the newest first is what a reader of an archive expects.
  const Sort sort = !built.ranked && request.sort == Sort::relevance ? Sort::newest : request.sort;
  const bool close_first =
      request.sort == Sort::relevance && built.words.size() > 1 && request.offset < proximity_window;
  const std::size_t first = close_first ? 0 : request.offset;
  const std::size_t wanted = request.offset + request.limit - first;
  const std::size_t size = close_first ? std::max(wanted, proximity_window) : wanted;
  std::vector<Scored> page;
  const bool collapsed = request.collapse == Collapse::by_case;
  const bool by_number = sort != Sort::relevance;
  const bool scored_by_parts = by_number ? (!built.parts.empty() || !built.ranked) && !collapsed : !built.parts.empty();
  if (scored_by_parts) {
    const std::size_t end = first + size;
    page = by_number ? page_by_number(built.parts, documents, sort, end, index, &deadline)
                     : best_by_score(built.parts, documents, end, collapsed, ranking_bm25, index, &deadline);
    page.erase(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(std::min(first, page.size())));
  } else {
    page = page_by_matcher(index, request, built, sort, first, size, query, documents, deadline);
  }
  return close_first ? by_closeness(index, std::move(page), built, request.offset, request.limit, stored) : page;
}

/// The typed query as Xapian's, with what there is to tell of it.
BuiltQuery read_query(const Index& index, const Request& request, const Deadline& deadline, Response& response) {
  const Query parsed = parse_query(request.query, request.lang);
  BuiltQuery built = build_query(parsed, index, request.lang, &deadline);
  response.notes = notes_on_dashes(request.query, request.lang);
  response.notes.insert(response.notes.end(), built.notes.begin(), built.notes.end());
  for (const Filter& filter : request.filters) {
    for (std::string& note : notes_on_filter(filter, index, request.lang)) response.notes.push_back(std::move(note));
  }
  if (built.ranked) response.suggestion = corrected_query(index, request.query, parsed);
  return built;
}

Response answer(const Index& index, const Request& request) {
  if (asks_similar(request)) return answer_similar(index, request);
  const Deadline deadline(std::chrono::milliseconds(request.most_ms), request.lang);
  Response response;
  response.lang = request.lang;
  const BuiltQuery built = read_query(index, request, deadline, response);
  const Xapian::Query query = with_filters(built.query, request.filters, index);
  const DocumentSet documents = match_set(query, index.database(), &deadline);
  response.total_decisions = documents.size();
  const bool collapsed = request.collapse == Collapse::by_case;
  response.total = collapsed ? count_cards(documents, index) : documents.size();
  response.also_searched = built.also_searched;
  StoredHits stored(index);
  const std::vector<Scored> page = ranked_page(index, request, built, query, documents, stored, deadline);
  const auto documents_without = [&](FieldId field) {
    return match_set(with_filters(built.query, request.filters, index, &field), index.database(), &deadline);
  };
  response.facets = count_facets(request, documents, documents_without, index);
  if (request.amount_statistics) response.amount_statistics = amount_statistics(index, documents, request.lang);
  deadline.check();
  for (const Scored& hit : page) {
    response.hits.push_back(
        make_hit(stored.take(hit.document), hit.score, built.highlight, request.snippet_length, index));
    if (collapsed) response.hits.back().case_decisions = count_case(hit.document, documents, index);
    deadline.check();
  }
  return response;
}

}  // namespace

Response search(Index& index, const Request& request) {
  check_request(request);
  const auto begin = std::chrono::steady_clock::now();
  Response response = following(index, [&] {
    Request meant = request;
    meant.filters = meant_filters(request.filters, index);
    Response answered = answer(index, meant);
    for (const Filter& filter : request.filters) {
      for (const auto& value : filter.values) {
        if (!value || value->empty()) continue;
        const auto notes = notes_on_reading(filter.field, *value, index, request.lang);
        answered.notes.insert(answered.notes.end(), notes.begin(), notes.end());
      }
    }
    return answered;
  });
  response.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return response;
}

}  // namespace pykala::searcher
