// SPDX-License-Identifier: GPL-2.0-or-later
// Texts and terms in, a passage with ranges out. Work is in bytes of the source text; ranges become code points of the
// passage at the very end, when white space has been evened out.
#include "searcher/snippets.h"

#include <algorithm>

#include "indexer/searchable_text.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using schema::SearchableText;
using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;

namespace {

/// A token that was found, or any token of the text with `term` 0.
struct Match {
  std::size_t begin = 0, end = 0;  ///< bytes
  std::size_t term = 0;            ///< number of the term that found it, from 1
};

/// Numbers the terms as they are met, so that different ones can be told apart.
class TermNumbers {
 public:
  explicit TermNumbers(const HighlightTerms& terms) : terms_(terms) {}

  std::size_t of(const AnalyzedToken& token) {
    if (terms_.words.contains(token.token.text)) return number(token.token.text);
    for (const Term& term : token.terms) {
      if (term.kind != TermKind::word && terms_.lemmas.contains(term.text)) return number(term.text);
    }
    return 0;
  }

 private:
  std::size_t number(const std::string& text) {
    const auto found = std::find(seen_.begin(), seen_.end(), text);
    if (found != seen_.end()) return static_cast<std::size_t>(found - seen_.begin()) + 1;
    seen_.push_back(text);
    return seen_.size();
  }
  const HighlightTerms& terms_;
  std::vector<std::string> seen_;
};

std::vector<Match> find_matches(std::string_view text, stemmers::Language language, TermNumbers& numbers,
                                const stemmers::Analyzer& analyzer, bool all_tokens) {
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text, language, tokens);
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

/// A window of tokens [first, last] and what it shows.
struct Window {
  std::size_t first = 0, last = 0;
  std::size_t different = 0, matches = 0;
  [[nodiscard]] bool better_than(const Window& other) const {
    return different != other.different ? different > other.different : matches > other.matches;
  }
};

/// The best window of at most `length` bytes' worth of tokens that begins with a match; tokens are in order.
Window best_window(const std::vector<Match>& tokens, std::size_t length) {
  Window best;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (tokens[first].term == 0) continue;
    Window window{first, first, 0, 0};
    std::vector<bool> seen;
    for (std::size_t i = first; i < tokens.size() && tokens[i].end - tokens[first].begin <= length; ++i) {
      if (tokens[i].term == 0) continue;
      if (seen.size() <= tokens[i].term) seen.resize(tokens[i].term + 1, false);
      window.different += seen[tokens[i].term] ? 0 : 1;
      seen[tokens[i].term] = true;
      ++window.matches;
      window.last = i;
    }
    if (window.better_than(best)) best = window;
  }
  return best;
}

/// Widens a window with the words around it, a third of the room before it; stops at a paragraph's beginning.
std::pair<std::size_t, std::size_t> widen(std::string_view text, const std::vector<Match>& tokens, const Window& window,
                                          std::size_t length) {
  std::size_t first = window.first, last = window.last;
  const auto used = [&] {
    return stemmers::count_code_points(text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin));
  };
  const std::size_t before = used() < length ? (length - used()) / 3 : 0;
  const std::size_t limit = used() + before;
  while (first > 0) {
    const std::string_view gap = text.substr(tokens[first - 1].end, tokens[first].begin - tokens[first - 1].end);
    const bool sentence_ends =
        gap.find("\n\n") != std::string_view::npos || gap.starts_with(". ") || gap.starts_with(".\n");
    if (sentence_ends) break;
    --first;
    if (used() > limit) {
      ++first;
      break;
    }
  }
  while (last + 1 < tokens.size()) {
    ++last;
    if (used() > length) {
      --last;
      break;
    }
  }
  std::size_t end = tokens[last].end;
  while (end < text.size() && (text[end] == '.' || text[end] == ',' || text[end] == ')' || text[end] == ';')) ++end;
  return {tokens[first].begin, end};
}

}  // namespace

Highlights highlights_of(std::string_view text, stemmers::Language language, const HighlightTerms& terms,
                         const stemmers::Analyzer& analyzer) {
  TermNumbers numbers(terms);
  Highlights out;
  for (const Match& match : find_matches(text, language, numbers, analyzer, false)) {
    const std::size_t begin = stemmers::count_code_points(text.substr(0, match.begin));
    out.emplace_back(begin, begin + stemmers::count_code_points(text.substr(match.begin, match.end - match.begin)));
  }
  return out;
}

std::vector<Snippet> make_snippets(const schema::Decision& decision, const HighlightTerms& terms,
                                   const stemmers::Analyzer& analyzer, std::size_t length) {
  if (length == 0) return {};
  TermNumbers numbers(terms);
  const std::vector<SearchableText> texts = searchable_texts(decision);
  const SearchableText* chosen = nullptr;
  std::vector<Match> chosen_tokens;
  Window chosen_window;
  for (const SearchableText& text : texts) {
    if (text.is_title) continue;
    std::vector<Match> tokens = find_matches(text.text, text.language, numbers, analyzer, true);
    if (tokens.empty()) continue;
    const Window window = best_window(tokens, length);
    const bool first_choice = chosen == nullptr || (chosen_window.matches == 0 && text.weight > chosen->weight);
    if (first_choice || window.better_than(chosen_window)) {
      chosen = &text;
      chosen_tokens = std::move(tokens);
      chosen_window = window;
    }
  }
  if (chosen == nullptr) return {};
  const auto [begin, end] = widen(chosen->text, chosen_tokens, chosen_window, length);
  Snippet snippet = cut(chosen->text, begin, end, chosen_tokens);
  shorten(snippet, length);
  return {snippet};
}

}  // namespace pykala::searcher
