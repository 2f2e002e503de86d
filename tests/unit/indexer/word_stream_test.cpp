// SPDX-License-Identifier: GPL-2.0-or-later
// The stream against the words themselves: random texts of few words, and of so many that two bytes no longer do.
#include "indexer/word_stream.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/support/seed.h"

using pykala::schema::holds_phrase;
using Words = std::vector<std::string>;

using pykala::test::seed;

namespace {

struct PlacedWord {
  std::uint32_t position = 0;
  std::string_view word;
};

std::string make_word_stream(const std::vector<PlacedWord>& words) {
  std::vector<std::string_view> distinct;
  for (const PlacedWord& placed : words) distinct.push_back(placed.word);
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<pykala::schema::PlacedWord> places;
  for (const PlacedWord& placed : words) {
    const auto at = std::lower_bound(distinct.begin(), distinct.end(), placed.word) - distinct.begin();
    places.push_back({placed.position, static_cast<std::uint32_t>(at)});
  }
  return pykala::schema::make_word_stream(distinct, places);
}

/// The slow twin: for every place, whether each word of the phrase stands where it should.
bool has_phrase(const std::vector<PlacedWord>& text, const Words& phrase) {
  const auto stands = [&](std::uint32_t position, const std::string& word) {
    for (const PlacedWord& placed : text) {
      if (placed.position == position && placed.word == word) return true;
    }
    return false;
  };
  for (const PlacedWord& first : text) {
    std::size_t found = 0;
    while (found < phrase.size() && stands(first.position + static_cast<std::uint32_t>(found), phrase[found])) ++found;
    if (found == phrase.size()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("words in a row are found, over gaps and shared places as they stand") {
  // ohjaus (ohjauspalvelut) ja neuvontapalvelut | otsikko
  const std::vector<PlacedWord> text{
      {1, "ohjaus"}, {1, "ohjauspalvelut"}, {2, "ja"}, {3, "neuvontapalvelut"}, {104, "otsikko"}};
  const std::string stream = make_word_stream(text);
  const std::vector<std::pair<Words, bool>> rows{
      {{"ohjaus", "ja"}, true},
      {{"ohjauspalvelut", "ja", "neuvontapalvelut"}, true},
      {{"ohjaus", "ohjauspalvelut"}, false},
      {{"ja", "ohjaus"}, false},
      {{"neuvontapalvelut", "otsikko"}, false},
      {{"otsikko"}, true},
      {{}, true},
  };
  for (const auto& [phrase, expected] : rows) {
    CAPTURE(phrase.size());
    CHECK(holds_phrase(stream, phrase) == expected);
  }
}

TEST_CASE("a text without words, and bytes that are no stream, hold no phrase") {
  CHECK(make_word_stream({}).empty());
  for (const std::string stream : {"", "\x02", "\x02\x01", "\x02\x01z", "\xff\xff\xff\xff\xff"}) {
    CHECK_FALSE(holds_phrase(stream, Words{"sana", "toinen"}));
  }
}

TEST_CASE("the stream and the words agree on every phrase of words that the text has") {
  INFO("PYKALA_SEED=" << seed());
  std::mt19937 random(seed());
  for (int round = 0; round < 300; ++round) {
    const std::size_t vocabulary = 1 + random() % 8;
    Words words;
    for (std::size_t n = 0; n < vocabulary; ++n) words.push_back("w" + std::to_string(random() % 1000));
    std::vector<PlacedWord> text;
    std::uint32_t position = 1;
    for (const std::string& word : words) text.push_back({position++, word});  // each stands somewhere
    for (std::size_t n = random() % 40; n > 0; --n) {
      position += random() % 6 == 0 ? 100 : random() % 8 == 0 ? 0 : 1;
      text.push_back({position, words[random() % words.size()]});
    }
    const std::string stream = make_word_stream(text);
    for (int n = 0; n < 20; ++n) {
      Words phrase;
      for (std::size_t length = 1 + random() % 4; length > 0; --length)
        phrase.push_back(words[random() % words.size()]);
      CHECK(holds_phrase(stream, phrase) == has_phrase(text, phrase));
    }
  }
}

TEST_CASE("a long text takes wider hashes, and stays exact") {
  for (const std::size_t count : {500u, 2'000u, 20'000u, 300'000u}) {
    Words words;
    for (std::size_t n = 0; n < count; ++n) words.push_back("word" + std::to_string(n));
    std::vector<PlacedWord> text;
    for (std::size_t n = 0; n < count; ++n) text.push_back({static_cast<std::uint32_t>(n + 1), words[n]});
    const std::string stream = make_word_stream(text);
    CAPTURE(count, stream.size());
    CHECK(holds_phrase(stream, Words{words[count - 2], words[count - 1]}));
    CHECK_FALSE(holds_phrase(stream, Words{words[count - 1], words[count - 2]}));
    CHECK_FALSE(holds_phrase(stream, Words{words[0], words[2]}));
    if (count == 500) CHECK(stream.size() == 2 + 2 * count);
  }
}
