// SPDX-License-Identifier: GPL-2.0-or-later
// A Xapian query in, docids out: posting lists become sets of bits, operators become set operations. Private: the set,
// and the matcher's spy for what is not a term.
#include "searcher/match_set.h"

#include <algorithm>
#include <limits>

#include "searcher/known_documents.h"

namespace pykala::searcher {
namespace {

using Xapian::Query;

/// A list this many times as long as what is left to look up is skipped through instead of read.
constexpr std::size_t worth_skipping = 8;
/// Parentheses are capped by the parser; filters and weights add a few operators around them.
constexpr int max_depth = 64;

/// Notes each match as it goes by; no copy of the match set is made.
class Collector : public Xapian::MatchSpy {
 public:
  std::vector<Xapian::docid> documents;
  void operator()(const Xapian::Document& document, double) override { documents.push_back(document.get_docid()); }
};

class Evaluation {
 public:
  Evaluation(const Xapian::Database& database, const Deadline* deadline)
      : database_(database), deadline_(deadline), last_(database.get_lastdocid()) {}

  DocumentSet evaluate(const Query& query, int depth = 0) {
    DocumentSet out(last_);
    add(query, out, depth);
    return out;
  }

 private:
  /// Adds what `query` matches to `out`.
  void add(const Query& query, DocumentSet& out, int depth) {
    if (deadline_ != nullptr) deadline_->check();
    if (depth > max_depth) return add_by_matcher(query, out);
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return add_postings(term_of(query), out);
      case Query::LEAF_MATCH_ALL:
        return add_everything(out);
      case Query::LEAF_MATCH_NOTHING:
        return;
      case Query::LEAF_POSTING_SOURCE:
        return add_list(query, out);
      case Query::OP_OR:
      case Query::OP_SYNONYM:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) add(query.get_subquery(i), out, depth + 1);
        return;
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
        return add(query.get_subquery(0), out, depth + 1);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return out.unite(all_of(query, depth));
      case Query::OP_AND_NOT:
        return out.unite(all_but(query, depth));
      default:
        return add_by_matcher(query, out);
    }
  }

  DocumentSet all_of(const Query& query, int depth) {
    std::vector<std::pair<std::size_t, Query>> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      const Query part = query.get_subquery(i);
      parts.emplace_back(at_most(part, depth + 1), part);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    DocumentSet out = evaluate(parts.front().second, depth + 1);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::size_t left = out.size();
      if (left == 0) break;
      const auto& [size, part] = parts[i];
      if (is_list(part) && size / worth_skipping > left) {
        out = looked_up(out, part);
      } else {
        out.intersect(evaluate(part, depth + 1));
      }
    }
    return out;
  }

  DocumentSet all_but(const Query& query, int depth) {
    DocumentSet out = evaluate(query.get_subquery(0), depth + 1);
    for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
      out.subtract(evaluate(query.get_subquery(i), depth + 1));
    }
    return out;
  }

  /// True for what can be looked up in without reading all of it.
  static bool is_list(const Query& query) {
    return query.get_type() == Query::LEAF_TERM || known_documents(query) != nullptr;
  }

  /// Those of a short list that a long one has.
  DocumentSet looked_up(const DocumentSet& few, const Query& list) {
    DocumentSet out(last_);
    if (const KnownDocuments* known = known_documents(list)) {
      known->add_those_of(few, out);
      return out;
    }
    const std::string term = term_of(list);
    auto it = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (const Xapian::docid document : few.documents()) {
      if (it == end) break;
      it.skip_to(document);
      if (it != end && *it == document) out.add(document);
    }
    return out;
  }

  void add_postings(const std::string& term, DocumentSet& out) {
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) out.add(*it);
  }

  void add_everything(DocumentSet& out) {
    if (database_.get_doccount() == last_) return out.add_all();
    add_postings("", out);
  }

  void add_by_matcher(const Query& query, DocumentSet& out) {
    for (const Xapian::docid document : match_set_by_matcher(query, database_, deadline_)) out.add(document);
  }

  void add_list(const Query& query, DocumentSet& out) {
    const KnownDocuments* known = known_documents(query);
    if (known == nullptr) return add_by_matcher(query, out);
    known->add_to(out);
  }

  static std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

  /// No more documents than this match.
  std::size_t at_most(const Query& query, int depth) {
    if (depth > max_depth) return std::numeric_limits<std::size_t>::max();
    std::size_t size = 0;
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return database_.get_termfreq(term_of(query));
      case Query::LEAF_MATCH_NOTHING:
        return 0;
      case Query::LEAF_POSTING_SOURCE:
        if (const KnownDocuments* known = known_documents(query)) return known->at_most();
        return last_;
      case Query::OP_OR:
      case Query::OP_SYNONYM:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) size += at_most(query.get_subquery(i), depth + 1);
        return std::min<std::size_t>(size, last_);
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_NOT:
        return at_most(query.get_subquery(0), depth + 1);
      default:
        return last_;
    }
  }

  const Xapian::Database& database_;
  const Deadline* deadline_;
  Xapian::docid last_;
};

}  // namespace

DocumentSet match_set(const Query& query, const Xapian::Database& database, const Deadline* deadline) {
  return Evaluation(database, deadline).evaluate(query);
}

std::vector<Xapian::docid> match_set_by_matcher(const Query& query, const Xapian::Database& database,
                                                const Deadline* deadline) {
  Collector collector;
  Xapian::Enquire enquire(database);
  enquire.set_query(deadline != nullptr ? deadline->watched(query) : query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&collector);
  const Xapian::MSet all = enquire.get_mset(0, 0, database.get_doccount());
  std::sort(collector.documents.begin(), collector.documents.end());
  return std::move(collector.documents);
}

}  // namespace pykala::searcher
