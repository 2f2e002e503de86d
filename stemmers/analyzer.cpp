// SPDX-License-Identifier: GPL-2.0-or-later
// Text -> tokens with terms: tokenizer, suspended compounds, then for each word the stemmer of its language.
// Private: the chain, and a cache of words already analysed.
#include "stemmers/analyzer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>

#include "stemmers/compounds.h"
#include "stemmers/direct_cache.h"
#include "stemmers/finnish_stemmer.h"
#include "stemmers/finnish_word.h"
#include "stemmers/lexicon.h"
#include "stemmers/reading_choice.h"
#include "stemmers/shared_terms.h"
#include "stemmers/snowball_stemmer.h"
#include "stemmers/suspended.h"
#include "stemmers/swedish_stemmer.h"
#include "stemmers/term_cache.h"
#include "stemmers/token_pieces.h"
#include "stemmers/tokenizer.h"
#include "stemmers/undivided.h"
#include "stemmers/unicode.h"
#include "stemmers/word_breaks.h"
#include "stemmers/word_form.h"
#include "stemmers/words_ahead.h"

namespace pykala::stemmers {
namespace {

// A change of the chain or of the tokens that changes terms changes this.
constexpr char chain_version[] = "analyzer-6";
constexpr std::size_t languages = 4;
constexpr std::size_t frequent_words = 8192;

void add_term(std::vector<Term>& terms, std::string text, TermKind kind) {
  if (text.size() > max_term_bytes) text.resize(cut_utf8(text, max_term_bytes).size());
  if (!text.empty()) terms.push_back({std::move(text), kind});
}

bool is_finnish(Language language) {
  return language == Language::finnish || language == Language::unknown;
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.find('.') != std::string_view::npos;
}

// "osallisuus" hidden at the place of token `like`.
Token hidden_token(const HiddenWord& hidden, const Token& like) {
  return {hidden.text, like.begin, like.end, like.position, TokenKind::word};
}

// Tokens that are not words are their own term; those with a second way of asking for them give it as a part.
// `source`: as it stands in the text.
void terms_of_archive_token(const Token& token, std::string_view source, std::vector<Term>& terms) {
  terms.clear();
  add_term(terms, token.text, TermKind::lemma);
  if (token.kind == TokenKind::year_range) {
    constexpr std::size_t year_digits = 4;
    add_term(terms, token.text.substr(0, year_digits), TermKind::part);
    add_term(terms, token.text.substr(year_digits + 1), TermKind::part);
  }
  if (token.kind == TokenKind::case_number) {
    const std::size_t blank = token.text.find(' ');  // "hel 2017-005881" is found by "2017-005881"
    if (blank != std::string::npos) add_term(terms, token.text.substr(blank + 1), TermKind::part);
  }
  for (const std::string& piece : pieces_of(token, source)) add_term(terms, piece, TermKind::piece);
  add_term(terms, token.text, TermKind::word);
}

// The text has no such word: it is found by what it means, not as what it says ("terveystoimiala" in quotes).
TermList without_words(const TermList& terms) {
  std::vector<Term> kept;
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(kept),
               [](const Term& term) { return term.kind != TermKind::word; });
  return TermList(kept);
}

std::string_view source_of(const Token& token, std::string_view text) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace

struct Analyzer::Impl {
  explicit Impl(AnalyzerOptions the_options) : options(the_options) {}

  AnalyzerOptions options;
  Tokenizer tokenizer;
  SnowballStemmer swedish{"swedish"};
  SnowballStemmer english{"english"};
  std::array<TermCache, languages> caches;  // by Language
  // Where rules alone decide, a word costs less than its place in a large memory.
  DirectCache<WordTerms> rules_cache{frequent_words};
  std::vector<ScannedToken> scanned;
  std::vector<Term> making;  // used again and again
  WordsAhead words_ahead;

  [[nodiscard]] bool use_lexicon() const { return !options.rules_only && has_lexicon(); }

  // The chain of one word, in the order in which its terms stand: lemma, parts, the word.
  void make_terms(std::string_view word, Language language, WordTerms& made) {
    std::vector<Term>& terms = making;
    terms.clear();
    made.boundaries.clear();
    if (is_address(word)) {
      add_term(terms, std::string(word), TermKind::lemma);
    } else if (language == Language::swedish || language == Language::english) {
      const std::size_t colon = find_colon_ending(word);  // "STEA:s"
      const auto stem = [&] {
        return language == Language::swedish ? stem_swedish(swedish, word) : english.stem(word);
      };
      add_term(terms, colon == std::string_view::npos ? stem() : std::string(word.substr(0, colon)), TermKind::lemma);
    } else {
      make_finnish_terms(word, made);
    }
    add_term(terms, std::string(word), TermKind::word);
    made.terms = TermList(terms);
  }

  // Into `making`; the dictionary is asked once for all threads.
  void make_finnish_terms(std::string_view word, WordTerms& made) {
    static SharedTerms known;
    const std::size_t hash = TermCache::hash_of(word);
    if (use_lexicon() && known.find(word, hash, making, made.boundaries)) return;
    FinnishWord finnish = analyze_finnish_word(word, use_lexicon());
    add_term(making, std::move(finnish.lemma), TermKind::lemma);
    for (std::string& part : finnish.parts) add_term(making, std::move(part), TermKind::part);
    made.boundaries = std::move(finnish.boundaries);
    if (use_lexicon()) known.keep(word, hash, making, made.boundaries);
  }

