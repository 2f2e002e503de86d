// SPDX-License-Identifier: GPL-2.0-or-later
// Query builder: Query -> Xapian::Query through the same analyser that made the index, and the terms to highlight.
// Uses only what gives the same scores on one machine and on several: terms, phrase, boolean operators, ranges,
// OP_SYNONYM, OP_SCALE_WEIGHT. Words with a star are expanded here.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "searcher/deadline.h"
#include "searcher/index.h"
#include "searcher/proximity.h"
#include "searcher/query.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/score_part.h"

namespace pykala::searcher {

// Weights of the ways a query word can match, beside the 1.0 of its lemma. Chosen by measuring retrieval. All but the
// lemma only add weight to documents that match; they do not match alone.
inline constexpr double word_scale = 0.35;            ///< the very form that was typed
inline constexpr double asked_word_scale = 0.15;      ///< the same in a question, which is not written like its answer
inline constexpr double function_word_scale = 0.5;    ///< the very form of a function word: a quotation has them all
inline constexpr double asked_function_scale = 0.3;   ///< the lemma of a function word of a question
inline constexpr double quoted_word_scale = 0.5;      ///< the same in a sentence, which is nearly as the text has it
inline constexpr double quoted_function_scale = 0.6;  ///< the very form of a function word of a sentence
inline constexpr double quoted_alike_scale = 0.15;    ///< alike_scale in a sentence
inline constexpr double part_scale = 0.4;             ///< parts of a typed compound
inline constexpr double related_scale =
    0.7;                                    ///< words of the same action where the word is not: rahoittaa for rahoitus
inline constexpr double alike_scale = 0.3;  ///< any word that begins like the lemma: syntymä for syntyä
inline constexpr double all_words_scale = 0.3;  ///< on top for documents with every word or one of its action
/// A function word matches nothing by itself where more than this share of the documents have it; in a question never.
inline constexpr double common_share = 0.3;

/// What to highlight in the texts of a hit.
struct HighlightTerms {
  std::unordered_set<std::string> lemmas;  ///< lemmas or parts of a token
  std::unordered_set<std::string> words;   ///< a token's own text
};

struct BuiltQuery {
  Xapian::Query query;
  HighlightTerms highlight;
  QueryWords words;     ///< content words in order, for proximity
  bool ranked = false;  ///< has words to rank by
  /// All that a document can score by `query`; empty: only Xapian's matcher knows.
  std::vector<ScorePart> parts;
  double step = 0;  ///< part of the score of every document with all words; 0 when there is no one such score
  /// What it takes to come before every other match; nothing where no such thing is sure.
  std::optional<Xapian::Query> first;
  std::vector<AlsoSearched> also_searched;
  std::vector<std::string> notes;  ///< e.g. that an expansion was cut
};

/// Throws Error{bad_query} for a field value that does not fit its field.
[[nodiscard]] BuiltQuery build_query(const Query& query, const Index& index, UiLanguage lang,
                                     const Deadline* deadline = nullptr);

}  // namespace pykala::searcher
