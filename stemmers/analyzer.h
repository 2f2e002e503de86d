// SPDX-License-Identifier: GPL-2.0-or-later
// Analyzer: text -> tokens with terms. The same object serves the indexer and the searcher, so that what is indexed
// can be asked for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/language.h"
#include "stemmers/lemma_starts.h"
#include "stemmers/token.h"

namespace pykala::stemmers {

struct AnalyzerOptions {
  bool rules_only = false;  ///< leave the lexicon (Voikko) out; rules alone decide
};

/// One analyser is used by one thread at a time (Voikko handles are not shared); make one per thread.
/// Keeps a bounded cache by word type, so repeated words cost a look-up.
class Analyzer {
 public:
  explicit Analyzer(AnalyzerOptions options = {});
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Names every part and its version, e.g. "analyzer-1 icu-72.1 fi-rules-1 voikko-4.3.1 snowball-1.4.22"; an index
  /// made by another analyser is refused.
  [[nodiscard]] std::string id() const;

  /// Tokens of `text` in order of position. Text that is not valid UTF-8 is read with U+FFFD for each bad byte
  /// (byte offsets still point into `text`). Any bytes in, no crash, time linear in the length.
  /// `language` chooses the stemmer of words; other kinds of token do not depend on it. What `out` held is replaced;
  /// using one vector again and again saves half of the time.
  /// With `wanted`, words that can have none of those lemmas come without terms, and cost no look-up.
  void analyze(std::string_view text, Language language, std::vector<AnalyzedToken>& out,
               const LemmaStarts* wanted = nullptr) const;

  /// Terms of one word as a query or word list gives it ("rahoitushaun" -> lemma rahoitushaku, parts rahoitus and haku,
  /// word rahoitushaun). A word that the tokeniser would cut in several is taken as one. Never empty, save for a word
  /// without any character that is kept ("").
  void terms_of_word(std::string_view word, Language language, std::vector<Term>& out) const;
  /// The same without a vector to use again.
  [[nodiscard]] std::vector<Term> terms_of_word(std::string_view word, Language language) const;

  /// The lemma of a token's text as the dictionary form that it also is, beside the one it has in texts: a person who
  /// types "loppua" may mean the verb. Nothing when there is no other.
  [[nodiscard]] std::optional<std::string> other_lemma(std::string_view text) const;

  /// `word` with '#' at its compound boundaries: "kaupungin#teatterissa". Hyphens stay where they are.
  [[nodiscard]] std::string split_compound(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pykala::stemmers
