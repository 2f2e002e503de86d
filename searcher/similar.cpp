// SPDX-License-Identifier: GPL-2.0-or-later
// A request in, precedents of a decision or a draft out. Private: what is asked about, and the order of the answer.
#include "searcher/similar.h"

#include <algorithm>
#include <set>

#include "indexer/error.h"
#include "searcher/amount_statistics.h"
#include "searcher/cards.h"
#include "searcher/deadline.h"
#include "searcher/draft.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/hits.h"
#include "searcher/precedent_reasons.h"
#include "searcher/query_parser.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr std::size_t max_shown_words = 12;

PrecedentSource source_of(const Index& index, const Request& request) {
  if (request.similar_to_text)
    return precedent_source(read_draft(*request.similar_to_text, index), std::nullopt, index);
  const auto document = index.find(*request.similar_to);
  if (!document) {
    throw Error(ErrorCode::not_found, "no decision has the id \"" + *request.similar_to + "\"",
                "ids stand in the hits of a search", "/similar_to");
  }
  return precedent_source(index.decision(*document), document, index);
}

/// Newest, oldest or largest first; unknown last. Equal ones stay in the order of their scores.
void sort_by_value(std::vector<Precedent>& found, Sort sort, const Index& index) {
  if (sort == Sort::relevance) return;
  const Slot slot = sort == Sort::oldest ? Slot::date_or_last : sort == Sort::newest ? Slot::date : Slot::amount;
  std::vector<std::pair<std::string, Precedent>> keyed;
  for (const Precedent& each : found) {
    const Xapian::Document document = index.database().get_document(each.document);
    keyed.emplace_back(document.get_value(static_cast<Xapian::valueno>(slot)), each);
  }
  const bool ascending = sort == Sort::oldest;
  std::stable_sort(keyed.begin(), keyed.end(), [ascending](const auto& a, const auto& b) {
    return ascending ? a.first < b.first : a.first > b.first;
  });
  std::transform(keyed.begin(), keyed.end(), found.begin(), [](const auto& each) { return each.second; });
}

DocumentSet documents_of(const std::vector<Precedent>& found, const Index& index) {
  DocumentSet documents(index.database().get_lastdocid());
  for (const Precedent& each : found) documents.add(each.document);
  return documents;
}

void keep_first_of_cards(std::vector<Precedent>& found, const Index& index) {
  const CardColumn& cards = index.cards();
  std::set<std::uint32_t> seen;
  std::erase_if(found, [&](const Precedent& each) { return !seen.insert(cards.of(each.document)).second; });
}

SimilarTo shown_source(const PrecedentSource& source) {
  SimilarTo shown{source.decision, {}};
  shown.decision.parts.clear();
  shown.words = telling_words(source, max_shown_words, [](const std::string&) { return true; });
  return shown;
}

HighlightTerms highlight_of(const PrecedentSource& source, HighlightTerms highlight) {
  for (const MatterTerm& term : source.terms) highlight.lemmas.insert(term.lemma);
  return highlight;
}

}  // namespace

bool asks_similar(const Request& request) {
  return request.similar_to.has_value() || request.similar_to_text.has_value();
}

Response answer_similar(const Index& index, const Request& request) {
  const PrecedentSource source = source_of(index, request);
  const Deadline deadline(std::chrono::milliseconds(request.most_ms), request.lang);
  const BuiltQuery built = build_query(parse_query(request.query, request.lang), index, request.lang, &deadline);
  const Xapian::Query limits(Xapian::Query::OP_FILTER, precedent_limits(source, request.earlier_only, index),
                             built.query);
  const auto found_without = [&](const FieldId* except) {
    return find_precedents(source, with_filters(limits, request.filters, index, except), request.earlier_only, index);
  };
  std::vector<Precedent> found = found_without(nullptr);
  const DocumentSet documents = documents_of(found, index);
  Response response;
  response.lang = request.lang;
  response.notes = built.notes;
  response.also_searched = built.also_searched;
  response.similar_to = shown_source(source);
  response.total_decisions = found.size();
  const auto documents_without = [&](FieldId field) { return documents_of(found_without(&field), index); };
  response.facets = count_facets(request, documents, documents_without, index);
  if (request.amount_statistics) response.amount_statistics = amount_statistics(index, documents, request.lang);
  sort_by_value(found, request.sort, index);
  const bool collapsed = request.collapse == Collapse::by_case;
  if (collapsed) keep_first_of_cards(found, index);
  response.total = found.size();
  const HighlightTerms highlight = highlight_of(source, built.highlight);
  const std::size_t end = std::min(request.offset + request.limit, found.size());
  for (std::size_t i = request.offset; i < end; ++i) {
    deadline.check();
    StoredDecision stored = index.stored(found[i].document);
    auto reasons = precedent_reasons(source, stored.decision, index, request.lang);
    response.hits.push_back(make_hit(std::move(stored), found[i].score, highlight, request.snippet_length, index));
    response.hits.back().reasons = std::move(reasons);
    if (collapsed) response.hits.back().case_decisions = count_case(found[i].document, documents, index);
  }
  return response;
}

}  // namespace pykala::searcher
