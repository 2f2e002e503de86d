// SPDX-License-Identifier: GPL-2.0-or-later
// The scorer against Xapian's matcher, over random archives and queries. PYKALA_SEED=n runs one again.
#include "searcher/scorer.h"

#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <set>

#include "indexer/error.h"
#include "indexer/schema.h"
#include "indexer/text_index_writer.h"
#include "searcher/block_postings.h"
#include "searcher/document_list.h"
#include "searcher/match_set.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;
using test::one_of;
using test::pick;
using test::Random;
using test::seed;
using Documents = std::vector<Xapian::docid>;

namespace {

/// Some decisions, and so many documents of a few random terms beside them that there are several blocks; with holes.
struct Archive {
  explicit Archive(std::size_t more) : random(seed()) {
    const std::string path = folder.path() + "/ix";
    test::make_index(path, test::random_archive(random, 200));
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    indexer::TextIndexWriter texts(database);
    const auto& words = test::random_words();
    for (std::size_t n = 0; n < more; ++n) {
      std::map<std::string, std::uint32_t> counts;
      for (std::size_t count = 1 + pick(random, 3); count > 0; --count) {
        const std::string& word = words[std::min(pick(random, words.size() - 1), pick(random, words.size() - 1))];
        counts["Z" + word] += static_cast<std::uint32_t>(1 + pick(random, 3));
        if (pick(random, 2) == 0) ++counts[word];
      }
      Xapian::Document document;
      indexer::TextTerms terms;
      for (const auto& [term, count] : counts) terms.add("", term, count);
      document.add_term(std::string(schema::length_term), terms.length);
      document.add_value(static_cast<Xapian::valueno>(schema::Slot::card), std::to_string(pick(random, 5000)));
      const Xapian::docid id = database.add_document(document);
      texts.add(id, terms);
      if (pick(random, 4000) == 0) texts.flush();
      if (pick(random, 40) != 0) continue;
      database.delete_document(id);
      texts.remove(id);
    }
    texts.flush();
    database.commit();
    index = std::make_unique<Index>(path);
  }
  test::TempFolder folder;
  Random random;
  std::unique_ptr<Index> index;
};

std::string random_query(Random& random) {
  const auto& words = test::random_words();
  const std::string text = test::random_text(random, 1, 5);
  switch (pick(random, 6)) {
    case 0:
      return one_of(random, words);
    case 1:
      return text + "?";
    case 2:
      return text + ".";
    case 3:
      return text + " ja nosuchword on";
    case 4:
      return one_of(random, words).substr(0, 2) + "*";
    case 5:
      return text + " vuosi:2016..2019";
    default:
      return text;
  }
}

std::vector<Scored> by_matcher(const Xapian::Query& query, const Index& index, bool by_card) {
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(ranking_bm25.for_xapian());
  if (by_card) enquire.set_collapse_key(static_cast<Xapian::valueno>(schema::Slot::card));
  const Xapian::MSet all = enquire.get_mset(0, index.database().get_doccount());
  std::vector<Scored> out;
  for (auto it = all.begin(); it != all.end(); ++it) out.push_back({*it, it.get_weight()});
  return out;
}

/// `best` are the first of `all`, but for documents whose scores differ by less than rounding does.
void check_first(const std::vector<Scored>& best, const std::vector<Scored>& all, std::size_t wanted) {
  REQUIRE(best.size() == std::min(wanted, all.size()));
  std::map<Xapian::docid, double> scores;
  for (const Scored& scored : all) scores[scored.document] = scored.score;
  std::set<Xapian::docid> met;
  for (std::size_t i = 0; i < best.size(); ++i) {
    CAPTURE(i, best[i].document);
    CHECK(best[i].score == Approx(all[i].score).epsilon(1e-9));
    if (scores.contains(best[i].document)) {  // of a card, another one of the same score may stand for it
      CHECK(best[i].score == Approx(scores[best[i].document]).epsilon(1e-9));
    }
    CHECK(met.insert(best[i].document).second);
    const bool in_order = i == 0 || best[i - 1].score > best[i].score ||
                          (best[i - 1].score == best[i].score && best[i - 1].document < best[i].document);
    CHECK(in_order);
  }
}

void check_queries(Archive& archive, int rounds) {
  INFO("PYKALA_SEED=" << seed());
  const Index& index = *archive.index;
  int scored = 0;
  for (int n = 0; n < rounds; ++n) {
    const std::string text = random_query(archive.random);
    const BuiltQuery built = build_query(parse_query(text, UiLanguage::en), index, UiLanguage::en);
    if (built.parts.empty()) continue;
    ++scored;
    Xapian::Query query = built.query;
    if (pick(archive.random, 2) == 0) {  // a filter that leaves few, or many
      Documents some = match_set(Xapian::Query::MatchAll, index.database()).documents();
      const std::size_t rarity = pick(archive.random, 1) == 0 ? 500 : 2;
      std::erase_if(some, [&](Xapian::docid) { return pick(archive.random, rarity) > 0; });
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, document_list({index.database().get_lastdocid(), some}));
    }
    const DocumentSet documents = match_set(query, index.database());
    const bool by_card = pick(archive.random, 1) == 0;
    const std::size_t wanted = one_of(archive.random, std::vector<std::size_t>{0, 1, 10, 30, 1000});
    CAPTURE(n, text, documents.size(), by_card, wanted);
    const auto best = best_by_score(built.parts, documents, wanted, by_card, ranking_bm25, index);
    check_first(best, by_matcher(query, index, by_card), wanted);
  }
  CHECK(scored > rounds / 2);
}

}  // namespace

