// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases by pairs of common words against phrases without them, over an archive that grows in batches, in some of
// which other words are common. PYKALA_SEED=n runs one again.
#include "searcher/phrase.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/document_builder.h"
#include "indexer/index_rewrite.h"
#include "indexer/index_writer.h"
#include "indexer/keys.h"
#include "indexer/schema.h"
#include "indexer/text_check.h"
#include "indexer/word_pairs.h"
#include "searcher/match_set.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using searcher::Index;
using test::one_of;
using test::pick;
using test::Random;
using test::seed;

namespace {

const std::vector<std::string> everywhere{"avustus",        "hanke",  "ja",   "neuvontapalvelut",
                                          "ohjauspalvelut", "ohjaus", "talo", "tilat"};
const std::vector<std::string> seldom{"kaivos", "majakka"};
const std::vector<std::string> of_late{"robotti", "tekoäly"};

std::string random_text(Random& random, bool late) {
  std::string text;
  for (std::size_t n = 2 + pick(random, 14); n > 0; --n) {
    const std::size_t kind = pick(random, 60);
    if (kind == 0 && pick(random, 9) == 0) {
      text += one_of(random, seldom);
    } else if (kind < 4) {
      text += "ohjaus- ja neuvontapalvelut";  // its first half stands at one place with its hidden whole
    } else {
      text += one_of(random, late && kind < 24 ? of_late : everywhere);
    }
    text += ' ';
  }
  return text;
}

struct Archive {
  Archive() : random(seed()), path(folder.path() + "/ix") {}

  void add(std::size_t count, bool late) {
    const stemmers::Analyzer analyzer;
    indexer::DocumentBuilder builder(analyzer);
    indexer::IndexWriter writer(path, analyzer.id());
    writer.begin_source("source" + std::to_string(ids.size()));
    for (; count > 0; --count) {
      ids.push_back("d" + std::to_string(ids.size()));
      const auto d = test::decision(ids.back(), random_text(random, late), random_text(random, late));
      writer.write(d, builder.build(d, schema::content_hash("source")));
    }
    writer.commit();
  }
  /// Deletes one document in so many.
  void remove(std::size_t one_in) {
    std::vector<std::string> gone;
    for (const std::string& id : ids) {
      if (pick(random, one_in - 1) == 0) gone.push_back(id);
    }
    indexer::remove_decisions(path, gone);
    std::erase_if(ids, [&](const std::string& id) { return std::find(gone.begin(), gone.end(), id) != gone.end(); });
  }

  void check() {
    const Index index(path);
    std::vector<std::string> words = everywhere;
    words.insert(words.end(), seldom.begin(), seldom.end());
    words.insert(words.end(), of_late.begin(), of_late.end());
    words.emplace_back("puuttuva");
    std::size_t found = 0;
    for (int n = 0; n < 200; ++n) {
      std::vector<std::string> phrase;
      for (std::size_t length = 2 + pick(random, 2); length > 0; --length) phrase.push_back(one_of(random, words));
      CAPTURE(phrase);
      const auto documents = searcher::match_set(searcher::phrase_query(phrase, index), index.database()).documents();
      REQUIRE(documents == searcher::phrase_documents_by_words(phrase, index));
      found += documents.size();
    }
    CHECK(found > 0);
  }

  test::TempFolder folder;
  Random random;
  std::string path;
  std::vector<std::string> ids;
};

}  // namespace

TEST_CASE("pairs of words give the same phrases as the words in their order") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  archive.add(60, false);  // too few to tell which words are common
  archive.check();
  archive.add(600, false);
  {
    const Index index(archive.path);
    const auto& runs = index.text().pair_runs();
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].words.empty());
    CHECK(runs[1].has("avustus"));
    CHECK_FALSE(runs[1].has("robotti"));
    CHECK(index.text().frequency(schema::pair_term("avustus", "hanke")) > 0);
    CHECK(index.text().frequency(schema::pair_term("avustus", "kaivos")) == 0);
  }
  archive.check();
  archive.remove(20);
  archive.add(50, true);  // belongs to the run before it
  archive.check();
  archive.add(600, true);
  CHECK(Index(archive.path).text().pair_runs().back().has("robotti"));
  archive.check();
  archive.remove(3);
  archive.check();
  indexer::purge_index(archive.path, {archive.ids.front()}, {});
  CHECK(Index(archive.path).text().pair_runs().size() >= 3);
  archive.check();
  indexer::compact_index(archive.path);
  archive.check();
}

TEST_CASE("an index that grows by small updates has pairs too") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  for (int n = 0; n < 5; ++n) archive.add(200, false);
  const Index index(archive.path);
  CHECK(index.text().pair_runs().back().has("avustus"));
  CHECK(index.text().frequency(schema::pair_term("avustus", "hanke")) > 0);
  archive.check();
}

TEST_CASE("a purge leaves no common word that none of the documents has") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  archive.add(600, true);
  const auto pairs = [&] { return Xapian::Database(archive.path).get_metadata(schema::metadata::pair_runs); };
  CHECK(pairs().find("robotti") != std::string::npos);
  std::vector<std::string> gone;
  const Index index(archive.path);
  for (const std::string& id : archive.ids) {
    const auto d = index.decision(*index.find(id));
    if ((*d.title + d.parts.front().text).find("robotti") != std::string::npos) gone.push_back(id);
  }
  REQUIRE(gone.size() < archive.ids.size());
  indexer::purge_index(archive.path, gone, {});
  CHECK(pairs().find("robotti") == std::string::npos);
  CHECK(pairs().find("avustus") != std::string::npos);
  archive.add(600, false);
  archive.check();
}

TEST_CASE("pairs that are not those of the documents are told") {
  Archive archive;
  INFO("PYKALA_SEED=" << seed());
  archive.add(60, false);
  archive.add(600, false);
  CHECK(schema::check_texts(Xapian::Database(archive.path)).empty());
  Xapian::WritableDatabase database(archive.path, Xapian::DB_OPEN);
  auto runs = schema::pair_runs_from(database.get_metadata(schema::metadata::pair_runs));
  SECTION("a run has pairs that were not made") {
    runs.front().words = {"avustus", "hanke"};
  }
  SECTION("a run is of documents that are not there") {
    runs.back().last += 1;
  }
  database.set_metadata(schema::metadata::pair_runs, schema::to_bytes(runs));
  database.commit();
  CHECK_FALSE(schema::check_texts(database).empty());
}
