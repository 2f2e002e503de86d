// SPDX-License-Identifier: GPL-2.0-or-later
// Decisions and words in, a careful yes or no out. Evidence is how a word is written: nobody writes a surname with a
// small letter in minutes, save in an address.
#include "searcher/person_names.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/searchable_text.h"
#include "stemmers/lexicon.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Reading;
using stemmers::Term;
using stemmers::TokenKind;

namespace {

constexpr Xapian::doccount documents_looked_at = 4;

/// True when the first letter is a small one.
bool begins_small(std::string_view word) {
  const std::string_view first = stemmers::cut_utf8(word, 2);
  return stemmers::capitalize(first) != first;
}

bool is_capitalised(std::string_view word) {
  const std::string_view first = stemmers::cut_utf8(word, 2);
  return stemmers::to_lower(first) != first;
}

/// "STEA", "HEL": no way to write a name.
bool is_all_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

enum class Knowledge { nothing, common, person };

Knowledge known(const std::string& word) {
  bool any = false;
  for (const Reading& reading : stemmers::readings_of(word)) {
    any = true;
    if (!reading.personal_name) return Knowledge::common;
  }
  return any ? Knowledge::person : Knowledge::nothing;
}

/// Names of the decision in which capitals are in their place.
std::string public_names(const Decision& decision) {
  std::string names;
  for (const std::string& organisation : decision.organisations) names += organisation + "\n";
  if (decision.decision_maker) names += decision.decision_maker->name + "\n";
  for (const Funder& funder : decision.funders) {
    const FunderName* known_funder = Authority::builtin().funder(funder.id);
    names += known_funder != nullptr ? known_funder->name_fi + "\n" + known_funder->name_sv + "\n" : funder.id + "\n";
  }
  return names;
}

/// A sign that cannot stand beside a word in running text: "maija.meikalainen(at)example.fi".
bool is_address_sign(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if (c == '@' || c == '_' || c == '(' || c == '/' || c == '\\') return true;
  if (c != '.' && c != ':' && c != '-') return false;
  return at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\n';
}

bool written_small(std::string_view text, const AnalyzedToken& token) {
  const std::size_t begin = token.token.begin;
  const std::size_t end = token.token.end;
  const bool starts_clean = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n' || text[begin - 1] == '(';
  return starts_clean && !is_address_sign(text, end) && begins_small(text.substr(begin, end - begin));
}

bool has_term(const AnalyzedToken& token, const std::string& word, bool is_lemma) {
  return std::any_of(token.terms.begin(), token.terms.end(),
                     [&](const Term& term) { return term.text == word && has_meaning(term.kind) == is_lemma; });
}

/// A capital where no sentence begins: "Marjukka Ojanperä".
bool is_capital_inside(std::string_view text, const AnalyzedToken& token) {
  const std::size_t begin = token.token.begin;
  if (begin < 2 || text[begin - 1] != ' ' || begins_small(text.substr(begin, token.token.end - begin))) return false;
  return std::string_view(".!?:\n \xBB\x9D\"").find(text[begin - 2]) == std::string_view::npos;
}

/// How a word is written in the first decisions that have it.
struct Writing {
  bool small = false;
  bool capital_inside = false;
};

void look_at(const Decision& decision, const Index& index, const std::string& word, bool is_lemma, Writing& writing) {
  std::vector<AnalyzedToken> tokens;
  for (const SearchableText& text : searchable_texts(decision)) {
    index.analyzer().analyze(text.text, text.language, tokens);
    for (const AnalyzedToken& token : tokens) {
      if (token.token.kind != TokenKind::word || !has_term(token, word, is_lemma)) continue;
      writing.small = writing.small || written_small(text.text, token);
      writing.capital_inside = writing.capital_inside || is_capital_inside(text.text, token);
    }
  }
}

Writing writing_of(const Index& index, const std::string& word, bool is_lemma) {
  const std::string term = std::string(is_lemma ? lemma_prefix : word_prefix) + word;
  Writing writing;
  std::size_t looked_at = 0;
  TextPostings postings(index.text(), index.text().find(term));
  for (Posting posting{}; !writing.small && postings.next(posting);) {
    look_at(index.decision(posting.document), index, word, is_lemma, writing);
    if (++looked_at == documents_looked_at) break;
  }
  return writing;
}

}  // namespace

bool may_name_person(const Decision& decision) {
  if (!decision.title) return false;
  const std::string names = public_names(decision);
  const std::string& title = *decision.title;
  bool last_capitalised = false;
  for (std::size_t at = 0; at < title.size();) {
    const auto end = std::min(title.find_first_of(" \n", at), title.size());
    std::string word = title.substr(at, end - at);
    at = end + 1;
    while (!word.empty() && std::string_view(",.;:()!?\"").find(word.back()) != std::string_view::npos) word.pop_back();
    const bool capitalised = !word.empty() && is_capitalised(word) && !is_all_capitals(word);
    if (!capitalised || names.find(word) != std::string::npos) {
      last_capitalised = false;
      continue;
    }
    const Knowledge knowledge = known(word);
    if (knowledge == Knowledge::person) return true;
    if (knowledge == Knowledge::nothing && last_capitalised) return true;
    last_capitalised = knowledge != Knowledge::common || last_capitalised;
  }
  return false;
}

bool is_common_word(const Index& index, const std::string& word, bool is_lemma) {
  const Knowledge knowledge = known(word);
  if (knowledge == Knowledge::person) return false;
  const Writing writing = writing_of(index, word, is_lemma);
  return writing.small || (knowledge == Knowledge::common && !writing.capital_inside);
}

}  // namespace pykala::searcher
