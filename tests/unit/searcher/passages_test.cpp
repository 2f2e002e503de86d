// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <set>

#include "searcher/snippets.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;

namespace {

/// By trying every window that begins with a match.
Window slow_best(const std::vector<Match>& tokens, std::size_t length) {
  Window best;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (tokens[first].term == 0) continue;
    Window window{first, first, 0, 0};
    std::set<std::size_t> terms;
    for (std::size_t i = first; i < tokens.size(); ++i) {
      if (tokens[i].term == 0) continue;
      if (i > first && tokens[i].end - tokens[first].begin > length) break;
      terms.insert(tokens[i].term);
      ++window.matches;
      window.last = i;
    }
    window.different = terms.size();
    if (window.better_than(best)) best = window;
  }
  return best;
}

}  // namespace

TEST_CASE("the best window is the one that trying all of them finds") {
  const bool held = rc::check([] {
    std::vector<Match> tokens;
    std::size_t at = 0;
    for (const auto& [width, term] : *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(
             rc::gen::pair(rc::gen::inRange<std::size_t>(1, 9), rc::gen::inRange<std::size_t>(0, 4)))) {
      tokens.push_back({at, at + width, term});
      at += width + 1;
    }
    const auto length = *rc::gen::inRange<std::size_t>(1, 60);
    const Window fast = best_window(tokens, length, {});
    const Window slow = slow_best(tokens, length);
    RC_ASSERT(fast.first == slow.first && fast.last == slow.last);
    RC_ASSERT(fast.different == slow.different && fast.matches == slow.matches);
  });
  CHECK(held);
}

TEST_CASE("a text of one word again and again has its passage at once") {
  std::string text;
  for (int n = 0; n < 300'000; ++n) text += "haku ";
  const stemmers::Analyzer analyzer;
  const auto snippets = make_snippets(test::decision("1", "t", text), {{"haku"}, {}}, analyzer, 2000);
  REQUIRE(snippets.size() == 1);
  CHECK(snippets.front().highlights.size() == 400);
}

TEST_CASE("two passages where one cannot show every word") {
  const std::string filler(400, 'x');
  const stemmers::Analyzer analyzer;
  const auto decision = test::decision("1", "t", "Avustus maksetaan. " + filler + " Haku alkaa syksyllä.");
  const auto two = make_snippets(decision, {{"avustus", "haku"}, {}}, analyzer, 240);
  REQUIRE(two.size() == 2);
  CHECK(two[0].text.find("Avustus") != std::string::npos);
  CHECK(two[1].text.find("Haku") != std::string::npos);
  CHECK(make_snippets(decision, {{"avustus"}, {}}, analyzer, 240).size() == 1);
  CHECK(make_snippets(decision, {{"avustus", "haku"}, {}}, analyzer, 100).size() == 1);
}

TEST_CASE("a passage begins where a sentence does, when one is near") {
  const stemmers::Analyzer analyzer;
  const std::string filler = "muuta sanottavaa on tässä tekstissä aina vain ";
  const std::string before = filler + filler + "loppuu. ";
  const std::string text =
      before + "Kaupunki hakee vuodelle uuden toiminnan aloittamiseen tarvittavan määrän avustusta. " + filler;
  const auto near = make_snippets(test::decision("1", "t", text), {{"avustus"}, {}}, analyzer, 150);
  REQUIRE(near.size() == 1);
  CHECK(near.front().text.starts_with("Kaupunki hakee"));
  const std::string far = before + filler + filler + filler + " avustusta " + filler;
  const auto without = make_snippets(test::decision("1", "t", far), {{"avustus"}, {}}, analyzer, 100);
  REQUIRE(without.size() == 1);
  CHECK(without.front().text.find("avustusta") < 60);
}
