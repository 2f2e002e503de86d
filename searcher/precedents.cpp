// SPDX-License-Identifier: GPL-2.0-or-later
// In: what precedents are looked for by. Out: documents with scores. Private: the queries that bring candidates, and
// how the signs of a precedent are added up. Long because each sign is a few lines over one set of candidates.
#include "searcher/precedents.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "indexer/citation_keys.h"
#include "indexer/exchange.h"
#include "indexer/keys.h"
#include "searcher/document_list.h"
#include "searcher/filters.h"
#include "searcher/match_set.h"
#include "searcher/scorer.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr auto op_or = Xapian::Query::OP_OR;
constexpr auto op_and = Xapian::Query::OP_AND;
constexpr double title_match_scale = 0.7;  ///< on top for a word that stands in both titles
/// As in a search; a long decision is no worse a precedent.
constexpr Bm25Settings precedent_bm25{1.0, 0.5, 0.5};

Xapian::Query field_term(FieldId id, const std::string& value) {
  return Xapian::Query(make_term(field(id), value));
}

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {op_or, queries.begin(), queries.end()};
}

std::vector<ScorePart> text_parts(const PrecedentSource& source) {
  std::vector<ScorePart> parts;
  const auto add = [&](std::string_view prefix, const std::string& lemma, double scale) {
    parts.push_back({{{std::string(prefix) + lemma}}, scale, 0, {}});
  };
  for (const MatterTerm& term : source.terms) {
    add(lemma_prefix, term.lemma, term.scale);
    if (term.in_title) add(field(FieldId::title).prefix, term.lemma, term.scale * title_match_scale);
  }
  return parts;
}

std::vector<std::string> funders_of(const Decision& d) {
  std::vector<std::string> ids;
  for (const Funder& funder : d.funders) {
    if (funder.relation == FunderRelation::funds) ids.push_back(funder.id);
  }
  return ids;
}

/// Year of "HEL 2017-005881".
int year_of_case(const std::string& number) {
  for (std::size_t at = 0; at + 4 <= number.size(); ++at) {
    const auto digit = [&](std::size_t i) { return i < number.size() && number[i] >= '0' && number[i] <= '9'; };
    if (digit(at) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4) && (at == 0 || !digit(at - 1)))
      return std::stoi(number.substr(at, 4));
  }
  return 0;
}

/// What is known of candidates from citations.
struct CitationSigns {
  std::unordered_map<Xapian::docid, double> weights;
  std::vector<Xapian::Query> queries;  ///< bring the documents
};

class Ranker {
 public:
  Ranker(const PrecedentSource& source, const Index& index)
      : source_(source), index_(index), all_(std::max(2.0, static_cast<double>(index.database().get_doccount()))) {
    note_facts();
    add_direct_citations();
    add_shared_citations();
  }

  std::vector<Precedent> run(const Xapian::Query& limits, bool earlier) {
    const Decision& d = source_.decision;
    const std::vector<ScorePart> parts = text_parts(source_);
    const DocumentSet within = match_set(limits, index_.database());
    std::deque<DocumentSet> documents;
    std::vector<Pool> pools;
    const auto add = [&](const Xapian::Query& found, std::size_t wanted) {
      documents.push_back(match_set(found, index_.database()));
      documents.back().intersect(within);
      pools.push_back({&documents.back(), wanted});
    };
    pools.push_back({&within, max_precedents, true});
    if (!signs_.queries.empty()) add(any_of(signs_.queries), max_precedents / 2);
    if (d.case_number) add(field_term(FieldId::case_number, case_number_key(*d.case_number)), 50);
    if (d.classification) add(field_term(FieldId::classification, d.classification->code), 100);
    if (const auto partners = of_partners(); !partners.empty()) add(any_of(partners), 100);
    const PoolsBest found = best_of_pools(parts, pools, precedent_bm25, index_);
    most_possible_ = found.most;
    for (const std::vector<Scored>& best : found.best) {
      for (const Scored& scored : best) words_of_[scored.document] = scored.score;
    }
    return ranked(earlier);
  }

