// SPDX-License-Identifier: GPL-2.0-or-later
// Sums of a word's terms against its postings, and the scores by them against those without.
#include "searcher/word_sums.h"

#include <catch2/catch.hpp>
#include <map>

#include "indexer/text_index_writer.h"
#include "searcher/block_postings.h"
#include "searcher/ranking.h"
#include "searcher/scorer.h"
#include "searcher/text_query.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using test::pick;

namespace {

using Counts = std::map<std::string, std::uint32_t>;  // term -> wdf

std::unique_ptr<Index> index_of(const test::TempFolder& folder, const std::vector<Counts>& documents) {
  const std::string path = folder.path() + "/ix";
  test::make_index(path, {});
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  indexer::TextIndexWriter texts(database);
  for (const Counts& counts : documents) {
    indexer::TextTerms terms;
    for (const auto& [term, count] : counts) terms.add("", term, count);
    Xapian::Document document;
    document.add_term(std::string(schema::length_term), terms.length);
    texts.add(database.add_document(document), terms);
  }
  texts.flush();
  database.commit();
  return std::make_unique<Index>(path);
}

bool same(const std::vector<Scored>& a, const std::vector<Scored>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Scored& x, const Scored& y) {
    return x.document == y.document && x.score == Approx(y.score).epsilon(1e-9);
  });
}

}  // namespace

TEST_CASE("sums of a word are those of its postings, and score as they do") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  const test::TempFolder folder;
  std::vector<Counts> documents(block_documents + 500);
  for (Counts& counts : documents) {
    for (std::size_t count = pick(random, 6); count > 0; --count) {
      counts["w" + std::to_string(pick(random, 30))] += static_cast<std::uint32_t>(1 + pick(random, 4));
    }
    counts["common"] = 1;
  }
  const auto index = index_of(folder, documents);
  ScoredWord word{"missing"};
  for (int n = 0; n < 25; ++n) word.push_back("w" + std::to_string(n));
  const auto sums = std::make_shared<const WordSums>(*index, word);
  CHECK_FALSE(sums->is_known());
  const DocumentSet& matches = sums->documents();
  REQUIRE(sums->is_known());
  const auto postings = postings_of(*index, word);
  CHECK(matches.size() == postings.size());
  for (const schema::Posting& posting : postings) {
    CHECK(matches.contains(posting.document));
    CHECK(sums->of(posting.document) == posting.wdf);
  }
  const ScorePart common{{{"common"}}, 2, 0.5, {}}, with{{word}, 1, 0, {}, sums}, plain{{word}, 1, 0, {}};
  const auto best = [&](const std::vector<ScorePart>& parts, std::size_t wanted) {
    return best_by_score(parts, matches, wanted, false, ranking_bm25, *index);
  };
  for (const std::size_t wanted : {std::size_t{1}, std::size_t{10}, documents.size()}) {
    CHECK(same(best({with}, wanted), best({plain}, wanted)));
    CHECK(same(best({with, common}, wanted), best({plain, common}, wanted)));
  }
}

TEST_CASE("a sum that does not fit is read from the lists") {
  constexpr std::uint32_t most = 65535;
  for (const std::uint32_t more : {1u, 2u, UINT32_MAX - most}) {
    CAPTURE(more);
    const test::TempFolder folder;
    const auto index = index_of(folder, {{{"a", most - 1}, {"b", more}}, {{"a", 3}, {"b", 4}}});
    const auto sums = std::make_shared<const WordSums>(*index, ScoredWord{"a", "b"});
    CHECK(sums->documents().size() == 2);
    CHECK(sums->is_known() == (more == 1));
    const ScorePart with{{{"a", "b"}}, 1, 0, {}, sums}, plain{{{"a", "b"}}, 1, 0, {}};
    CHECK(same(best_by_score({with}, sums->documents(), 2, false, ranking_bm25, *index),
               best_by_score({plain}, sums->documents(), 2, false, ranking_bm25, *index)));
  }
}
