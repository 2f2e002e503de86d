// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as text of each language: tokens in order whose terms fit the index, and the same for the same text.
#include "stemmers/analyzer.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace pykala;
using fuzz::require;

void check_token(const stemmers::AnalyzedToken& token, std::size_t size) {
  require(!token.token.text.empty() && stemmers::is_valid_utf8(token.token.text));
  require(token.token.begin < token.token.end && token.token.end <= size && token.token.position > 0);
  require(!token.terms.empty() && token.terms.front().kind == stemmers::TermKind::lemma);
  std::size_t words = 0;
  for (const stemmers::Term& term : token.terms) {
    require(!term.text.empty() && term.text.size() <= stemmers::max_term_bytes && stemmers::is_valid_utf8(term.text));
    words += term.kind == stemmers::TermKind::word ? 1 : 0;
  }
  require(words <= 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const stemmers::Analyzer analyzer;
  const std::string_view text = fuzz::view(data, size);
  std::vector<stemmers::AnalyzedToken> tokens;
  for (const auto language : {stemmers::Language::unknown, stemmers::Language::finnish, stemmers::Language::swedish,
                              stemmers::Language::english}) {
    analyzer.analyze(text, language, tokens);
    std::uint32_t last_position = 0;
    for (const stemmers::AnalyzedToken& token : tokens) {
      check_token(token, size);
      require(token.token.position >= last_position);
      last_position = token.token.position;
    }
    const std::size_t count = tokens.size();
    analyzer.analyze(text, language, tokens);
    require(tokens.size() == count);
  }
  (void)stemmers::guess_language(stemmers::repair_utf8(text));
  return 0;
}
