// SPDX-License-Identifier: GPL-2.0-or-later
// A lemma in, how often it comes out; a word in, the lemma that is listed for it out. Private: the two lists.
#include "stemmers/lemma_counts.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

/// Lines of two columns; '#' begins a comment.
template <class Take>
void each_row(const char* file, Take take) {
  for (const std::string_view line : data::embedded_lines(file)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos) take(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::unordered_map<std::string_view, int> read_counts() {
  std::unordered_map<std::string_view, int> counts;
  each_row("lexicon/lemma_counts_fi.tsv", [&](std::string_view lemma, std::string_view text) {
    int count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    counts.emplace(lemma, static_cast<int>(std::lround(10 * std::log1p(count))));
  });
  return counts;
}

std::unordered_map<std::string_view, std::string_view> read_listed() {
  std::unordered_map<std::string_view, std::string_view> lemmas;
  each_row("lexicon/readings_fi.tsv",
           [&](std::string_view word, std::string_view lemma) { lemmas.emplace(word, lemma); });
  return lemmas;
}

}  // namespace

int lemma_log_count(std::string_view lemma) {
  static const auto counts = read_counts();
  const auto found = counts.find(lemma);
  return found == counts.end() ? 0 : found->second;
}

std::string_view listed_lemma(std::string_view word) {
  static const auto lemmas = read_listed();
  const auto found = lemmas.find(word);
  return found == lemmas.end() ? std::string_view() : found->second;
}

}  // namespace pykala::stemmers
