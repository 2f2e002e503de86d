// SPDX-License-Identifier: GPL-2.0-or-later
// Precedents: the decisions that matter for the one on the desk, by what makes a precedent: the same kind of matter,
// rare words of title, decision and reasons, citations between them or shared, the same funder, organisation or case.
// Found with terms, boolean filters and stored values alone: no term list of a document is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/citations.h"
#include "searcher/matter.h"

namespace pykala::searcher {

// What each sign of a precedent adds to the share of its words that a decision has (0 to 1). Signs that many decisions
// of the archive have weigh less: each is multiplied by its rarity, 1 for a sign of one decision, 0 for one of all.
// Chosen on the judged drafts of tests/quality.
inline constexpr double same_case_weight = 0.5;
inline constexpr double direct_citation_weight = 0.6;  ///< one cites the other; not multiplied
inline constexpr double cited_case_weight = 0.3;       ///< it is of a case that the one on the desk cites
inline constexpr double shared_citation_weight = 0.35;
inline constexpr double classification_weight = 0.3;
inline constexpr double group_weight = 0.12;  ///< classes that begin alike: "02 05 02" and "02 05 01"
inline constexpr double organisation_weight = 0.3;
inline constexpr double funder_weight = 0.15;
inline constexpr double other_kind_scale = 0.6;  ///< memos and motions are no decisions
inline constexpr double least_score = 0.07;      ///< what scores less is no precedent

inline constexpr std::size_t max_precedents = 200;         ///< of one decision; totals and facets count those
inline constexpr std::size_t max_matter_lookups = 192;     ///< words whose frequency is asked
inline constexpr std::size_t max_matter_terms = 40;        ///< words that are searched by
inline constexpr std::size_t max_shared_citations = 64;    ///< citations looked at
inline constexpr std::size_t max_citing_documents = 2000;  ///< a citation that more decisions have says nothing

/// A word that is searched by.
struct MatterTerm {
  std::string lemma;
  double scale = 0;  ///< of its BM25 weight
  std::string shown;
  bool in_title = false;
  bool thing = true;  ///< see names_thing
};

/// What precedents are looked for by.
struct PrecedentSource {
  schema::Decision decision;
  std::optional<Xapian::docid> document;  ///< where it stands in the index; a draft stands nowhere
  Matter matter;
  std::vector<MatterTerm> terms;  ///< most telling first
  stemmers::LemmaStarts starts;   ///< of the terms
};

/// False of a word that only the grammar of any decision needs: "laatii", "esitetyn", "kansallinen", "neljä". What
/// makes a precedent are things and names; a word that the dictionary does not know is taken for one.
[[nodiscard]] bool names_thing(const std::string& word);

/// The words that tell a matter from others: rare in the archive, not shared by most decisions of the same class, none
/// of them a person's name.
[[nodiscard]] PrecedentSource precedent_source(schema::Decision decision, std::optional<Xapian::docid> document,
                                               const Index& index);

/// The documents that may be precedents: not the decision itself, nor a copy of it; with `earlier` only those before
/// it, and those whose day is not known.
[[nodiscard]] Xapian::Query precedent_limits(const PrecedentSource& source, bool earlier, const Index& index);

struct Precedent {
  Xapian::docid document = 0;
  double score = 0;
};

/// At most max_precedents of the documents that `within` lets through, best first.
[[nodiscard]] std::vector<Precedent> find_precedents(const PrecedentSource& source, const Xapian::Query& within,
                                                     bool earlier, const Index& index);

}  // namespace pykala::searcher