 private:
  /// 1 for a sign of one decision, 0 for one of all.
  [[nodiscard]] double rarity(double frequency) const {
    return frequency <= 1 ? 1 : std::clamp(std::log(all_ / frequency) / std::log(all_), 0.0, 1.0);
  }
  [[nodiscard]] double rarity(FieldId id, const std::string& value) const {
    return rarity(index_.database().get_termfreq(make_term(field(id), value)));
  }

  void sign(Xapian::docid document, double weight) {
    double& sum = signs_.weights[document];
    sum = std::max(sum, weight) + std::min(sum, weight) / 2;  // a second sign of the kind says half as much
  }

  /// Every document of a term, at most max_citing_documents.
  void sign_all(const std::string& term, double weight) {
    const Xapian::doccount frequency = index_.database().get_termfreq(term);
    if (frequency == 0 || frequency > max_citing_documents) return;
    signs_.queries.emplace_back(term);
    for (auto it = index_.database().postlist_begin(term); it != index_.database().postlist_end(term); ++it)
      sign(*it, weight);
  }

  void add_direct_citations() {
    const Decision& d = source_.decision;
    const std::size_t count = std::min(d.cites.size(), max_shared_citations);
    for (std::size_t i = 0; i < count; ++i) {
      if (const auto document = cited_document(d.cites[i], index_)) {
        signs_.queries.push_back(field_term(FieldId::id, index_.decision(*document).id));
        sign(*document, direct_citation_weight);
      } else if (const auto number = cited_case(d.cites[i])) {
        const std::string term = make_term(field(FieldId::case_number), *number);
        sign_all(term, cited_case_weight);
      }
    }
    if (!source_.document) return;
    const Xapian::Query citing = cited_by_query(d, index_);
    for (auto term = citing.get_terms_begin(); term != citing.get_terms_end(); ++term)
      sign_all(*term, direct_citation_weight);
  }

  /// By day and §, whoever of the two names the maker, and by case.
  void add_shared_citations() {
    std::size_t looked_at = 0;
    for (const std::string& key : cited_keys(source_.decision)) {
      const bool whole =
          key.starts_with("+") && (key.find(' ') != std::string::npos || key.find('-') != std::string::npos);
      if (!whole && !key.starts_with("id ")) continue;
      if (++looked_at > max_shared_citations) return;
      const std::string term = make_term(field(FieldId::cites), key);
      sign_all(term, shared_citation_weight * rarity(index_.database().get_termfreq(term)));
    }
  }

  /// Documents with an organisation or funder of the source, each.
  [[nodiscard]] std::vector<Xapian::Query> of_partners() const {
    std::vector<Xapian::Query> partners;
    for (const std::string& key : organisations_) partners.push_back(field_term(FieldId::organisation, key));
    Filter funders{FieldId::funder, {}, {}, {}};
    for (const std::string& id : funders_) {
      funders.values = {id};
      partners.push_back(filter_query(funders, index_));
    }
    return partners;
  }

  std::vector<Precedent> ranked(bool earlier) {
    std::vector<Precedent> out;
    for (const auto& [document, weight] : words_of_) {
      if (earlier && began_later(document)) continue;
      double score = most_possible_ > 0 ? weight / most_possible_ : 0;
      score += facts_in_common(document);
      if (const auto sign = signs_.weights.find(document); sign != signs_.weights.end()) score += sign->second;
      if (!has_value(document, FieldId::kind, name_of(Kind::decision))) score *= other_kind_scale;
      if (score >= least_score) out.push_back({document, score});
    }
    std::sort(out.begin(), out.end(), [](const Precedent& a, const Precedent& b) {
      return a.score != b.score ? a.score > b.score : a.document < b.document;
    });
    if (out.size() > max_precedents) out.resize(max_precedents);
    return out;
  }

