// SPDX-License-Identifier: GPL-2.0-or-later
// A few letters in, names out. Names of values are looked through in memory; titles come from a small search over title
// terms, and are read from the newest decisions it finds.
#include "searcher/suggest.h"

#include <algorithm>

#include "indexer/keys.h"
#include "searcher/edit_distance.h"
#include "searcher/labels.h"
#include "searcher/limits.h"
#include "searcher/person_names.h"
#include "searcher/text_query.h"
#include "searcher/value_names.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr std::size_t least_letters = 2;
constexpr std::size_t max_typed_bytes = 200;
constexpr std::size_t max_title_words = 64;  ///< words of the index that the last typed word may become
constexpr std::size_t max_titles_read = 60;  ///< decisions whose titles are looked at
constexpr std::size_t max_phrase = 32;       ///< words of a title that stand in its query

bool is_word_sign(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/// Words of text that `plain` made.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    if (is_word_sign(c)) {
      if (!inside) words.emplace_back();
      words.back() += c;
    }
    inside = is_word_sign(c);
  }
  return words;
}

/// Every typed word begins a word of the name; each word of the name serves once.
bool begins_words(const std::vector<std::string>& typed, const std::string& name) {
  std::vector<std::string> words = words_of(name);
  for (const std::string& wanted : typed) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(wanted); });
    if (found == words.end()) return false;
    words.erase(found);
  }
  return true;
}

struct Candidate {
  Suggestion suggestion;
  bool at_beginning = false;
};

std::string quoted(std::string text) {
  std::erase(text, '"');
  return "\"" + text + "\"";
}

/// `rahoittaja:STEA`, `järjestö:"Lähitupa ry"`.
std::string field_query(FieldId id, const std::string& value, UiLanguage lang) {
  const bool bare = std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '+';
  });
  return field_label(id, lang) + ":" + (bare ? value : quoted(value));
}

void add_values(const Index& index, FieldId id, SuggestionKind kind, const std::vector<std::string>& typed,
                UiLanguage lang, std::vector<Candidate>& out) {
  const auto& lines = index.plain_names(id);
  const auto& values = index.column(id).values();
  for (std::size_t n = 1; n < values.size(); ++n) {
    bool fits = false;
    bool at_beginning = false;
    for (std::string_view rest = lines[n]; !rest.empty();) {
      const std::string name(rest.substr(0, rest.find('\n')));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      if (!begins_words(typed, name)) continue;
      fits = true;
      at_beginning = at_beginning || name.starts_with(typed.front());
    }
    const auto count = fits ? index.count_shown(make_term(field(id), values[n])) : 0;
    if (count == 0) continue;
    std::string text = label_of(id, values[n], index, lang);
    if (id == FieldId::funder && text.find(values[n]) == std::string::npos && !values[n].starts_with("OTHER:")) {
      text += " (" + values[n] + ")";
    }
    out.push_back({{text, kind, field_query(id, values[n], lang), count}, at_beginning});
  }
}

/// The most frequent words of a vocabulary that begin as `start`, which `plain` made; marks do not matter.
std::vector<std::string> words_beginning(const Vocabulary& words, const std::string& start, std::size_t most) {
  const std::u32string wanted = code_points(start);
  std::vector<std::pair<Xapian::doccount, std::size_t>> found;
  for (std::size_t n = 0; n < words.size(); ++n) {
    const std::string_view word = words.word(n);
    const bool marked = static_cast<unsigned char>(word.front()) >= 0x80;
    if ((word.front() != start.front() && !marked) || words.length(n) < wanted.size()) continue;
    const std::u32string letters = code_points(word);
    const bool begins = std::equal(wanted.begin(), wanted.end(), letters.begin(),
                                   [](char32_t a, char32_t b) { return a == without_marks(b); });
    if (begins) found.emplace_back(words.frequency(n), n);
  }
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), found.begin() + kept, found.end(), std::greater<>());
  std::vector<std::string> out;
  for (auto it = found.begin(); it != found.begin() + kept; ++it) out.emplace_back(words.word(it->second));
  return out;
}

/// Title terms that a typed word may mean: lemmas that begin so, and lemmas of words that begin so ("avustuks").
Xapian::Query title_word(const Index& index, const std::string& word) {
  const std::string title(field(FieldId::title).prefix);
  std::vector<std::string> lemmas = words_beginning(index.lemmas(), word, max_title_words);
  for (const std::string& form : words_beginning(index.words(), word, max_title_words)) {
    for (const stemmers::Term& term : index.analyzer().terms_of_word(form, stemmers::Language::finnish)) {
      if (term.kind == stemmers::TermKind::lemma) lemmas.push_back(term.text);
    }
  }
  ScoredWord terms;
  for (const std::string& lemma : lemmas) {
    if (index.text().has(title + lemma)) terms.push_back(title + lemma);
  }
  return text_query(index, std::move(terms));
}

/// At most `max_phrase` words of a title, as a phrase.
std::string title_query(const std::string& title) {
  std::size_t words = 0;
  std::size_t end = 0;
  while (end < title.size() && words < max_phrase) {
    end = std::min(title.find(' ', end), title.size());
    ++words;
    if (end < title.size() && words < max_phrase) ++end;
  }
  return quoted(title.substr(0, end));
}

void add_titles(const Index& index, const std::vector<std::string>& plain_words, std::vector<Candidate>& out) {
  std::vector<Xapian::Query> words;
  for (const std::string& word : plain_words) words.push_back(title_word(index, word));
  Xapian::Enquire enquire(index.database());
  enquire.set_query(index.shown(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::date), true);
  const Xapian::MSet newest = enquire.get_mset(0, max_titles_read);
  const std::size_t before = out.size();
  for (auto match = newest.begin(); match != newest.end(); ++match) {
    const Decision decision = index.decision(*match);
    if (!decision.title || !begins_words(plain_words, plain(*decision.title)) || may_name_person(decision)) continue;
    const auto same = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                   [&](const Candidate& known) { return known.suggestion.text == *decision.title; });
    if (same != out.end()) {
      ++same->suggestion.count;
      continue;
    }
    out.push_back({{*decision.title, SuggestionKind::title, title_query(*decision.title), 1},
                   plain(*decision.title).starts_with(plain_words.front())});
  }
}

}  // namespace

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::title:
      return "title";
    case SuggestionKind::organisation:
      return "organisation";
    case SuggestionKind::decision_maker:
      return "decision_maker";
    case SuggestionKind::funder:
      break;
  }
  return "funder";
}

std::vector<Suggestion> suggest(const Index& index, std::string_view typed, std::size_t limit, UiLanguage lang) {
  if (!stemmers::is_valid_utf8(typed)) return {};
  typed = stemmers::cut_utf8(typed, max_typed_bytes);
  const std::vector<std::string> words = words_of(plain(typed));
  std::size_t letters = 0;
  for (const std::string& word : words) letters += word.size();
  if (letters < least_letters) return {};
  std::vector<Candidate> found;
  add_values(index, FieldId::funder, SuggestionKind::funder, words, lang, found);
  add_values(index, FieldId::decision_maker, SuggestionKind::decision_maker, words, lang, found);
  add_values(index, FieldId::organisation, SuggestionKind::organisation, words, lang, found);
  add_titles(index, words, found);
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    if (a.at_beginning != b.at_beginning) return a.at_beginning;
    return a.suggestion.count > b.suggestion.count;
  });
  std::vector<Suggestion> out;
  for (Candidate& candidate : found) {
    if (out.size() >= std::min(limit, max_suggestions)) break;
    out.push_back(std::move(candidate.suggestion));
  }
  return out;
}

}  // namespace pykala::searcher
