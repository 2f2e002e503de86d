// SPDX-License-Identifier: GPL-2.0-or-later
// In: a decision, or a typed citation. Out: links, and the queries that find who cites. Private: which documents a key
// has, and when several documents are one decision.
#include "searcher/citations.h"

#include <algorithm>

#include "indexer/citation_keys.h"
#include "indexer/keys.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr std::size_t max_title_bytes_shown = 120;

std::string cites_term(const std::string& key) {
  return make_term(field(FieldId::cites), key);
}

/// The documents whose decision has the key; empty when they are not one decision.
std::vector<Xapian::docid> owners_of(const std::string& key, const Index& index) {
  const std::string term = make_term(identity_prefix, key);
  const Xapian::Database& database = index.database();
  if (database.get_termfreq(term) > max_same_decision) return {};
  std::vector<Xapian::docid> owners(database.postlist_begin(term), database.postlist_end(term));
  std::erase_if(owners, [&](Xapian::docid id) { return !index.is_shown(id); });
  if (owners.size() < 2) return owners;
  // Minutes and an extract of them are one decision; two office-holders of one name are not.
  const auto case_of = [&](Xapian::docid id) {
    return database.get_document(id).get_value(static_cast<Xapian::valueno>(Slot::case_number));
  };
  const std::string first = case_of(owners.front());
  const bool same = !first.empty() && std::all_of(owners.begin() + 1, owners.end(),
                                                  [&](Xapian::docid id) { return case_of(id) == first; });
  return same ? owners : std::vector<Xapian::docid>();
}

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

/// The one of several copies that every order of arrival gives: the least id.
Xapian::docid least_id(const std::vector<Xapian::docid>& documents, const Index& index) {
  return *std::min_element(documents.begin(), documents.end(), [&](Xapian::docid a, Xapian::docid b) {
    return a != b && index.decision(a).id < index.decision(b).id;
  });
}

/// Terms of the index that begin with `start`.
std::vector<std::string> expand(const std::string& start, const Index& index) {
  std::vector<std::string> terms;
  const auto end = index.database().allterms_end(start);
  for (auto it = index.database().allterms_begin(start); it != end && terms.size() < max_cited_expansions; ++it)
    terms.push_back(*it);
  return terms;
}

/// Starts of the keys of "Khs", "Khs 2017", "Khs 8.5.2017", "8.5.2017", "8.5.2017 § 510".
std::vector<std::string> key_starts(const Citation& citation) {
  const std::string date = citation.date ? date_key(*citation.date) : std::string();
  const std::string section = citation.section ? " " + std::to_string(*citation.section) : std::string();
  std::vector<std::string> starts;
  if (!citation.decision_maker) {
    if (!date.empty()) starts.push_back("+" + date + section);
    return starts;
  }
  for (const std::string& maker : maker_forms(*citation.decision_maker, std::nullopt)) {
    starts.push_back(maker + " " + date + section);
  }
  return starts;
}

/// The terms of citations that mean this decision and no other.
std::vector<std::string> terms_citing(const Decision& decision, const Index& index) {
  std::vector<std::string> terms;
  for (const std::string& key : decision_keys(decision)) {
    const std::string term = cites_term(key);
    if (index.database().term_exists(term) && !owners_of(key, index).empty()) terms.push_back(term);
  }
  return terms;
}

/// Who cites a decision of the case by its maker, day and § cites the case too.
void add_terms_citing_case(const std::string& case_number, const Index& index, std::vector<std::string>& terms) {
  const std::string term = make_term(field(FieldId::case_number), case_number_key(case_number));
  std::size_t decisions = 0;
  const auto end = index.database().postlist_end(term);
  for (auto it = index.database().postlist_begin(term); it != end && decisions < max_cited_decisions; ++it) {
    if (!index.is_shown(*it)) continue;
    ++decisions;
    for (std::string& each : terms_citing(index.decision(*it), index)) terms.push_back(std::move(each));
  }
}

}  // namespace

std::string shown_title(const Decision& decision) {
  if (decision.title && !decision.title->empty()) return *decision.title;
  for (const Part& part : decision.parts) {
    const auto begin = part.text.find_first_not_of(" \n\t");
    if (begin == std::string::npos) continue;
    const std::string line = part.text.substr(begin, part.text.find('\n', begin) - begin);
    const std::string_view cut = stemmers::cut_utf8(line, max_title_bytes_shown);
    return std::string(cut) + (cut.size() < line.size() ? "…" : "");
  }
  return decision.id;
}

LinkedDecision link_to(const Decision& d) {
  return {d.id, shown_title(d), d.date, d.decision_maker, d.section, d.case_number};
}

std::optional<Xapian::docid> cited_document(const Citation& citation, const Index& index) {
  for (const std::string& key : citation_keys(citation)) {
    const auto owners = owners_of(key, index);
    if (!owners.empty()) return least_id(owners, index);
  }
  return std::nullopt;
}

Xapian::Query cited_by_query(const Decision& decision, const Index& index) {
  std::vector<std::string> terms = terms_citing(decision, index);
  if (decision.case_number) terms.push_back(cites_term(case_number_key(*decision.case_number)));
  return any_of(terms);
}

std::size_t count_cited_by(const Decision& decision, const Index& index) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query(index.shown(cited_by_query(decision, index)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, index.database().get_doccount()).get_matches_estimated();
}

CitationLinks citation_links(const Decision& decision, const Index& index) {
  CitationLinks links;
  const std::vector<std::string> own = decision_keys(decision);
  for (const Citation& citation : decision.cites) {
    if (is_self_citation(citation, own)) continue;
    CitedDecision cited{citation, std::nullopt, 0};
    if (const auto document = cited_document(citation, index)) cited.decision = link_to(index.decision(*document));
    if (const auto number = cited_case(citation))
      cited.case_decisions = index.count_shown(make_term(field(FieldId::case_number), *number));
    const bool seen = std::any_of(links.cites.begin(), links.cites.end(), [&](const CitedDecision& each) {
      return each.citation == citation || (each.decision && cited.decision && each.decision->id == cited.decision->id);
    });
    if (!seen) links.cites.push_back(std::move(cited));
  }
  Xapian::Enquire enquire(index.database());
  enquire.set_query(index.shown(cited_by_query(decision, index)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::date), true);
  const Xapian::MSet found = enquire.get_mset(0, max_cited_by, index.database().get_doccount());
  links.cited_by_total = found.get_matches_estimated();
  for (auto it = found.begin(); it != found.end(); ++it) links.cited_by.push_back(link_to(index.decision(*it)));
  return links;
}

Xapian::Query cites_query(const std::string& text, const Index& index) {
  if (const auto document = index.find(text)) return cited_by_query(index.decision(*document), index);
  const Citation citation = read_citation(text);
  std::vector<std::string> terms;
  if (citation.case_number) {
    terms.push_back(cites_term(citation.section ? *citation.case_number + " § " + std::to_string(*citation.section)
                                                : "+" + *citation.case_number));
    if (!citation.section) add_terms_citing_case(*citation.case_number, index, terms);
  }
  for (const std::string& start : key_starts(citation)) {
    const std::string term = cites_term(start);
    for (std::string& each : citation.section ? std::vector{term} : expand(term, index))
      terms.push_back(std::move(each));
  }
  // Those that cite the decision another way, as by day and § alone, cite it too.
  const auto document = citation.section ? cited_document(citation, index) : std::nullopt;
  if (document) {
    for (std::string& each : terms_citing(index.decision(*document), index)) terms.push_back(std::move(each));
  }
  return any_of(terms);
}

}  // namespace pykala::searcher
