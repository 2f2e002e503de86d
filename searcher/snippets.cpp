// SPDX-License-Identifier: GPL-2.0-or-later
// Texts and terms in, a passage with ranges out. Work is in bytes of the source text; ranges become code points of the
// passage at the very end, when white space has been evened out.
#include "searcher/snippets.h"

#include <algorithm>
#include <optional>

#include "indexer/searchable_text.h"
#include "searcher/passages.h"
#include "searcher/term_matches.h"
#include "stemmers/scan.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using schema::SearchableText;

namespace {

constexpr std::size_t least_for_two = 120;  ///< code points: shorter halves say nothing
constexpr std::string_view blanks = " \n\t\r";

bool is_blank(char c) {
  return blanks.find(c) != std::string_view::npos;
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

/// A searched text with what was found in it.
struct Scanned {
  SearchableText text;
  std::vector<Match> matches;
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
    const Passage passage{&text, best_window(text.matches, length, shown)};
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
  if (first.window.matches == 0) return std::nullopt;
  for (std::size_t i = first.window.first; i <= first.window.last; ++i) {
    const std::size_t term = first.text->matches[i].term;
    if (shown.size() <= term) shown.resize(term + 1, false);
    shown[term] = term > 0;
  }
  const Passage second = *best_passage(texts, length / 2, shown);
  if (first.window.different + second.window.different <= whole.window.different) return std::nullopt;
  const bool in_order = first.text != second.text ? first.text < second.text : first.window.first < second.window.first;
  return in_order ? std::pair(first, second) : std::pair(second, first);
}

/// Where the token begins; nothing when none begins there.
std::optional<std::size_t> place_of(const std::vector<Match>& tokens, std::size_t begin) {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), begin,
                                      [](const Match& token, std::size_t byte) { return token.begin < byte; });
  if (found == tokens.end() || found->begin != begin) return std::nullopt;
  return static_cast<std::size_t>(found - tokens.begin());
}

/// The window of the passage among tokens of its text; the first token where nothing was found.
std::optional<Window> among(const std::vector<Match>& tokens, const Passage& passage) {
  if (tokens.empty()) return std::nullopt;
  if (passage.window.matches == 0) return Window{};
  const auto first = place_of(tokens, passage.text->matches[passage.window.first].begin);
  const auto last = place_of(tokens, passage.text->matches[passage.window.last].begin);
  return first && last ? std::optional(Window{*first, *last, 0, 0}) : std::nullopt;
}

/// Bytes [begin, end) of the passage with the words around it, of which the text is cut into tokens as far as `around`
/// bytes from it. Nothing where that is not far enough.
std::optional<std::pair<std::size_t, std::size_t>> widened(const Passage& passage, std::size_t length,
                                                           std::size_t around, const stemmers::Analyzer& analyzer) {
  const std::string_view text = passage.text->text.text;
  const std::vector<Match>& matches = passage.text->matches;
  const bool found = passage.window.matches > 0;
  const std::size_t begin = found ? matches[passage.window.first].begin : 0;
  const std::size_t end = found ? matches[passage.window.last].end : 0;
  const std::size_t from = begin > around ? std::min(text.find_first_of(blanks, begin - around), begin) : 0;
  const std::size_t blank = text.size() - end > around ? text.find_last_of(blanks, end + around) : text.size();
  const std::size_t to = blank > end && blank < text.size() ? blank : text.size();
  const auto tokens = tokens_between(text, from, to, passage.text->text.language, analyzer);
  const auto window = among(tokens, passage);
  if (!window) return std::nullopt;
  const auto range = widen(text, tokens, *window, length);
  const bool at_begin = from > 0 && range.first == tokens.front().begin;
  const bool at_end = to < text.size() && range.second >= tokens.back().end;
  return at_begin || at_end ? std::nullopt : std::optional(range);
}

Snippet snippet_of(const Passage& passage, std::size_t length, const stemmers::Analyzer& analyzer) {
  constexpr std::size_t room = 128;  // bytes, for letters of several of them and a long word at either end
  const std::string_view text = passage.text->text.text;
  auto range = widened(passage, length, length + room, analyzer);
  if (!range) range = widened(passage, length, text.size(), analyzer);
  if (!range) return {};
  Snippet snippet = cut(text, range->first, range->second, passage.text->matches);
  shorten(snippet, length);
  return snippet;
}

bool has_tokens(const SearchableText& text, const stemmers::Analyzer& analyzer) {
  const auto is_word_sign = [](char c) { return stemmers::is_ascii_letter(c) || (c >= '0' && c <= '9'); };
  return std::any_of(text.text.begin(), text.text.end(), is_word_sign) ||
         !tokens_between(text.text, 0, text.text.size(), text.language, analyzer).empty();
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
  for (const Match& match : find_matches(text, language, numbers, analyzer)) {
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
    std::vector<Match> matches = find_matches(text.text, text.language, numbers, analyzer);
    if (!matches.empty() || has_tokens(text, analyzer)) texts.push_back({text, std::move(matches)});
  }
  const std::optional<Passage> whole = best_passage(texts, length, {});
  if (!whole) return {};
  const auto pair = two_passages(texts, *whole, length);
  if (!pair) return {snippet_of(*whole, length, analyzer)};
  return {snippet_of(pair->first, length / 2, analyzer), snippet_of(pair->second, length / 2, analyzer)};
}

}  // namespace pykala::searcher
