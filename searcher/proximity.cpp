// SPDX-License-Identifier: GPL-2.0-or-later
// Texts in, one number out.
#include "searcher/proximity.h"

#include <algorithm>

#include "indexer/searchable_text.h"

namespace pykala::searcher {
namespace {

using stemmers::AnalyzedToken;
using stemmers::Term;

bool is_word(const AnalyzedToken& token, const QueryWord& word) {
  return std::any_of(token.terms.begin(), token.terms.end(),
                     [&](const Term& term) { return has_meaning(term.kind) && word.lemmas.contains(term.text); });
}

}  // namespace

double closeness(const schema::Decision& decision, const QueryWords& words, const stemmers::Analyzer& analyzer) {
  if (words.size() < 2) return 0;
  std::vector<double> best(words.size() - 1, 0);
  std::vector<AnalyzedToken> tokens;
  constexpr std::uint32_t never = 0;
  stemmers::LemmaStarts starts;
  for (const QueryWord& word : words) {
    for (const std::string& lemma : word.lemmas) starts.add(lemma);
  }
  // "33 § 5.9.2018" stand side by side in the header of the decision itself too, not only where it is cited.
  const std::string header = schema::identity_text(decision) + schema::names_text(decision);
  std::vector<schema::SearchableText> texts = schema::searchable_texts(decision);
  texts.push_back({header, stemmers::Language::finnish, schema::title_weight, false});
  for (const schema::SearchableText& text : texts) {
    analyzer.analyze(text.text, text.language, tokens, &starts);
    std::vector<std::uint32_t> last(words.size(), never);  // position of each word's latest place; positions begin at 1
    for (const AnalyzedToken& token : tokens) {
      const std::uint32_t here = token.token.position;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_word(token, words[i])) continue;
        last[i] = here;
        const auto pair = [&](std::size_t first, std::size_t other) {
          if (last[other] == never) return;
          // Two words met in one compound ("koordinaatiomalli") are as close as can be.
          best[first] = std::max(best[first], 1.0 / std::max<std::uint32_t>(1, here - last[other]));
        };
        if (i > 0) pair(i - 1, i - 1);
        if (i + 1 < words.size()) pair(i, i + 1);
      }
    }
  }
  double sum = 0;
  double weights = 0;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const double weight = words[i].rarity * words[i + 1].rarity;
    sum += weight * best[i];
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

}  // namespace pykala::searcher
