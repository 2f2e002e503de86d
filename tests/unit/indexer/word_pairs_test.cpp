// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/word_pairs.h"

#include <catch2/catch.hpp>
#include <set>

#include "indexer/error.h"
#include "indexer/pair_maker.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"

using namespace pykala;
using indexer::PairMaker;
using schema::PairRun;
using schema::PlacedWord;
using test::pick;

TEST_CASE("runs written read back") {
  const std::vector<PairRun> runs{{4, {}}, {4'000'000, {"ja", "on", "että"}}, {4'000'000'000, {"ja"}}};
  std::vector<PairRun> sorted = runs;
  std::sort(sorted[1].words.begin(), sorted[1].words.end());
  CHECK(schema::pair_runs_from(schema::to_bytes(sorted)) == sorted);
  CHECK(schema::pair_runs_from("").empty());
  CHECK(sorted[1].has("että"));
  CHECK_FALSE(sorted[1].has("et"));
}

TEST_CASE("damaged runs are an error") {
  const std::string whole = schema::to_bytes(std::vector<PairRun>{{4, {"ja", "on"}}, {9, {"ja"}}});
  for (std::size_t size = 1; size < whole.size(); ++size) {
    if (size == 8) continue;  // the first run is whole
    CAPTURE(size);
    CHECK_THROWS_AS(schema::pair_runs_from(whole.substr(0, size)), schema::Error);
  }
  for (const auto& runs :
       {std::vector<PairRun>{{4, {}}, {4, {}}}, {{0, {}}}, {{4, {"on", "ja"}}}, {{4, {"ja", "ja"}}}}) {
    CHECK_THROWS_AS(schema::pair_runs_from(schema::to_bytes(runs)), schema::Error);
  }
  CHECK_THROWS_AS(schema::pair_runs_from("\x04\xFF\xFF\xFF\xFF\xFF\x7F"), schema::Error);
}

TEST_CASE("each pair of common words is found once a document") {
  test::Random random(test::seed());
  INFO("PYKALA_SEED=" << test::seed());
  constexpr std::uint32_t terms = 12;
  const std::vector<std::uint32_t> common{1, 3, 4, 7, 11};
  const std::set<std::uint32_t> is_common(common.begin(), common.end());
  PairMaker maker;
  std::set<std::pair<std::uint64_t, std::uint32_t>> expected, found;  // the two words, and the document
  for (std::uint32_t document = 1; document <= 200; ++document) {
    std::vector<PlacedWord> places;
    std::uint32_t position = 1;
    for (std::size_t n = pick(random, 30); n > 0; --n) {
      places.push_back({position, static_cast<std::uint32_t>(pick(random, terms - 1))});
      const std::size_t step = pick(random, 9);
      position += step == 0 ? 0 : step == 1 ? 101 : 1;  // a shared place, another text, the next word
    }
    for (const PlacedWord& one : places) {
      for (const PlacedWord& other : places) {
        if (other.position != one.position + 1) continue;
        if (!is_common.contains(one.word) || !is_common.contains(other.word)) continue;
        expected.insert({std::uint64_t{one.word} << 32U | other.word, document});
      }
    }
    maker.add(document, places, [](std::uint32_t word) { return word; });
  }
  std::vector<std::uint64_t> numbered;
  std::size_t taken = 0;
  maker.each_pair(
      common, terms,
      [&](std::uint32_t first, std::uint32_t second) {
        numbered.push_back(std::uint64_t{first} << 32U | second);
        return static_cast<std::uint32_t>(numbered.size() - 1);
      },
      [&](std::uint32_t number, std::uint32_t document) {
        ++taken;
        found.insert({numbered.at(number), document});
      });
  CHECK(found == expected);
  CHECK(taken == expected.size());
  CHECK(std::set<std::uint64_t>(numbered.begin(), numbered.end()).size() == numbered.size());
}

TEST_CASE("common words are words that many documents have, of no great length") {
  indexer::CommonWords common(1000);
  const std::string longest(indexer::pair_settings.most_word_bytes, 'a');
  common.add("on", 100);
  common.add("Zolla", 100);  // a lemma
  common.add("Pja\x1Fon", 100);
  common.add("harvoin", 62);
  common.add("usein", 63);
  common.add(longest, 100);
  common.add(longest + "a", 100);
  CHECK(indexer::CommonWords(common).words() == std::vector<std::string>{longest, "on", "usein"});
  for (std::size_t n = 0; n < 2 * indexer::pair_settings.most_words; ++n) common.add("w" + std::to_string(n), 99);
  const auto most = std::move(common).words();
  CHECK(most.size() == indexer::pair_settings.most_words);
  CHECK(std::find(most.begin(), most.end(), "on") != most.end());
  CHECK(std::find(most.begin(), most.end(), "usein") == most.end());
}
