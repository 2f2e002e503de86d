// SPDX-License-Identifier: GPL-2.0-or-later
// Stretches: the parts of a text in which words with some lemmas may stand. The rest need not be analysed, which spares
// nine tenths of the work of showing and ordering what was found.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "stemmers/analyzer.h"
#include "stemmers/lemma_starts.h"

namespace pykala::searcher {

/// Bytes [begin, end) of a text, cut at blanks.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

/// In order and apart. Analysed one by one they give the tokens with the lemmas or words that are wanted that the whole
/// text gives: a word whose token or hidden half may need its neighbours ("HEL 2017-005881", "ohjaus- ja
/// neuvontapalvelut") brings them. All of the text where something with a digit is wanted: numbers are written in many
/// ways. Linear time.
[[nodiscard]] std::vector<Stretch> stretches_with(const stemmers::LemmaStarts& wanted, std::string_view text);

/// Calls `take`(token) with each token of the stretches, its bytes those of the text; words that are not wanted come
/// without terms, as Analyzer::analyze() leaves them. `tokens`: used again and again.
template <class Take>
void each_token(const stemmers::LemmaStarts& wanted, std::string_view text, stemmers::Language language,
                const stemmers::Analyzer& analyzer, std::vector<stemmers::AnalyzedToken>& tokens, const Take& take) {
  for (const Stretch& stretch : stretches_with(wanted, text)) {
    analyzer.analyze(text.substr(stretch.begin, stretch.end - stretch.begin), language, tokens, &wanted);
    for (stemmers::AnalyzedToken& token : tokens) {
      token.token.begin += static_cast<std::uint32_t>(stretch.begin);
      token.token.end += static_cast<std::uint32_t>(stretch.begin);
      take(token);
    }
  }
}

}  // namespace pykala::searcher
