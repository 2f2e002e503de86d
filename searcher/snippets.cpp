// SPDX-License-Identifier: GPL-2.0-or-later
// Texts and terms in, a passage with ranges out. Work is in bytes of the source text; ranges become code points of the
// passage at the very end, when white space has been evened out.
#include "searcher/snippets.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "indexer/searchable_text.h"
#include "searcher/passages.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using schema::SearchableText;
using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;

namespace {

constexpr std::size_t least_for_two = 120;  ///< code points: shorter halves say nothing

/// Numbers the terms as they are met, so that different ones can be told apart.
class TermNumbers {
 public:
  explicit TermNumbers(const HighlightTerms& terms) : terms_(terms) {
    for (const std::string& lemma : terms.lemmas) starts_.add(lemma);
  }

  /// Of the lemmas: other words need not be analysed.
  [[nodiscard]] const stemmers::LemmaStarts& starts() const { return starts_; }

  std::size_t of(const AnalyzedToken& token) {
    if (terms_.words.contains(token.token.text)) return number(token.token.text);
    for (const Term& term : token.terms) {
      // A piece as a phrase gives it: "140" of "140 §".
      const auto& wanted = term.kind == TermKind::piece ? terms_.words : terms_.lemmas;
      if (term.kind != TermKind::word && wanted.contains(term.text)) return number(term.text);
    }
    return 0;
  }

 private:
  std::size_t number(const std::string& text) { return numbers_.emplace(text, numbers_.size() + 1).first->second; }
  const HighlightTerms& terms_;
  stemmers::LemmaStarts starts_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

std::vector<Match> find_matches(std::string_view text, stemmers::Language language, TermNumbers& numbers,
                                const stemmers::Analyzer& analyzer, bool all_tokens) {
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text, language, tokens, &numbers.starts());
  std::vector<Match> out;
  for (const AnalyzedToken& token : tokens) {
    const Match match{token.token.begin, token.token.end, numbers.of(token)};
    const bool same_place = !out.empty() && out.back().begin == match.begin;  // a hidden half shares its place
    if (same_place) {
      out.back().term = std::max(out.back().term, match.term);
    } else if (match.term > 0 || all_tokens) {
      out.push_back(match);
    }
  }
  return out;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// [begin, end) of `text` as one line, with the ranges of its matches.
Snippet cut(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Match>& matches) {
  Snippet out;
  std::size_t points = 0;
  auto match = matches.begin();
  std::size_t open = 0;
  bool inside = false;
  for (std::size_t at = begin; at < end; ++at) {
    while (match != matches.end() && match->end <= at && !inside) ++match;
    if (match != matches.end() && match->term > 0 && match->begin == at) {
      open = points;
      inside = true;
    }
    const bool lead = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (is_blank(text[at])) {
      if (!out.text.empty() && out.text.back() != ' ') {
        out.text += ' ';
        ++points;
      }
    } else {
      out.text += text[at];
      points += lead ? 1 : 0;
    }
    if (inside && at + 1 == match->end) {
      out.highlights.emplace_back(open, points);
      inside = false;
      ++match;
    }
  }
  while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
  return out;
}

/// Cuts what stands past `length` code points: one word, or the signs after one, may be longer than all of the room.
void shorten(Snippet& snippet, std::size_t length) {
  std::size_t points = 0;
  std::size_t at = 0;
  for (; at < snippet.text.size(); ++at) {
    if ((static_cast<unsigned char>(snippet.text[at]) & 0xC0) != 0x80 && ++points > length) break;
  }
  if (at == snippet.text.size()) return;
  snippet.text.resize(at);
  std::erase_if(snippet.highlights, [length](const auto& range) { return range.first >= length; });
  for (auto& range : snippet.highlights) range.second = std::min(range.second, length);
}

/// A searched text with its tokens.
struct Scanned {
  SearchableText text;
  std::vector<Match> tokens;
};

struct Passage {
  const Scanned* text = nullptr;
  Window window;
};

/// The best passage of all texts; without a match the beginning of the decision text. Nothing when there is no text.
std::optional<Passage> best_passage(const std::vector<Scanned>& texts, std::size_t length,
                                    const std::vector<bool>& shown) {
  std::optional<Passage> best;
  for (const Scanned& text : texts) {
    const Passage passage{&text, best_window(text.tokens, length, shown)};
    const bool heavier = best && best->window.matches == 0 && text.text.weight > best->text->text.weight;
    if (!best || heavier || passage.window.better_than(best->window)) best = passage;
  }
  return best;
}

/// Two passages of half the length where together they show more different terms than one; in the order of the text.
std::optional<std::pair<Passage, Passage>> two_passages(const std::vector<Scanned>& texts, const Passage& whole,
                                                        std::size_t length) {
  if (length < least_for_two) return std::nullopt;
  const Passage first = *best_passage(texts, length / 2, {});
  std::vector<bool> shown;
  for (std::size_t i = first.window.first; i <= first.window.last; ++i) {
    const std::size_t term = first.text->tokens[i].term;
    if (shown.size() <= term) shown.resize(term + 1, false);
    shown[term] = term > 0;
  }
  const Passage second = *best_passage(texts, length / 2, shown);
  if (first.window.different + second.window.different <= whole.window.different) return std::nullopt;
  const bool in_order = first.text != second.text ? first.text < second.text : first.window.first < second.window.first;
  return in_order ? std::pair(first, second) : std::pair(second, first);
}

Snippet snippet_of(const Passage& passage, std::size_t length) {
  const std::string_view text = passage.text->text.text;
  const auto [begin, end] = widen(text, passage.text->tokens, passage.window, length);
  Snippet snippet = cut(text, begin, end, passage.text->tokens);
  shorten(snippet, length);
  return snippet;
}

}  // namespace

Highlights highlights_of(std::string_view text, stemmers::Language language, const HighlightTerms& terms,
                         const stemmers::Analyzer& analyzer) {
  TermNumbers numbers(terms);
  Highlights out;
  std::size_t at = 0;  // bytes and code points counted so far
  std::size_t points = 0;
  const auto points_to = [&](std::size_t byte) {
    points += stemmers::count_code_points(text.substr(at, byte - at));
    at = byte;
    return points;
  };
  for (const Match& match : find_matches(text, language, numbers, analyzer, false)) {
    const std::size_t begin = points_to(match.begin);
    out.emplace_back(begin, points_to(match.end));
  }
  return out;
}

std::vector<Snippet> make_snippets(const schema::Decision& decision, const HighlightTerms& terms,
                                   const stemmers::Analyzer& analyzer, std::size_t length, std::string_view languages) {
  if (length == 0) return {};
  TermNumbers numbers(terms);
  std::vector<Scanned> texts;
  for (const SearchableText& text : searchable_texts(decision, languages)) {
    if (text.is_title) continue;
    std::vector<Match> tokens = find_matches(text.text, text.language, numbers, analyzer, true);
    if (!tokens.empty()) texts.push_back({text, std::move(tokens)});
  }
  const std::optional<Passage> whole = best_passage(texts, length, {});
  if (!whole) return {};
  const auto pair = two_passages(texts, *whole, length);
  if (!pair) return {snippet_of(*whole, length)};
  return {snippet_of(pair->first, length / 2), snippet_of(pair->second, length / 2)};
}

}  // namespace pykala::searcher
