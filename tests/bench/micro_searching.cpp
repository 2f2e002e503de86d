// SPDX-License-Identifier: GPL-2.0-or-later
// What a search does for each document that matches, and for each hit that is shown.
#include <benchmark/benchmark.h>

#include <memory>

#include "indexer/document_builder.h"
#include "indexer/keys.h"
#include "indexer/schema.h"
#include "indexer/word_stream.h"
#include "searcher/facets.h"
#include "searcher/match_set.h"
#include "searcher/snippets.h"
#include "tests/bench/sample_archive.h"
#include "tests/support/random_archive.h"
#include "tests/support/temp_index.h"

namespace pykala::bench {
namespace {

constexpr std::size_t archive_size = 3000;

/// An index of random small decisions, and a third of its documents.
struct Archive {
  Archive() {
    test::Random random(1);
    test::make_index(folder.path() + "/ix", test::random_archive(random, archive_size));
    index = std::make_unique<searcher::Index>(folder.path() + "/ix");
    for (Xapian::docid document = 1; document <= documents.last(); document += 3) documents.add(document);
  }
  test::TempFolder folder;
  std::unique_ptr<searcher::Index> index;
  searcher::DocumentSet documents{archive_size};
};

const Archive& archive() {
  static const Archive one;
  return one;
}

/// Items are documents. Argument: the field that is counted. Its column is filled before.
void count_facet(benchmark::State& state) {
  const auto field = static_cast<schema::FieldId>(state.range(0));
  const auto count = [&] {
    return searcher::count_facet({field, 10}, archive().documents, {}, *archive().index, searcher::UiLanguage::fi);
  };
  if (count().values.empty()) state.SkipWithError("nothing was counted");
  for (auto _ : state) benchmark::DoNotOptimize(count());
  state.SetItemsProcessed(static_cast<std::int64_t>(archive().documents.size() * state.iterations()));
}
BENCHMARK(count_facet)
    ->ArgName("field")
    ->Arg(static_cast<int>(schema::FieldId::year))
    ->Arg(static_cast<int>(schema::FieldId::funder))
    ->Arg(static_cast<int>(schema::FieldId::decision_maker));

/// Items are documents: the match itself, over a posting list of all.
void match_everything(benchmark::State& state) {
  const searcher::Index& index = *archive().index;
  std::size_t found = 0;
  for (auto _ : state) found += searcher::match_set(Xapian::Query::MatchAll, index.database()).size();
  state.SetItemsProcessed(static_cast<std::int64_t>(found));
}
BENCHMARK(match_everything);

/// Items are hits: the snippets of one, 240 code points as a request has by default.
void make_snippets(benchmark::State& state) {
  const stemmers::Analyzer& analyzer = warm_analyzer();
  const searcher::HighlightTerms terms{{"avustus", "hanke", "rahoitus"}, {"avustuksen"}};
  constexpr std::size_t length = 240;
  std::size_t snippets = 0;
  for (auto _ : state) {
    for (const schema::Decision& decision : sample_decisions()) {
      snippets += searcher::make_snippets(decision, terms, analyzer, length).size();
    }
  }
  if (snippets == 0) state.SkipWithError("no snippet was made");
  state.SetItemsProcessed(static_cast<std::int64_t>(sample_decisions().size() * state.iterations()));
}
BENCHMARK(make_snippets)->Unit(benchmark::kMillisecond);

/// Items are candidates of a phrase: the first words of the decision's last text, so that the stream is read far.
void check_phrase(benchmark::State& state) {
  struct Candidate {
    std::string stream;
    std::vector<std::string> words;
  };
  std::vector<Candidate> candidates;
  for (const schema::Decision& decision : sample_decisions()) {
    indexer::DocumentBuilder builder(warm_analyzer());
    const Xapian::Document document = builder.build(decision, schema::content_hash("bench")).document;
    const std::vector<schema::SearchableText> texts = schema::searchable_texts(decision);
    std::vector<stemmers::AnalyzedToken> tokens;
    warm_analyzer().analyze(texts.back().text, texts.back().language, tokens);
    const auto is_word = [&](std::size_t at) { return tokens[at].token.kind == stemmers::TokenKind::word; };
    if (tokens.size() < 2 || !is_word(0) || !is_word(1)) continue;  // "17 §" has other words than its own text
    candidates.push_back({document.get_value(static_cast<Xapian::valueno>(schema::Slot::word_stream)),
                          {tokens[0].token.text, tokens[1].token.text}});
  }
  std::size_t found = 0;
  for (auto _ : state) {
    for (const Candidate& one : candidates) found += schema::holds_phrase(one.stream, one.words) ? 1 : 0;
  }
  if (found == 0) state.SkipWithError("no phrase was found");
  state.SetItemsProcessed(static_cast<std::int64_t>(candidates.size() * state.iterations()));
}
BENCHMARK(check_phrase);

}  // namespace
}  // namespace pykala::bench
