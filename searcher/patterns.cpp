// SPDX-License-Identifier: GPL-2.0-or-later
// A pattern in, words out. What stands before the first star is looked up in the index's own order, in memory where the
// words are there; only a pattern that begins with a star looks at every word.
#include "searcher/patterns.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "searcher/value_names.h"

namespace pykala::searcher {
namespace {

/// Keeps so many of the words that are offered.
class MostFrequent {
 public:
  explicit MostFrequent(std::size_t most) : most_(most) {}

  void offer(std::uint32_t frequency, std::string_view word) {
    ++offered_;
    if (kept_.size() == most_) {
      if (most_ == 0 || !before(frequency, word, kept_.front())) return;
      std::pop_heap(kept_.begin(), kept_.end(), in_order);
      kept_.back() = {frequency, std::string(word)};
    } else {
      kept_.push_back({frequency, std::string(word)});
    }
    std::push_heap(kept_.begin(), kept_.end(), in_order);
  }

  [[nodiscard]] Expansion expansion() && {
    std::sort_heap(kept_.begin(), kept_.end(), in_order);
    Expansion out;
    out.found = offered_;
    for (Word& word : kept_) out.words.push_back(std::move(word.text));
    return out;
  }

 private:
  struct Word {
    std::uint32_t frequency;
    std::string text;
  };
  /// The more frequent first; of equal ones in order of letters.
  static bool before(std::uint32_t frequency, std::string_view text, const Word& other) {
    return frequency != other.frequency ? frequency > other.frequency : text < other.text;
  }
  static bool in_order(const Word& a, const Word& b) { return before(a.frequency, a.text, b); }

  std::size_t most_;
  std::size_t offered_ = 0;
  std::vector<Word> kept_;  ///< a heap, the last in order on top
};

}  // namespace

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
  const bool only_start = wanted.size() == start.size() + 1;  // "asunto*": every word that begins so fits
  MostFrequent found(most);
  if (const Vocabulary* words = start.empty() ? &index.words() : index.filled_words()) {
    const auto [first, past] = words->beginning(start);
    for (std::size_t n = first; n < past; ++n) {
      if (only_start || fits_pattern(words->word(n), wanted)) found.offer(words->frequency(n), words->word(n));
    }
  } else {
    index.text().each_term(start, start, [&](const std::string& word, std::uint32_t frequency) {
      if (only_start || fits_pattern(word, wanted)) found.offer(frequency, word);
      return true;
    });
  }
  return std::move(found).expansion();
}

}  // namespace pykala::searcher
