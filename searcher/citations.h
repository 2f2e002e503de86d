// SPDX-License-Identifier: GPL-2.0-or-later
// Citations as links: what a decision cites, what cites it. Found by keys (indexer/citation_keys.h) when asked, so a
// cited decision may come into the index before or after those that cite it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"
#include "searcher/index.h"

namespace pykala::searcher {

/// What names a decision to a person.
struct LinkedDecision {
  std::string id, title;
  std::optional<std::string> date;
  std::optional<schema::DecisionMaker> decision_maker;
  std::optional<int> section;
  std::optional<std::string> case_number;
};

struct CitedDecision {
  schema::Citation citation;               ///< as the decision says it, with title where the source gives it
  std::optional<LinkedDecision> decision;  ///< the one in the index; nothing when it is not there or not one for sure
  std::size_t case_decisions = 0;          ///< where only a case is cited: its decisions in the index
};

struct CitationLinks {
  std::vector<CitedDecision> cites;      ///< each once, in the order of the text; none of itself
  std::vector<LinkedDecision> cited_by;  ///< newest first, at most max_cited_by
  std::size_t cited_by_total = 0;        ///< exact
};

inline constexpr std::size_t max_cited_by = 100;
inline constexpr std::size_t max_same_decision = 8;        ///< documents that one key may have, all of the same case
inline constexpr std::size_t max_cited_decisions = 256;    ///< of a case, whose citations "viittaa:HEL 2017-1" finds
inline constexpr std::size_t max_cited_expansions = 1024;  ///< keys that "viittaa:Khs" may become

[[nodiscard]] CitationLinks citation_links(const schema::Decision& decision, const Index& index);

/// Where a citation leads: the document of the decision. Nothing when there is none, or several different ones.
[[nodiscard]] std::optional<Xapian::docid> cited_document(const schema::Citation& citation, const Index& index);

/// The documents that cite a decision, or its whole case.
[[nodiscard]] Xapian::Query cited_by_query(const schema::Decision& decision, const Index& index);
/// How many those are.
[[nodiscard]] std::size_t count_cited_by(const schema::Decision& decision, const Index& index);

/// The documents that cite what a person typed: an id, "HEL 2017-005881", "Khs 8.5.2017 § 510", "Kansliapäällikkö
/// 2021", "8.5.2017 § 510". Matches nothing for a text that names no decision.
[[nodiscard]] Xapian::Query cites_query(const std::string& text, const Index& index);

/// A typed citation: its maker, date, § and case number. `date` may be a year, "2021".
[[nodiscard]] schema::Citation read_citation(const std::string& text);

/// Names a decision: title (else the first line of its text), date, maker, § and case number.
[[nodiscard]] LinkedDecision link_to(const schema::Decision& decision);
/// The decision's title, else the beginning of its text, else its id.
[[nodiscard]] std::string shown_title(const schema::Decision& decision);

}  // namespace pykala::searcher
