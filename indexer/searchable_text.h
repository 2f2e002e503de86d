// SPDX-License-Identifier: GPL-2.0-or-later
// Searchable text: which texts of a decision are searched, in which language, with which weight. The indexer indexes
// them, the searcher cuts its snippets from them, so both see the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/decision.h"
#include "stemmers/token.h"

namespace pykala::schema {

/// A text that is searched. `text` points into the decision.
struct SearchableText {
  std::string_view text;
  stemmers::Language language = stemmers::Language::finnish;
  unsigned weight = 1;  ///< how often each of its terms counts
  bool is_title = false;
};

/// Weights of the ranking: the title says what the matter is, the decision what was done.
inline constexpr unsigned identity_weight = 16;  ///< more than a decision that cites another repeats its number
inline constexpr unsigned title_weight = 4;
inline constexpr unsigned decision_weight = 2;
inline constexpr unsigned text_weight = 1;

/// The searched texts of a decision: the title first, then its parts in order, appeal instructions left out (they are a
/// third of all text and the same everywhere).
/// `languages`: of them, as text_languages() gave them; without it, or where it does not fit, they are guessed.
[[nodiscard]] std::vector<SearchableText> searchable_texts(const Decision& decision, std::string_view languages = {});

/// A letter for the language of each: "f", "s", "e", "-" for unknown.
[[nodiscard]] std::string text_languages(const std::vector<SearchableText>& texts);

/// Case number, § and date of the decision, one line each: "HEL 2017-005881", "17 §" and "17.5.2017" find the decision
/// itself before those that cite it.
[[nodiscard]] std::string identity_text(const Decision& decision);
/// Names of its decision-maker and classification, words like others.
[[nodiscard]] std::string names_text(const Decision& decision);

/// "fi" -> finnish; nothing or another code -> unknown.
[[nodiscard]] stemmers::Language language_of(const std::optional<std::string>& code);
/// The term of documents with a part in this language: "XT:sv". Finnish and unknown have none: every query is analysed
/// as Finnish.
[[nodiscard]] std::string part_language_term(stemmers::Language language);
/// finnish -> "fi"; unknown -> "".
[[nodiscard]] std::string_view language_code(stemmers::Language language);

}  // namespace pykala::schema
