// SPDX-License-Identifier: GPL-2.0-or-later
// The steps from a read document to what is written, over data/sample again and again: items are decisions.
#include <benchmark/benchmark.h>

#include "indexer/document_builder.h"
#include "indexer/document_parser.h"
#include "indexer/exchange.h"
#include "indexer/extract.h"
#include "indexer/keys.h"
#include "tests/bench/sample_archive.h"

namespace pykala::bench {
namespace {

void count(benchmark::State& state, std::size_t decisions) {
  state.SetItemsProcessed(static_cast<std::int64_t>(decisions));
}

void parse_texts(benchmark::State& state) {
  std::size_t decisions = 0;
  for (auto _ : state) {
    for (const indexer::RawDocument& raw : sample_documents()) {
      for (indexer::DecisionText& text : indexer::decision_texts(raw)) {
        benchmark::DoNotOptimize(indexer::parse_decision(raw, std::move(text)));
        ++decisions;
      }
    }
  }
  count(state, decisions);
}
BENCHMARK(parse_texts)->Unit(benchmark::kMillisecond);

void extract_facts(benchmark::State& state) {
  std::size_t decisions = 0;
  for (auto _ : state) {
    for (const schema::Decision& decision : sample_decisions()) {
      state.PauseTiming();
      schema::Decision copy = decision;
      state.ResumeTiming();
      indexer::extract_facts(copy, {});
      benchmark::DoNotOptimize(copy);
      ++decisions;
    }
  }
  count(state, decisions);
}
BENCHMARK(extract_facts)->Unit(benchmark::kMillisecond);

void build_documents(benchmark::State& state) {
  const std::string source = schema::content_hash("bench");
  indexer::DocumentBuilder builder(warm_analyzer());
  std::size_t decisions = 0;
  for (auto _ : state) {
    for (const schema::Decision& decision : sample_decisions()) {
      benchmark::DoNotOptimize(builder.build(decision, source));
      ++decisions;
    }
  }
  count(state, decisions);
}
BENCHMARK(build_documents)->Unit(benchmark::kMillisecond);

void write_exchange(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const schema::Decision& decision : sample_decisions()) bytes += schema::to_exchange(decision).size();
  }
  count(state, sample_decisions().size() * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(write_exchange)->Unit(benchmark::kMillisecond);

void read_exchange(benchmark::State& state) {
  std::vector<std::string> lines;
  std::size_t bytes = 0;
  for (const schema::Decision& decision : sample_decisions()) {
    lines.push_back(schema::to_exchange(decision));
    bytes += lines.back().size();
  }
  for (auto _ : state) {
    for (const std::string& line : lines) benchmark::DoNotOptimize(schema::from_exchange(line));
  }
  count(state, lines.size() * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}
BENCHMARK(read_exchange)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pykala::bench
