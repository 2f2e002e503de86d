// SPDX-License-Identifier: GPL-2.0-or-later
// Text and terms in, matches out. Bytes of the text are those of the source.
#include "searcher/term_matches.h"

#include <algorithm>

#include "searcher/stretches.h"

namespace pykala::searcher {

using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;

namespace {

/// A hidden half of a suspended compound shares its place with the visible one.
void add_match(const Match& match, std::vector<Match>& out) {
  if (!out.empty() && out.back().begin == match.begin) {
    out.back().term = std::max(out.back().term, match.term);
  } else {
    out.push_back(match);
  }
}

}  // namespace

TermNumbers::TermNumbers(const HighlightTerms& terms) : terms_(terms) {
  for (const std::string& lemma : terms.lemmas) starts_.add(lemma);
  for (const std::string& word : terms.words) starts_.add_word(word);
}

std::size_t TermNumbers::of(const AnalyzedToken& token) {
  if (terms_.words.contains(token.token.text)) return number(token.token.text);
  for (const Term& term : token.terms) {
    // A piece as a phrase gives it: "140" of "140 §".
    const auto& wanted = term.kind == TermKind::piece ? terms_.words : terms_.lemmas;
    if (term.kind != TermKind::word && wanted.contains(term.text)) return number(term.text);
  }
  return 0;
}

std::vector<Match> find_matches(std::string_view text, stemmers::Language language, TermNumbers& numbers,
                                const stemmers::Analyzer& analyzer) {
  std::vector<AnalyzedToken> tokens;
  std::vector<Match> out;
  each_token(numbers.starts(), text, language, analyzer, tokens, [&](const AnalyzedToken& token) {
    const std::size_t term = numbers.of(token);
    if (term > 0) add_match({token.token.begin, token.token.end, term}, out);
  });
  return out;
}

std::vector<Match> tokens_between(std::string_view text, std::size_t begin, std::size_t end,
                                  stemmers::Language language, const stemmers::Analyzer& analyzer) {
  static const stemmers::LemmaStarts none;
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text.substr(begin, end - begin), language, tokens, &none);
  std::vector<Match> out;
  for (const AnalyzedToken& token : tokens) add_match({begin + token.token.begin, begin + token.token.end, 0}, out);
  return out;
}

}  // namespace pykala::searcher
