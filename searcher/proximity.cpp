// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, one number each out. Private: which forms of a document are words of the query. They come from its list
// of terms: to analyse its text anew cost ten times as much.
#include "searcher/proximity.h"

#include <algorithm>

#include "indexer/schema.h"
#include "indexer/word_stream.h"

namespace pykala::searcher {
namespace {

using stemmers::Term;

/// Terms of words begin with no capital (schema.h): those of fields stand between them, from A to Z.
constexpr char first_field = 'A';
constexpr char past_fields[] = "[";

}  // namespace

Closeness::Closeness(QueryWords words, const Index& index) : words_(std::move(words)), index_(index) {
  constexpr std::size_t most_words = 64;  // bits of a mask; suspended compounds can make more words than are typed
  if (words_.size() > most_words) words_.resize(most_words);
  for (const QueryWord& word : words_) {
    const Mask bit = Mask{1} << (&word - words_.data());
    for (const std::string& lemma : word.lemmas) {
      lemmas_.emplace_back(std::string(schema::lemma_prefix) + lemma, bit);
      starts_.add(lemma);
    }
  }
  std::sort(lemmas_.begin(), lemmas_.end());
}

/// Words of the query that a document has in some form, from its terms of lemmas; `term` moves past them.
Closeness::Mask Closeness::words_in(Xapian::TermIterator& term, const Xapian::TermIterator& end) const {
  Mask words = 0;
  for (const auto& [lemma, bit] : lemmas_) {
    if (term != end && *term < lemma) term.skip_to(lemma);
    if (term != end && *term == lemma) words |= bit;
  }
  if (term != end && *term < past_fields) term.skip_to(past_fields);
  return words;
}

/// Those that a form is of.
Closeness::Mask Closeness::words_of(const std::string& form) {
  const auto [entry, fresh] = known_.try_emplace(form, 0);
  if (!fresh) return entry->second;
  for (const stemmers::Language language : index_.languages()) {
    index_.analyzer().terms_of_word(form, language, terms_);
    for (const Term& term : terms_) {
      for (std::size_t i = 0; has_meaning(term.kind) && i < words_.size(); ++i) {
        if (words_[i].lemmas.contains(term.text)) entry->second |= Mask{1} << i;
      }
    }
  }
  return entry->second;
}

std::unordered_map<std::uint64_t, Closeness::Mask> Closeness::forms_in(const Xapian::Document& document,
                                                                       const schema::WordStream& stream) {
  std::vector<std::string> forms;
  const auto keep = [&](std::string form) {
    if (starts_.may_stand_in(form)) forms.push_back(std::move(form));
  };
  const auto end = document.termlist_end();
  auto term = document.termlist_begin();
  for (; term != end && (*term)[0] < first_field; ++term) keep(*term);
  const Mask present = words_in(term, end);
  std::unordered_map<std::uint64_t, Mask> found;
  if ((present & present >> 1U) == 0) return found;  // no two neighbours
  for (; term != end; ++term) keep(*term);
  for (const std::string& form : forms) {
    if (const Mask words = words_of(form) & present) found[stream.hash(form)] |= words;
  }
  return found;
}

double Closeness::of(Xapian::docid id) {
  if (words_.size() < 2) return 0;
  const Xapian::Document document = index_.database().get_document(id);
  const std::string bytes = document.get_value(static_cast<Xapian::valueno>(schema::Slot::word_stream));
  schema::WordStream stream(bytes);
  const auto forms = forms_in(document, stream);
  if (forms.empty()) return 0;
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
