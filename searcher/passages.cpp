// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens of a text in, a window or its bytes out. Both ends of a window only move forward: linear whatever the text.
#include "searcher/passages.h"

#include "stemmers/unicode.h"

namespace pykala::searcher {
namespace {

/// How often each term stands in a window, and how many different ones do; terms in `shown` do not count as different.
class WindowCounts {
 public:
  explicit WindowCounts(const std::vector<bool>& shown) : shown_(shown) {}
  void add(std::size_t term) {
    if (counts_.size() <= term) counts_.resize(term + 1, 0);
    if (counts_[term]++ == 0 && is_new(term)) ++different;
  }
  void remove(std::size_t term) {
    if (--counts_[term] == 0 && is_new(term)) --different;
  }
  std::size_t different = 0;

 private:
  [[nodiscard]] bool is_new(std::size_t term) const { return term >= shown_.size() || !shown_[term]; }
  const std::vector<bool>& shown_;
  std::vector<std::size_t> counts_;
};

/// What stands between two tokens: the end of a sentence, of a paragraph, or a heading's colon.
bool sentence_ends(std::string_view gap) {
  for (const std::string_view end : {". ", ".\n", "! ", "!\n", "? ", "?\n", ":\n", ";\n"}) {
    if (gap.starts_with(end)) return true;
  }
  return gap.find("\n\n") != std::string_view::npos;
}

}  // namespace

Window best_window(const std::vector<Match>& tokens, std::size_t length, const std::vector<bool>& shown) {
  std::vector<std::size_t> matches;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].term > 0) matches.push_back(i);
  }
  Window best;
  WindowCounts counts(shown);
  std::size_t end = 0;  // of the window, in `matches`
  for (std::size_t begin = 0; begin < matches.size(); ++begin) {
    const Match& first = tokens[matches[begin]];
    while (end < matches.size() && (end == begin || tokens[matches[end]].end - first.begin <= length)) {
      counts.add(tokens[matches[end++]].term);
    }
    const Window window{matches[begin], matches[end - 1], counts.different, end - begin};
    if (window.better_than(best)) best = window;
    counts.remove(first.term);
  }
  return best;
}

std::pair<std::size_t, std::size_t> widen(std::string_view text, const std::vector<Match>& tokens, const Window& window,
                                          std::size_t length) {
  std::size_t first = window.first, last = window.last;
  const auto used = [&] {
    return stemmers::count_code_points(text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin));
  };
  const std::size_t room = used() < length ? length - used() : 0;
  const std::size_t limit = used() + room / 3;               // with no sentence in sight
  const std::size_t sentence_limit = used() + room * 2 / 3;  // to begin where a sentence does
  std::size_t in_limit = first;
  while (first > 0 && !sentence_ends(text.substr(tokens[first - 1].end, tokens[first].begin - tokens[first - 1].end))) {
    --first;
    if (used() <= limit) in_limit = first;
    if (used() > sentence_limit) {
      first = in_limit;
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

}  // namespace pykala::searcher