  [[nodiscard]] bool by_rules(Language language) const { return is_finnish(language) && !use_lexicon(); }
  TermCache& cache_of(Language language) {
    return caches.at(static_cast<std::size_t>(is_finnish(language) ? Language::finnish : language));
  }

  const WordTerms& terms_of(std::string_view word, Language language) {
    if (by_rules(language)) {
      if (const WordTerms* known = rules_cache.find(word)) return *known;
      return rules_cache.keep(word, [&](WordTerms& made) { make_terms(word, language, made); });
    }
    return terms_of(word, TermCache::hash_of(word), language);
  }
  const WordTerms& terms_of(std::string_view word, std::size_t hash, Language language) {
    TermCache& cache = cache_of(language);
    if (const WordTerms* known = cache.find(word, hash)) return *known;
    WordTerms made;
    make_terms(word, language, made);
    return cache.keep(word, hash, std::move(made));
  }

  // Writes over what stands at `out[at]` and leaves its string to `token`, so that neither needs new memory.
  // `hash`: of the token's text where it is known.
  void put(Token& token, std::optional<std::size_t> hash, std::string_view text, Language language,
           const LemmaStarts* wanted, std::vector<AnalyzedToken>& out, std::size_t at) {
    AnalyzedToken& slot = at < out.size() ? out[at] : out.emplace_back();
    std::swap(slot.token, token);
    if (slot.token.kind == TokenKind::word && wanted != nullptr && !wanted->may_stand_in(slot.token.text)) {
      slot.terms = {};
    } else if (slot.token.kind == TokenKind::word) {
      slot.terms = (hash ? terms_of(slot.token.text, *hash, language) : terms_of(slot.token.text, language)).terms;
    } else {
      terms_of_archive_token(slot.token, source_of(slot.token, text), making);
      slot.terms = TermList(making);
    }
  }
};

Analyzer::Analyzer(AnalyzerOptions options) : impl_(std::make_unique<Impl>(options)) {}
Analyzer::~Analyzer() = default;

std::string Analyzer::id() const {
  return std::string(chain_version) + " " + word_breaks_id() + " " + std::string(finnish_rules_id) + " " +
         (impl_->use_lexicon() ? lexicon_id() : "no-lexicon") + " " + snowball_id();
}

void Analyzer::analyze(std::string_view text, Language language, std::vector<AnalyzedToken>& out,
                       const LemmaStarts* wanted) const {
  std::vector<ScannedToken>& scanned = impl_->scanned;
  impl_->tokenizer.tokenize(text, scanned);
  const std::vector<HiddenWord> hidden =
      expand_suspended(scanned, [&](std::string_view word) { return impl_->terms_of(word, language).boundaries; });
  out.reserve(scanned.size() + hidden.size());
  auto next_hidden = hidden.begin();
  std::size_t count = 0;
  const TermCache* ahead = wanted == nullptr && !impl_->by_rules(language) ? &impl_->cache_of(language) : nullptr;
  impl_->words_ahead.clear();
  for (std::size_t i = 0; i < scanned.size(); ++i) {
    const std::size_t visible = count;
    const auto hash = ahead ? std::optional(impl_->words_ahead.hash(scanned, i, *ahead)) : std::nullopt;
    impl_->put(scanned[i].token, hash, text, language, wanted, out, count++);
    for (; next_hidden != hidden.end() && next_hidden->token == i; ++next_hidden) {
      Token token = hidden_token(*next_hidden, out[visible].token);
      impl_->put(token, std::nullopt, text, language, wanted, out, count);
      out[count].terms = without_words(out[count].terms);
      ++count;
    }
  }
  out.resize(count);
}

void Analyzer::terms_of_word(std::string_view word, Language language, std::vector<Term>& out) const {
  const auto copy_terms_of = [&](std::string_view text) {
    const TermList& terms = impl_->terms_of(text, language).terms;
    out.assign(terms.begin(), terms.end());
  };
  if (is_plain_word(word)) {
    copy_terms_of(normal_word(word));
    return;
  }
  impl_->tokenizer.tokenize(word, impl_->scanned);
  if (impl_->scanned.size() == 1 && impl_->scanned.front().token.kind != TokenKind::word) {
    const Token& token = impl_->scanned.front().token;
    terms_of_archive_token(token, source_of(token, word), out);
    return;
  }
  const std::string text = impl_->scanned.size() == 1 ? impl_->scanned.front().token.text : normal_word(word);
  out.clear();
  if (!text.empty()) copy_terms_of(text);
}

std::vector<Term> Analyzer::terms_of_word(std::string_view word, Language language) const {
  std::vector<Term> terms;
  terms_of_word(word, language, terms);
  return terms;
}

std::optional<std::string> Analyzer::other_lemma(std::string_view text) const {
  if (!impl_->use_lexicon()) return std::nullopt;
  const Readings readings = readings_of(text);
  const Reading* entry = entry_reading(readings, text);
  if (entry == nullptr || readings.size() == 1) return std::nullopt;
  std::string lemma = lemma_of(*entry);
  if (lemma == impl_->terms_of(text, Language::finnish).terms.front().text) return std::nullopt;
  return lemma;
}

std::string Analyzer::split_compound(std::string_view word) const {
  const std::string text = normal_word(word);
  if (text.empty()) return text;
  return mark_boundaries(text, real_boundaries(text, impl_->terms_of(text, Language::finnish).boundaries));
}

}  // namespace pykala::stemmers
