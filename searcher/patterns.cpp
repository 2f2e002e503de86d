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

  /// `words` that fit, none of them before those offered, none more frequent than `greatest`: counted, when none of
  /// them would be kept.
  bool pass(std::size_t words, std::uint32_t greatest) {
    const bool none_kept = kept_.size() == most_ && (most_ == 0 || greatest <= kept_.front().frequency);
    if (none_kept) offered_ += words;
    return none_kept;
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

/// The words [n, past); where all of them fit, a block without a frequent one is passed over.
void offer_words(const Vocabulary& words, std::pair<std::size_t, std::size_t> range, std::string_view pattern,
                 bool all_fit, MostFrequent& found) {
  constexpr std::size_t block = Vocabulary::words_a_block;
  for (auto [n, past] = range; n < past; ++n) {
    const bool whole = all_fit && n % block == 0 && past - n >= block;
    if (whole && found.pass(block, words.greatest_frequency(n / block))) {
      n += block - 1;
    } else if (all_fit || fits_pattern(words.word(n), pattern)) {
      found.offer(words.frequency(n), words.word(n));
    }
  }
}

/// The same in the index's own order; how many words were walked over.
std::size_t walk_words(const Index& index, const std::string& start, std::string_view pattern, bool all_fit,
                       MostFrequent& found) {
  std::size_t walked = 0;
  index.text().each_term(start, start, [&](const std::string& word, std::uint32_t frequency) {
    ++walked;
    if (all_fit || fits_pattern(word, pattern)) found.offer(frequency, word);
    return true;
  });
  return walked;
}

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
  if (const Vocabulary* words = start.empty() ? &index.words() : index.worthwhile_words()) {
    offer_words(*words, words->beginning(start), wanted, only_start, found);
  } else {
    index.note_walk(walk_words(index, start, wanted, only_start, found));
  }
  return std::move(found).expansion();
}

}  // namespace pykala::searcher