  /// Of a facet field.
  [[nodiscard]] bool has_value(Xapian::docid document, FieldId id, const std::string& wanted) const {
    const Column& column = index_.column(id);
    const auto numbers = column.of(document);
    return !wanted.empty() && std::any_of(numbers.begin(), numbers.end(),
                                          [&](std::uint32_t number) { return column.values()[number] == wanted; });
  }

  /// A document without a day is of the year of its case at the earliest.
  [[nodiscard]] bool began_later(Xapian::docid document) const {
    if (!source_.decision.date || index_.numbers(Slot::date).of(document) != NumberColumn::unknown) return false;
    const auto slot = static_cast<Xapian::valueno>(Slot::case_number);
    const std::string case_number = index_.database().get_document(document).get_value(slot);
    return year_of_case(case_number) > std::stoi(source_.decision.date->substr(0, 4));
  }

  [[nodiscard]] double facts_in_common(Xapian::docid document) const {
    const Decision& d = source_.decision;
    double sum = of_case_.contains(document) ? same_case_weight : 0;
    if (d.classification) {
      const Column& classes = index_.column(FieldId::classification);
      sum += class_in_common(d.classification->code, classes.values()[classes.of(document).front()]);
    }
    double best = 0;
    for (const std::string& key : organisations_) {
      if (!has_value(document, FieldId::organisation, key)) continue;
      best = std::max(best, organisation_weight * rarity(FieldId::organisation, key));
    }
    sum += best;
    best = 0;
    for (const std::string& id : funders_) {
      if (has_value(document, FieldId::funder, id)) best = std::max(best, funder_weight * rarity(FieldId::funder, id));
    }
    return sum + best;
  }

  void note_facts() {
    const Decision& d = source_.decision;
    for (const std::string& name : d.organisations) organisations_.push_back(name_key(name));
    funders_ = funders_of(d);
    if (!d.case_number) return;
    const std::string term = make_term(field(FieldId::case_number), case_number_key(*d.case_number));
    const Xapian::Database& database = index_.database();
    of_case_.insert(database.postlist_begin(term), database.postlist_end(term));
  }

  [[nodiscard]] double class_in_common(const std::string& own, const std::string& other) const {
    if (other.empty()) return 0;
    if (own == other) return classification_weight * rarity(FieldId::classification, own);
    const std::size_t group = 5;  // "02 05"
    if (own.size() < group || other.substr(0, group) != own.substr(0, group)) return 0;
    return group_weight * rarity(FieldId::classification, own.substr(0, group));
  }

  const PrecedentSource& source_;
  const Index& index_;
  double all_;
  std::vector<std::string> organisations_, funders_;  ///< their keys
  std::unordered_set<Xapian::docid> of_case_;
  CitationSigns signs_;
  std::unordered_map<Xapian::docid, double> words_of_;  ///< candidates, with the weight of their words
  double most_possible_ = 0;
};

}  // namespace

Xapian::Query precedent_limits(const PrecedentSource& source, bool earlier, const Index& index) {
  const Decision& d = source.decision;
  Xapian::Query limits = Xapian::Query::MatchAll;
  if (earlier && d.date) {
    constexpr double first_day = 1;
    const double this_day = std::stod(date_key(*d.date));
    const Xapian::Query before = document_list(index.numbers(Slot::date).between(first_day, this_day - 1));
    limits = Xapian::Query(op_or, before, field_term(FieldId::date, ""));
  }
  if (!source.document) return limits;
  std::vector<Xapian::Query> itself{field_term(FieldId::id, d.id)};
  for (const std::string& key : decision_keys(d)) {
    const bool copy = d.case_number && key.find(" § ") != std::string::npos;
    if (copy) itself.emplace_back(make_term(identity_prefix, key));  // the same § of the same case: an extract of it
  }
  return {Xapian::Query::OP_AND_NOT, limits, any_of(itself)};
}

std::vector<Precedent> find_precedents(const PrecedentSource& source, const Xapian::Query& within, bool earlier,
                                       const Index& index) {
  return Ranker(source, index).run(within, earlier);
}

}  // namespace pykala::searcher
