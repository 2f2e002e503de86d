// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/patterns.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "searcher/limits.h"
#include "searcher/search.h"
#include "tests/support/random_archive.h"
#include "tests/support/seed.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;

namespace {

using Frequencies = std::vector<std::pair<std::uint32_t, std::string>>;

Frequencies words_that_fit(const Index& index, const std::string& pattern) {
  Frequencies out;
  index.text().each_term("k", "k", [&](const std::string& word, std::uint32_t frequency) {
    if (fits_pattern(word, pattern)) out.emplace_back(frequency, word);
    return true;
  });
  return out;
}

std::vector<std::string> most_frequent(Frequencies words, std::size_t most) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<std::string> out;
  for (std::size_t n = 0; n < std::min(most, words.size()); ++n) out.push_back(words[n].second);
  return out;
}

}  // namespace

TEST_CASE("a star stands for any letters") {
  struct Row {
    const char* word;
    const char* pattern;
    bool fits;
  };
  for (const Row& row : {Row{"rahoitus", "rahoitus*", true},
                         {"rahoituksen", "rahoitu*en", true},
                         {"rahoitus", "*itus", true},
                         {"rahoitus", "*it*", true},
                         {"rahoitus", "**", true},
                         {"rahoitus", "*a*a*", false},
                         {"rahoitus", "ahoitus*", false},
                         {"rahoitus", "rahoitu", false},
                         {"", "*", true},
                         {"aaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*a*a*c", false}}) {
    CAPTURE(row.word, row.pattern);
    CHECK(fits_pattern(row.word, row.pattern) == row.fits);
  }
}

TEST_CASE("words with a star find the words that fit, the most frequent at the limit") {
  const test::TempFolder folder;
  std::string text = "Rahoitushaku, erityisavustus ja avustus.";
  for (std::size_t n = 0; n < max_expansions; ++n) {
    text += " koe" + std::string(1, static_cast<char>('a' + n % 26)) + std::string(1, static_cast<char>('a' + n / 26));
  }
  const std::string ix = folder.path() + "/ix";
  test::make_index(ix, {test::decision("1", "Otsikko", text), test::decision("2", "Otsikko", "koezz koezz koeaa")});
  Index index(ix);
  const auto words_of = [&](const char* pattern) { return expand_pattern(index, pattern, max_expansions).words; };
  REQUIRE(index.worthwhile_words() == nullptr);
  CHECK(words_of("rahoitus*") == std::vector<std::string>{"rahoitushaku"});
  CHECK(words_of("ra*ku") == std::vector<std::string>{"rahoitushaku"});
  const Expansion walked = expand_pattern(index, "koe*", max_expansions);
  CHECK(words_of("*AVUSTUS") == std::vector<std::string>{"avustus", "erityisavustus"});
  CHECK(words_of("rahoitus*") == std::vector<std::string>{"rahoitushaku"});
  CHECK(words_of("*zyx*").empty());
  const Index other(ix);  // the first one has its words in memory now, which the other shares
  REQUIRE(other.worthwhile_words() != nullptr);
  CHECK(words_of("rahoitus*") == std::vector<std::string>{"rahoitushaku"});
  CHECK(words_of("ra*ku") == std::vector<std::string>{"rahoitushaku"});
  CHECK(words_of("rx*").empty());
  const Expansion all = expand_pattern(index, "koe*", max_expansions);
  CHECK(all.found == max_expansions + 1);
  CHECK(walked.found == all.found);
  CHECK(walked.words == all.words);
  CHECK(all.words.size() == max_expansions);
  CHECK(all.words.front() == "koeaa");  // in both decisions
  Request request;
  request.query = "koe*";
  const Response cut = search(index, request);
  REQUIRE(cut.notes.size() == 1);
  CHECK(cut.notes.front().find("129") != std::string::npos);
  request.query = "koea*";
  CHECK(search(index, request).notes.empty());
  request.query = "*zyx";
  CHECK(search(index, request).total == 0);
  CHECK(search(index, request).notes.size() == 1);
}

TEST_CASE("words with a star are found in memory, where walks have become dear, as by a walk") {
  INFO("PYKALA_SEED=" << test::seed());
  test::Random random(test::seed());
  const test::TempFolder folder;
  std::vector<schema::Decision> decisions;
  for (int n = 0; n < 12; ++n) {
    std::string text;
    for (int count = 0; count < 3'000; ++count) {
      text += " ka";
      for (std::size_t number = test::pick(random, test::pick(random, 9'999)); number > 0; number /= 3) {
        text += static_cast<char>('a' + number % 3);
      }
    }
    decisions.push_back(test::decision(std::to_string(n), "Otsikko", text));
  }
  test::make_index(folder.path() + "/ix", decisions);
  const Index index(folder.path() + "/ix");
  const std::vector<const char*> patterns = {"ka*", "kab*", "ka*b", "kac*", "kaa*a", "kaca*", "kaz*", "ka"};
  CHECK(index.worthwhile_words() == nullptr);
  for (int round = 0; round < 3; ++round) {
    for (const char* pattern : patterns) {
      CAPTURE(round, pattern);
      const Expansion found = expand_pattern(index, pattern, max_expansions);
      const auto all = words_that_fit(index, pattern);
      CHECK(found.found == all.size());
      CHECK(found.words == most_frequent(all, max_expansions));
    }
  }
  CHECK(index.worthwhile_words() != nullptr);
}
