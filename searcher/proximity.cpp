// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, one number each out. Private: which forms of a document are words of the query. They come from its
// texts, of which only the words that may be of the query are analysed.
#include "searcher/proximity.h"

#include <algorithm>

#include "indexer/schema.h"
#include "indexer/searchable_text.h"
#include "indexer/word_stream.h"
#include "searcher/stretches.h"

namespace pykala::searcher {
using stemmers::Language;
using stemmers::Term;

Closeness::Closeness(QueryWords words, const Index& index) : words_(std::move(words)), index_(index) {
  constexpr std::size_t most_words = 64;  // bits of a mask; suspended compounds can make more words than are typed
  if (words_.size() > most_words) words_.resize(most_words);
  for (const QueryWord& word : words_) {
    for (const std::string& lemma : word.lemmas) starts_.add(lemma);
  }
}

/// Words of the query that any of the terms is.
Closeness::Mask Closeness::words_of(std::span<const Term> terms) const {
  Mask found = 0;
  for (const Term& term : terms) {
    for (std::size_t i = 0; has_meaning(term.kind) && i < words_.size(); ++i) {
      if (words_[i].lemmas.contains(term.text)) found |= Mask{1} << i;
    }
  }
  return found;
}

void Closeness::look_at(std::string_view text, Language language, Forms& forms) {
  each_token(starts_, text, language, index_.analyzer(), tokens_, [&](const stemmers::AnalyzedToken& token) {
    const Mask words = words_of({token.terms.begin(), token.terms.size()});
    if (words == 0) return;
    for (const Term& term : token.terms) {
      if (!has_meaning(term.kind)) forms[term.text] |= words;
    }
  });
}

/// Forms of the document that are words of the query.
Closeness::Forms Closeness::forms_in(const schema::StoredDecision& stored) {
  Forms forms;
  for (const auto& text : schema::searchable_texts(stored.decision, stored.text_languages)) {
    look_at(text.text, text.language, forms);
  }
  look_at(schema::identity_text(stored.decision), Language::finnish, forms);
  look_at(schema::names_text(stored.decision), Language::finnish, forms);
  return forms;
}

double Closeness::of(Xapian::docid id, const schema::StoredDecision& stored) {
  if (words_.size() < 2) return 0;
  const Forms present = forms_in(stored);
  Mask any = 0;
  for (const auto& [form, words] : present) any |= words;
  if ((any & any >> 1U) == 0) return 0;  // no two neighbours
  const Xapian::Document document = index_.database().get_document(id);
  const std::string bytes = document.get_value(static_cast<Xapian::valueno>(schema::Slot::word_stream));
  schema::WordStream stream(bytes);
  std::unordered_map<std::uint64_t, Mask> forms;
  for (const auto& [form, words] : present) forms[stream.hash(form)] |= words;
  constexpr std::size_t never = 0;
  std::vector<double> best(words_.size() - 1, 0);
  std::vector<std::size_t> last(words_.size(), never);  // each word's latest place; places begin at 1
  std::size_t before = 0;
  while (const auto hash = stream.next()) {
    const std::size_t here = stream.place();
    if (here > before + 1) last.assign(words_.size(), never);  // another text
    before = here;
    const auto found = forms.find(*hash);
    if (found == forms.end()) continue;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((found->second >> i & 1U) == 0) continue;
      last[i] = here;
      const auto pair = [&](std::size_t first, std::size_t other) {
        if (last[other] == never) return;
        // Two words met in one compound ("koordinaatiomalli") are as close as can be.
        best[first] = std::max(best[first], 1.0 / static_cast<double>(std::max<std::size_t>(1, here - last[other])));
      };
      if (i > 0) pair(i - 1, i - 1);
      if (i + 1 < words_.size()) pair(i, i + 1);
    }
  }
  return mean(best);
}

double Closeness::mean(const std::vector<double>& best) const {
  double sum = 0;
  double weights = 0;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const double weight = words_[i].rarity * words_[i + 1].rarity;
    sum += weight * best[i];
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

}  // namespace pykala::searcher
