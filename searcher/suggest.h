// SPDX-License-Identifier: GPL-2.0-or-later
// Suggest: what a person may be typing, from titles, organisations, offices and funders of the index. Never words of
// the texts, and never a title that looks as if it named a person.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"

namespace pykala::searcher {

enum class SuggestionKind : std::uint8_t { title, organisation, decision_maker, funder };

/// "title", "organisation", "decision_maker", "funder".
[[nodiscard]] std::string_view name_of(SuggestionKind kind);

struct Suggestion {
  std::string text;  ///< to show: "Sosiaali- ja terveysjärjestöjen avustuskeskus (STEA)"
  SuggestionKind kind = SuggestionKind::title;
  std::string query;      ///< to put in the search box: `rahoittaja:STEA`
  std::size_t count = 0;  ///< decisions that have it; of a title: those among the newest that were looked at
};

/// At most `limit` suggestions (and at most max_suggestions): names that begin with what is typed, then others; the
/// most frequent first. Every typed word must begin a word of the name; case and dots do not matter ("tyo" begins
/// "työ"). Empty for fewer than two letters, and for what is not UTF-8. No wildcard or spelling table of the database
/// is used.
[[nodiscard]] std::vector<Suggestion> suggest(const Index& index, std::string_view typed, std::size_t limit,
                                              UiLanguage lang = UiLanguage::fi);

}  // namespace pykala::searcher
