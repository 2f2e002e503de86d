// SPDX-License-Identifier: GPL-2.0-or-later
// A request in, its stages out. What a part of the query adds is asked of the index itself: the part alone, over the
// one document, with the same weighting; BM25 adds up.
#include "searcher/explain.h"

#include <algorithm>
#include <sstream>

#include "indexer/keys.h"
#include "indexer/searchable_text.h"
#include "searcher/known_documents.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"
#include "searcher/search.h"

namespace pykala::searcher {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;
using Op = Xapian::Query;

namespace {

/// The parts of a query whose weights are added up; what only excludes or filters adds nothing.
void collect_parts(const Xapian::Query& query, std::vector<Xapian::Query>& parts) {
  switch (query.get_type()) {
    case Op::OP_OR:
    case Op::OP_AND:
    case Op::OP_AND_MAYBE:
      for (std::size_t n = 0; n < query.get_num_subqueries(); ++n) collect_parts(query.get_subquery(n), parts);
      return;
    case Op::OP_FILTER:
      if (query.get_subquery(0).get_type() == Op::LEAF_POSTING_SOURCE &&
          known_documents(query.get_subquery(0)) == nullptr) {  // step_for()
        parts.push_back(query);
        return;
      }
      [[fallthrough]];
    case Op::OP_AND_NOT:
      collect_parts(query.get_subquery(0), parts);
      return;
    case Op::LEAF_MATCH_ALL:
    case Op::LEAF_MATCH_NOTHING:
      return;
    default:
      parts.push_back(query);
  }
}

/// Weights as people write them: "0.4000000000000000222 * Zhaku" -> "0.4 * Zhaku".
std::string with_short_numbers(const std::string& text) {
  constexpr std::size_t longest = 8;  // of a number that stays as it is
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at), text.size());
    const std::string number = text.substr(at, end - at);
    if (number.size() > longest && number.starts_with("0.") && text.compare(end, 3, " * ") == 0) {
      std::ostringstream rounded;
      rounded << std::stod(number);
      out += rounded.str();
    } else {
      out += number;
    }
    at = end;
    if (at < text.size()) out += text[at++];
  }
  return out;
}

/// The step of documents with all words, as people write it: "with all of (Zhaku AND Zraha)".
std::string with_short_steps(std::string text) {
  constexpr std::string_view source = "PostingSource(Xapian::FixedWeightPostingSource(wt=", end = ")) FILTER";
  for (std::size_t at = text.find(source); at != std::string::npos; at = text.find(source, at)) {
    const std::size_t after = text.find(end, at);
    if (after == std::string::npos) break;
    text.replace(at, after + end.size() - at, "with all of");
  }
  return text;
}

/// Leaves as the words that they are: "PostingSource(Zhaku)" -> "Zhaku".
std::string without_sources(std::string text) {
  constexpr std::string_view source = "PostingSource(";
  for (std::size_t at = text.find(source); at != std::string::npos; at = text.find(source, at)) {
    text.erase(at, source.size());
    std::size_t open = 1, end = at;
    for (; end < text.size() && open > 0; ++end) {
      if (text[end] == '(') ++open;
      if (text[end] == ')') --open;
    }
    if (open == 0) text.erase(end - 1, 1);
  }
  return text;
}

/// "Query(0.4 * Zhaku)" -> "0.4 * Zhaku"
std::string description(const Xapian::Query& query) {
  const std::string text = without_sources(with_short_steps(with_short_numbers(query.get_description())));
  const std::string head = "Query(";
  return text.starts_with(head) ? text.substr(head.size(), text.size() - head.size() - 1) : text;
}

double score_of(const Xapian::Query& part, const std::string& decision_id, const Index& index) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query({Op::OP_FILTER, part, Xapian::Query(make_term(field(FieldId::id), decision_id))});
  enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  const Xapian::MSet found = enquire.get_mset(0, 1);
  return found.empty() ? 0 : found.begin().get_weight();
}

void collect_words(const Query& query, const Index& index, std::vector<ExplainedWord>& out) {
  for (const Query& child : query.children) collect_words(child, index, out);
  const bool text_field = query.kind == QueryKind::field && field(query.field).type == FieldType::text;
  if (query.kind != QueryKind::words && !text_field) return;
  const std::size_t first = out.size();
  std::vector<AnalyzedToken> tokens;
  for (const stemmers::Language language : index.languages()) {
    index.analyzer().analyze(query.text, language, tokens);
    for (std::size_t n = 0; n < tokens.size(); ++n) {
      if (first + n >= out.size()) out.push_back({tokens[n].token.text, ""});
      std::string lemma, parts;
      for (const Term& term : tokens[n].terms) {
        if (term.kind == TermKind::lemma) lemma += (lemma.empty() ? "" : " ") + term.text;
        if (term.kind == TermKind::part) parts += (parts.empty() ? "" : ", ") + term.text;
      }
      std::string& terms = out[first + n].terms;
      terms += (terms.empty() ? "" : "; ") + std::string(language_code(language)) + ": " + lemma;
      if (!parts.empty()) terms += " (" + parts + ")";
    }
  }
}

}  // namespace

Explanation explain(Index& index, const Request& request) {
  Explanation out;
  out.response = search(index, request);
  const Query parsed = parse_query(request.query, request.lang);
  out.tree = to_string(parsed);
  collect_words(parsed, index, out.words);
  const Xapian::Query query = build_query(parsed, index, request.lang).query;
  out.matched = description(query);
  std::vector<Xapian::Query> parts;
  collect_parts(query, parts);
  for (const Hit& hit : out.response.hits) {
    ExplainedHit explained{hit, {}, 0};
    double sum = 0;
    for (const Xapian::Query& part : parts) {
      const double score = score_of(part, hit.decision.id, index);
      if (score <= 0) continue;
      explained.parts.emplace_back(description(part), score);
      sum += score;
    }
    std::stable_sort(explained.parts.begin(), explained.parts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (sum > 0) explained.closeness = hit.score - sum;
    out.hits.push_back(std::move(explained));
  }
  return out;
}

}  // namespace pykala::searcher
