// SPDX-License-Identifier: GPL-2.0-or-later
// What a word with a star costs before anything is searched: the words that fit it. On an index of random decisions, or
// on the one that PYKALA_BENCH_INDEX names.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "searcher/limits.h"
#include "searcher/patterns.h"
#include "searcher/vocabulary.h"
#include "tests/support/random_archive.h"
#include "tests/support/temp_index.h"

namespace pykala::bench {
namespace {

struct Words {
  Words() {
    const char* named = std::getenv("PYKALA_BENCH_INDEX");
    path = named != nullptr ? named : folder.path() + "/ix";
    if (named == nullptr) {
      constexpr std::size_t decisions = 500;
      test::Random random(1);
      test::make_index(path, test::random_archive(random, decisions));
    }
    note_prefixes();
  }

  /// The first letters of words of several lengths and frequencies, spread over the alphabet: what a person types.
  void note_prefixes() {
    constexpr std::size_t wanted = 400;
    const searcher::Index index(path);
    std::vector<std::string> words;
    index.text().each_term("", "", [&](const std::string& term, std::uint32_t) {
      const bool is_word = !term.empty() && term.front() >= 'a' && term.front() <= 'z' && term.size() > 6;
      if (is_word) words.push_back(term);
      return true;
    });
    std::set<std::string> starts;
    for (std::size_t n = 0; n < wanted && !words.empty(); ++n) {
      starts.insert(words[n * words.size() / wanted].substr(0, 3 + n % 4) + "*");
    }
    prefixes.assign(starts.begin(), starts.end());
  }

  test::TempFolder folder;
  std::string path;
  std::vector<std::string> prefixes;
};

Words& words() {
  static Words one;
  return one;
}

double share(std::vector<double> times, double part) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

/// An iteration is all prefixes; p50_ms, p95_ms and most_ms are of one, the best of the iterations each.
void expand_prefixes(benchmark::State& state, bool in_memory) {
  std::vector<double> best(words().prefixes.size(), 1e9);
  std::unique_ptr<searcher::Index> index;
  for (auto _ : state) {
    for (std::size_t n = 0; n < best.size(); ++n) {
      if (!in_memory) index.reset();  // another index would share its memory: each walk is the first one
      if (!index) index = std::make_unique<searcher::Index>(words().path);
      if (in_memory) (void)index->words();
      const auto begin = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(searcher::expand_pattern(*index, words().prefixes[n], searcher::max_expansions));
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
      best[n] = std::min(best[n], took.count());
    }
  }
  if (best.empty()) return state.SkipWithError("the index has no words");
  state.counters["p50_ms"] = share(best, 0.5);
  state.counters["p95_ms"] = share(best, 0.95);
  state.counters["most_ms"] = share(best, 1);
}
BENCHMARK_CAPTURE(expand_prefixes, walked, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expand_prefixes, in_memory, true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pykala::bench
