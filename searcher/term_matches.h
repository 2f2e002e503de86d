// SPDX-License-Identifier: GPL-2.0-or-later
// Term matches: which tokens of a text were found, and by which term. Private to snippets.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/passages.h"
#include "searcher/query_builder.h"
#include "stemmers/analyzer.h"
#include "stemmers/lemma_starts.h"

namespace pykala::searcher {

/// Numbers the terms as they are met, from 1, so that different ones can be told apart.
class TermNumbers {
 public:
  /// `terms` must live as long.
  explicit TermNumbers(const HighlightTerms& terms);

  /// Of the lemmas and words: others need not be analysed.
  [[nodiscard]] const stemmers::LemmaStarts& starts() const { return starts_; }

  /// Of the term that found the token; 0 when none did.
  [[nodiscard]] std::size_t of(const stemmers::AnalyzedToken& token);

 private:
  std::size_t number(const std::string& text) { return numbers_.emplace(text, numbers_.size() + 1).first->second; }
  const HighlightTerms& terms_;
  stemmers::LemmaStarts starts_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

/// The tokens that were found, in order.
[[nodiscard]] std::vector<Match> find_matches(std::string_view text, stemmers::Language language, TermNumbers& numbers,
                                              const stemmers::Analyzer& analyzer);

/// All tokens of bytes [begin, end) of a text, in order, with term 0. Both ends stand at blanks or ends of the text.
[[nodiscard]] std::vector<Match> tokens_between(std::string_view text, std::size_t begin, std::size_t end,
                                                stemmers::Language language, const stemmers::Analyzer& analyzer);

}  // namespace pykala::searcher
