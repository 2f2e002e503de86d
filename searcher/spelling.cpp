// SPDX-License-Identifier: GPL-2.0-or-later
// A typed query in, a better one out. Each unknown word is held against the whole vocabulary: length and letters pass
// over nearly all of it, the edit distance decides among the rest.
#include "searcher/spelling.h"

#include <algorithm>
#include <bit>
#include <map>

#include "indexer/keys.h"
#include "searcher/edit_distance.h"
#include "searcher/person_names.h"
#include "searcher/value_names.h"
#include "stemmers/lexicon.h"
#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Language;
using stemmers::Term;
using stemmers::TermKind;

namespace {

constexpr std::size_t least_length = 3;         ///< letters of a word that is looked at
constexpr std::size_t candidates_checked = 4;   ///< for being no name; that reads decisions
constexpr Xapian::doccount much_more = 10;      ///< times as frequent, to replace a word that the index has
constexpr Xapian::doccount rare = 20;           ///< decisions of a word that is looked at though the index has it
constexpr int other_first_letter = 3;           ///< people know how a word begins
constexpr std::size_t max_words_corrected = 4;  ///< of one query

/// The cost that a slip may have in a word of `length` letters; short words are near to too many others.
int cost_limit(std::size_t length) {
  if (length < 4) return 2 * dots_cost;
  if (length < 7) return slip_cost;
  return length < 10 ? slip_cost + doubling_cost : 2 * slip_cost;
}

struct Candidate {
  std::string word;
  Xapian::doccount frequency = 0;
  int cost = 0;
  bool is_lemma = false;
};

bool better(const Candidate& a, const Candidate& b) {
  if (a.cost != b.cost) return a.cost < b.cost;
  if (a.frequency != b.frequency) return a.frequency > b.frequency;
  return a.is_lemma != b.is_lemma ? b.is_lemma : a.word < b.word;
}

/// `plain_form`, if given, is what they must be without dots and other marks: "paatos" for päätös.
void add_candidates(const Vocabulary& words, const std::string& text, bool is_lemma, int limit,
                    const std::optional<std::string>& plain_form, std::vector<Candidate>& out) {
  const std::u32string typed = code_points(text);
  const std::uint32_t letters = Vocabulary::letters_of(typed);
  const NearWords near(typed, limit);
  // One slip changes at most two bits of the letters, and the length by at most one; the cheapest that does is a
  // doubling, which changes no bit.
  const auto most_bits = static_cast<int>(2 * limit / slip_cost);
  const std::size_t most_longer = static_cast<std::size_t>(limit / doubling_cost);
  for (std::size_t n = 0; n < words.size(); ++n) {
    const std::size_t length = words.length(n);
    if (length + most_longer < typed.size() || length > typed.size() + most_longer) continue;
    if (std::popcount(words.letters(n) ^ letters) > most_bits || (words.letters(n) & Vocabulary::other_sign) != 0)
      continue;
    if (!near.may_have(words.word(n))) continue;
    if (plain_form && plain(words.word(n)) != *plain_form) continue;
    const std::u32string word = code_points(words.word(n));
    int cost = edit_distance(typed, word, limit);
    if (cost > limit || cost == 0) continue;
    if (without_marks(word.front()) != without_marks(typed.front())) cost += other_first_letter;
    out.push_back({std::string(words.word(n)), words.frequency(n), cost, is_lemma});
  }
}

/// One word of the query in what the index knows of it.
struct TypedWord {
  std::string text;
  std::string lemma;  ///< as Finnish
  Xapian::doccount frequency = 0;
};

std::optional<std::string> replacement(const Index& index, const TypedWord& word) {
  if (word.frequency > rare || (word.frequency > 0 && !stemmers::readings_of(word.text).empty())) return std::nullopt;
  const int limit = word.frequency == 0 ? cost_limit(code_points(word.text).size()) : slip_cost - 1;
  std::vector<Candidate> found;
  const auto plain_form = word.frequency > 0 ? std::optional(plain(word.text)) : std::nullopt;
  add_candidates(index.words(), word.text, false, limit, plain_form, found);
  add_candidates(index.lemmas(), word.lemma.empty() ? word.text : word.lemma, true, limit, plain_form, found);
  std::erase_if(found, [&word](const Candidate& candidate) {
    return candidate.frequency < much_more * word.frequency;  // of one that the index has; else none
  });
  const auto checked = std::min(found.size(), candidates_checked);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(checked), found.end(), better);
  for (std::size_t n = 0; n < checked; ++n) {
    if (is_common_word(index, found[n].word, found[n].is_lemma)) return found[n].word;
  }
  return std::nullopt;
}

/// Texts of the tree that are words to look for.
void collect_texts(const Query& query, std::vector<std::string>& out) {
  switch (query.kind) {
    case QueryKind::words:
    case QueryKind::exact:
    case QueryKind::phrase:
      out.push_back(query.text);
      return;
    case QueryKind::field:
      if (field(query.field).type == FieldType::text) out.push_back(query.text);
      return;
    case QueryKind::except:
      if (query.children.size() > 1) collect_texts(query.children.front(), out);
      return;
    default:
      for (const Query& child : query.children) collect_texts(child, out);
  }
}

bool only_letters(const std::string& word) {
  return (Vocabulary::letters_of(code_points(word)) & Vocabulary::other_sign) == 0;
}

/// The words of a text by their own form, with how many decisions have them in any way.
void collect_words(const Index& index, const std::string& text, std::map<std::string, TypedWord>& words) {
  std::vector<AnalyzedToken> tokens;
  for (const Language language : index.languages()) {
    index.analyzer().analyze(text, language, tokens);
    for (const AnalyzedToken& token : tokens) {
      const std::string& form = token.token.text;
      if (token.token.kind != stemmers::TokenKind::word || !only_letters(form)) continue;
      if (code_points(form).size() < least_length || stemmers::is_stop_word(form, language)) continue;
      TypedWord& word = words[form];
      word.text = form;
      word.frequency = std::max(word.frequency, index.text().frequency(std::string(word_prefix) + form));
      for (const Term& term : token.terms) {
        if (term.kind != TermKind::lemma) continue;
        if (language == Language::finnish) word.lemma = term.text;
        word.frequency = std::max(word.frequency, index.text().frequency(std::string(lemma_prefix) + term.text));
      }
    }
  }
}

}  // namespace

std::optional<std::string> corrected_query(const Index& index, const std::string& typed, const Query& query) {
  std::vector<std::string> texts;
  collect_texts(query, texts);
  std::map<std::string, TypedWord> words;
  for (const std::string& text : texts) collect_words(index, text, words);
  std::map<std::string, std::string> replacements;
  for (const auto& [form, word] : words) {
    if (replacements.size() == max_words_corrected) break;
    if (auto better_word = replacement(index, word)) replacements.emplace(form, *better_word);
  }
  if (replacements.empty()) return std::nullopt;
  std::string out;
  std::size_t at = 0;
  std::vector<AnalyzedToken> tokens;
  std::string parted = typed;  // "otsikko:paatos" is one word to the tokeniser
  std::replace(parted.begin(), parted.end(), ':', ' ');
  index.analyzer().analyze(parted, Language::finnish, tokens);
  for (const AnalyzedToken& token : tokens) {
    const auto found = replacements.find(token.token.text);
    if (found == replacements.end() || token.token.begin < at) continue;
    out += typed.substr(at, token.token.begin - at) + found->second;
    at = token.token.end;
  }
  return out + typed.substr(at);
}

}  // namespace pykala::searcher
