// SPDX-License-Identifier: GPL-2.0-or-later
// A pattern in, words out. What stands before the first star is looked up in the index's own order; only a pattern that
// begins with a star looks at every word.
#include "searcher/patterns.h"

#include <algorithm>

#include "searcher/value_names.h"

namespace pykala::searcher {

bool fits_pattern(std::string_view word, std::string_view pattern) {
  std::size_t at = 0, in_pattern = 0;
  std::size_t star = std::string_view::npos, retry = 0;  // the last star, and where the word goes on after it
  while (at < word.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      retry = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == word[at]) {
      ++in_pattern;
      ++at;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

Expansion expand_pattern(const Index& index, std::string_view pattern, std::size_t most) {
  const std::string wanted = folded(pattern);
  const std::string start = wanted.substr(0, wanted.find('*'));
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  if (start.empty()) {
    const Vocabulary& words = index.words();
    for (std::size_t n = 0; n < words.size(); ++n) {
      if (fits_pattern(words.word(n), wanted)) found.emplace_back(words.frequency(n), words.word(n));
    }
  } else {
    index.text().each_term(start, start, [&](const std::string& word, std::uint32_t frequency) {
      if (fits_pattern(word, wanted)) found.emplace_back(frequency, word);
      return true;
    });
  }
  Expansion expansion;
  expansion.found = found.size();
  const auto more_frequent = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  const auto kept = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), more_frequent);
  for (std::size_t n = 0; n < kept; ++n) expansion.words.push_back(std::move(found[n].second));
  return expansion;
}

}  // namespace pykala::searcher