TEST_CASE("the best by the scorer are the best by Xapian's matcher") {
  Archive archive(0);
  check_queries(archive, 300);
}

TEST_CASE("the best of several blocks of documents are the best by Xapian's matcher") {
  Archive archive(2 * block_documents + 1000);
  check_queries(archive, 60);
}

TEST_CASE("the best of several pools at once are the best of each") {
  INFO("PYKALA_SEED=" << seed());
  Archive archive(2 * block_documents + 1000);
  const Index& index = *archive.index;
  const Xapian::docid last = index.database().get_lastdocid();
  const DocumentSet all = match_set(Xapian::Query::MatchAll, index.database());
  for (int n = 0; n < 60; ++n) {
    const std::string text = random_query(archive.random) + " " + test::random_text(archive.random, 0, 20);
    const BuiltQuery built = build_query(parse_query(text, UiLanguage::en), index, UiLanguage::en);
    std::deque<DocumentSet> documents;
    std::vector<Pool> pools;
    for (std::size_t count = pick(archive.random, 6); count > 0; --count) {
      const std::size_t rarity = one_of(archive.random, std::vector<std::size_t>{0, 1, 20, 2000});
      Documents some = (pick(archive.random, 1) == 0 ? all : match_set(built.query, index.database())).documents();
      std::erase_if(some, [&](Xapian::docid) { return pick(archive.random, rarity) > 0; });
      documents.push_back({last, some});
      pools.push_back({&documents.back(), one_of(archive.random, std::vector<std::size_t>{0, 1, 10, 100}),
                       pick(archive.random, 1) == 0});
    }
    const PoolsBest found = best_of_pools(built.parts, pools, ranking_bm25, index);
    REQUIRE(found.best.size() == pools.size());
    for (std::size_t pool = 0; pool < pools.size(); ++pool) {
      CAPTURE(n, text, pool, pools[pool].wanted, pools[pool].only_scoring, documents[pool].size());
      auto every = best_by_score(built.parts, documents[pool], all.size(), false, ranking_bm25, index);
      if (pools[pool].only_scoring) std::erase_if(every, [](const Scored& scored) { return scored.score <= 0; });
      check_first(found.best[pool], every, pools[pool].wanted);
      if (!every.empty()) CHECK(every.front().score <= found.most * (1 + 1e-9));
    }
  }
}

