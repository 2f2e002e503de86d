// SPDX-License-Identifier: GPL-2.0-or-later
// Text to terms, over the texts of data/sample again and again: items are words. The caches are warm, as they are
// nearly always over an archive; `first meeting` has none.
#include <benchmark/benchmark.h>

#include <memory>

#include "stemmers/analyzer.h"
#include "stemmers/tokenizer.h"
#include "tests/bench/sample_archive.h"

namespace pykala::bench {
namespace {

void count(benchmark::State& state, std::size_t words) {
  state.SetItemsProcessed(static_cast<std::int64_t>(words));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes_of(sample_texts()) * state.iterations()));
}

std::size_t analyze_all(const stemmers::Analyzer& analyzer, std::vector<stemmers::AnalyzedToken>& tokens) {
  std::size_t words = 0;
  for (const schema::SearchableText& text : sample_texts()) {
    analyzer.analyze(text.text, text.language, tokens);
    words += tokens.size();
  }
  return words;
}

void tokenize(benchmark::State& state) {
  stemmers::Tokenizer tokenizer;
  std::vector<stemmers::ScannedToken> tokens;
  std::size_t words = 0;
  for (auto _ : state) {
    for (const schema::SearchableText& text : sample_texts()) {
      tokenizer.tokenize(text.text, tokens);
      words += tokens.size();
    }
  }
  count(state, words);
}
BENCHMARK(tokenize)->Unit(benchmark::kMillisecond);

void analyze(benchmark::State& state) {
  std::vector<stemmers::AnalyzedToken> tokens;
  std::size_t words = 0;
  const stemmers::Analyzer& analyzer = warm_analyzer();
  for (auto _ : state) words += analyze_all(analyzer, tokens);
  count(state, words);
}
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);

void analyze_by_rules_only(benchmark::State& state) {
  const stemmers::Analyzer analyzer({.rules_only = true});
  std::vector<stemmers::AnalyzedToken> tokens;
  analyze_all(analyzer, tokens);
  std::size_t words = 0;
  for (auto _ : state) words += analyze_all(analyzer, tokens);
  count(state, words);
}
BENCHMARK(analyze_by_rules_only)->Unit(benchmark::kMillisecond);

void analyze_at_first_meeting(benchmark::State& state) {
  std::vector<stemmers::AnalyzedToken> tokens;
  std::size_t words = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto analyzer = std::make_unique<stemmers::Analyzer>();
    state.ResumeTiming();
    words += analyze_all(*analyzer, tokens);
    state.PauseTiming();
    analyzer.reset();
    state.ResumeTiming();
  }
  count(state, words);
}
BENCHMARK(analyze_at_first_meeting)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pykala::bench
