// SPDX-License-Identifier: GPL-2.0-or-later
// Response: what is answered, as plain data. Text in it is never markup; highlights are ranges of Unicode code points,
// [begin, end), of the text beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/decision.h"
#include "indexer/schema.h"
#include "searcher/request.h"

namespace pykala::searcher {

using Highlights = std::vector<std::pair<std::size_t, std::size_t>>;

struct Snippet {
  std::string text;  ///< one line
  Highlights highlights;
};

/// Why a decision is a precedent.
enum class ReasonKind : std::uint8_t {
  same_case,
  cited,            ///< the decision at hand cites it
  cites,            ///< it cites the decision at hand
  cited_case,       ///< it is of a case that the decision at hand cites
  shared_citation,  ///< both cite the same decisions
  classification,
  class_group,  ///< classes that begin alike
  organisation,
  funder,
  words,  ///< rare words that both have
};

struct Reason {
  ReasonKind kind = ReasonKind::words;
  std::vector<std::string> values;  ///< keys: case number, code, funder id; words; citations as a person writes them
  std::string text;                 ///< for people, in the language asked for
};

struct Hit {
  schema::Decision decision;  ///< without its parts
  double score = 0;
  std::string title;  ///< the decision's, else the first line of its text
  Highlights title_highlights;
  std::vector<Snippet> snippets;
  std::vector<Reason> reasons;     ///< of precedents only
  std::size_t case_decisions = 1;  ///< of a collapsed result: how many of its case match, copies counted once
  std::size_t cited_by = 0;        ///< decisions of the index that cite it
};

struct FacetValue {
  std::optional<std::string> value;  ///< nullopt: unknown
  std::string label;
  std::size_t count = 0;
  bool selected = false;  ///< stands in the request's filter
};

struct Facet {
  schema::FieldId field = schema::FieldId::year;
  std::vector<FacetValue> values;
  std::size_t size = 0;  ///< values there are to give; more than `values` where the limit cut them
};

struct AmountSummary {
  std::size_t count = 0;  ///< decisions with a sum
  std::int64_t sum_cents = 0;
  std::int64_t median_cents = 0;
};

struct AmountGroup {
  std::optional<std::string> value;  ///< nullopt: unknown
  std::string label;
  AmountSummary summary;
};

/// Of all decisions of the result, not only of this page.
struct AmountStatistics {
  AmountSummary whole;                 ///< of main sums
  std::size_t without = 0;             ///< decisions without a sum
  std::vector<AmountGroup> by_funder;  ///< of what each funder grants; decisions without such a sum are in none
  std::vector<AmountGroup> by_year;    ///< of main sums
};

/// Typed words that were searched for by their other names too.
struct AlsoSearched {
  std::string typed;               ///< "TEM"
  std::vector<std::string> names;  ///< "työ- ja elinkeinoministeriö"
};

/// What precedents were looked for by.
struct SimilarTo {
  schema::Decision decision;       ///< without its parts; a draft has no id
  std::vector<std::string> words;  ///< that tell it from others, most telling first
};

struct Response {
  UiLanguage lang = UiLanguage::fi;  ///< of labels and notes, as it was asked for
  std::size_t total = 0;             ///< hits one can page through; exact
  std::size_t total_decisions = 0;   ///< decisions that match; more than `total` when cases are collapsed
  std::optional<SimilarTo> similar_to;
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<AlsoSearched> also_searched;
  std::optional<AmountStatistics> amount_statistics;  ///< where they were asked for
  std::optional<std::string> suggestion;              ///< the query as it was perhaps meant
  std::vector<std::string> notes;                     ///< what a person should know of how the query was read
};

}  // namespace pykala::searcher