TEST_CASE("documents without any of the words come in while there is room") {
  Archive archive(2000);
  const Index& index = *archive.index;
  const DocumentSet all = match_set(Xapian::Query::MatchAll, index.database());
  const std::string word = "Z" + test::random_words().front();
  const std::size_t count = all.size();
  REQUIRE(index.text().frequency(word) < count);
  for (const std::vector<ScorePart>& parts :
       {std::vector<ScorePart>{{{{word}}, 1, 0, {}}}, {{{{word}}, 1, 0, {}}, {{{"Znowhere"}}, 1, 0, {}}}, {}}) {
    const auto best = best_by_score(parts, all, count, false, ranking_bm25, index);
    CHECK(best.size() == count);
    CHECK(best.back().score == 0);
    CHECK(best_by_score(parts, all, 10, false, ranking_bm25, index).size() == 10);
  }
}

TEST_CASE("a block of postings is read once and looked up in") {
  const test::TempFolder folder;
  Xapian::WritableDatabase database(folder.path() + "/ix", Xapian::DB_CREATE);
  const std::set<Xapian::docid> with{1, 2, block_documents, block_documents + 1, 3 * block_documents + 5};
  indexer::TextIndexWriter texts(database);
  for (const Xapian::docid id : with) {
    database.replace_document(id, {});
    indexer::TextTerms terms;
    terms.add("", "a", id % 7 + 1);
    texts.add(id, terms);
    if (id == block_documents) texts.flush();
  }
  texts.flush();
  const schema::TextIndex index(database);
  BlockPostings read(index, index.find("a"));
  CHECK(index.find("a")->frequency == with.size());
  for (const Xapian::docid begin : {Xapian::docid{1}, 1 + block_documents, 1 + 3 * block_documents}) {
    for (const BlockPosting& posting : read.block(begin)) {
      CHECK(with.contains(begin + posting.offset));
      CHECK(posting.wdf == (begin + posting.offset) % 7 + 1);
    }
    CHECK(read.block(begin).data() == read.block(begin).data());
  }
  CHECK(read.block(1 + 4 * block_documents).empty());
  for (const bool block_first : {false, true}) {
    BlockPostings looked_up(index, index.find("a"));
    if (block_first) CHECK(looked_up.block(1).size() == 3);
    CHECK(looked_up.wdf_at(2, 1) == 3);
    CHECK(looked_up.wdf_at(2, 1) == 3);
    CHECK(looked_up.wdf_at(3, 1) == 0);
    CHECK(looked_up.wdf_at(block_documents, 1) == block_documents % 7 + 1);
    CHECK(looked_up.block(1 + block_documents).size() == 1);
    CHECK(looked_up.wdf_at(4 * block_documents, 1 + 3 * block_documents) == 0);
  }
  BlockPostings nothing(index, index.find("nosuchterm"));
  CHECK(nothing.block(1).empty());
  CHECK(nothing.wdf_at(5, 1) == 0);
}

TEST_CASE("of the best documents one a card stays, and of equal ones the lower docid") {
  BestDocuments best(2);
  CHECK(best.least() < 0);
  best.offer({1, 1.0}, 1);
  best.offer({2, 2.0}, 2);
  CHECK(best.least() == 1.0);
  best.offer({3, 3.0}, 2);  // instead of document 2
  best.offer({4, 1.0}, 3);  // no better than document 1
  best.offer({5, 2.5}, 4);  // document 1 goes
  best.offer({6, 2.6}, 1);  // and its card may come again
  std::vector<Xapian::docid> documents;
  for (const Scored& scored : best.in_order()) documents.push_back(scored.document);
  CHECK(documents == std::vector<Xapian::docid>{3, 6});
}
