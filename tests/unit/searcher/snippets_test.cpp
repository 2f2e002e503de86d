// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippets.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "indexer/limits.h"
#include "stemmers/tokenizer.h"
#include "stemmers/unicode.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using namespace pykala::searcher;

namespace {

const stemmers::Analyzer& analyzer() {
  static const stemmers::Analyzer one;
  return one;
}

/// Code points [begin, end) of `text`.
std::string cut_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t point = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++point;
    if (point > begin && point <= end) out += c;
  }
  return out;
}

std::vector<std::string> marked(const std::string& text, const Highlights& highlights) {
  std::vector<std::string> out;
  for (const auto& [begin, end] : highlights) out.push_back(cut_points(text, begin, end));
  return out;
}

Snippet snippet_of(const schema::Decision& decision, const HighlightTerms& terms, std::size_t length) {
  const auto snippets = make_snippets(decision, terms, analyzer(), length);
  REQUIRE(snippets.size() == 1);
  return snippets.front();
}

void check_ranges(const std::string& text, const Highlights& highlights) {
  const std::size_t points = stemmers::count_code_points(text);
  std::size_t last = 0;
  for (const auto& [begin, end] : highlights) {
    RC_ASSERT(begin >= last);
    RC_ASSERT(begin < end);
    RC_ASSERT(end <= points);
    last = end;
  }
}

/// Text of words, signs and letters that are hard: emoji of several code points, combining marks, other scripts.
rc::Gen<std::string> any_text() {
  static const std::vector<std::string> pieces{"avustus",
                                               "avustuksen",
                                               "haku",
                                               " ",
                                               "\n",
                                               "\n\n",
                                               ".",
                                               ", ",
                                               "ä",
                                               "a\u0308",
                                               "👨‍👩‍👧",
                                               "🇫🇮",
                                               "é",
                                               "e\u0301",
                                               "漢字",
                                               "العربية",
                                               "\u00AD",
                                               "\u200B",
                                               "\u00A0",
                                               "17 §",
                                               "554 452",
                                               "- ja ",
                                               "(",
                                               ")",
                                               "........",
                                               "\u0301",
                                               "-",
                                               "STEA:lta",
                                               "HEL 2022-900612",
                                               "x"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

const HighlightTerms searched{{"avustus", "haku", "hakea"}, {"stea:lta", "x"}};

}  // namespace

TEST_CASE("inflected forms and parts of compounds are highlighted") {
  struct Row {
    std::string text;
    std::vector<std::string> marked;
  };
  const HighlightTerms terms{{"avustus", "haku"}, {"määräraha"}};
  for (const Row& row : std::vector<Row>{
           {"Avustuksen hakeminen", {"Avustuksen"}},
           {"rahoitushaun 🎉 avustuksia", {"rahoitushaun", "avustuksia"}},
           {"määrärahan määräraha", {"määräraha"}},
           {"", {}},
           {"Ei mitään", {}},
           {"a\u0308a\u0308 avustus", {"avustus"}},
       }) {
    CAPTURE(row.text);
    CHECK(marked(row.text, highlights_of(row.text, stemmers::Language::finnish, terms, analyzer())) == row.marked);
  }
}

TEST_CASE("the passage shows the most different words, the decision text first") {
  schema::Decision d = test::decision("1", "Otsikko", "Asia pantiin pöydälle.");
  d.parts.push_back({"Perustelut", schema::PartRole::reasons, "Avustus avustus avustus.\n\nAvustuksen haku alkaa."});
  const Snippet snippet = snippet_of(d, {{"avustus", "haku"}, {}}, 40);
  CHECK(snippet.text.find("Avustuksen haku") != std::string::npos);
  CHECK(snippet_of(d, {{"puuttuu"}, {}}, 240).text == "Asia pantiin pöydälle.");
  CHECK(snippet_of(d, {}, 240).highlights.empty());
}

TEST_CASE("the appeal instructions are never the passage") {
  schema::Decision d = test::decision("1", "Otsikko", "");
  d.parts = {{"Muutoksenhaku", schema::PartRole::appeal, "Avustus avustus"}};
  CHECK(make_snippets(d, {{"avustus"}, {}}, analyzer(), 240).empty());
}

TEST_CASE("no passage without text or room") {
  CHECK(make_snippets(test::decision("1", "Avustus", "avustus"), searched, analyzer(), 0).empty());
  CHECK(make_snippets(test::decision("1", "Avustus", ""), searched, analyzer(), 100).empty());
  CHECK(make_snippets(test::decision("1", "Avustus", " \n.\n "), searched, analyzer(), 100).empty());
}

TEST_CASE("a passage is one line with single spaces") {
  const auto snippet =
      snippet_of(test::decision("1", "Otsikko", "Myönnetään\n  avustus\t\t(erityis-\n\navustus)."), searched, 240);
  CHECK(snippet.text == "Myönnetään avustus (erityis- avustus).");
  CHECK(marked(snippet.text, snippet.highlights).front() == "avustus");
}

TEST_CASE("a passage keeps its length whatever stands there") {
  const std::vector<std::string> texts{std::string(5000, 'x'), "avustus" + std::string(5000, '.'),
                                       std::string(3000, 'a') + " avustus " + std::string(3000, 'b'),
                                       "avustus-" + std::string(900, 'k') + " haku"};
  for (const std::string& text : texts) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{20}, std::size_t{240}, schema::max_snippet_length}) {
      CAPTURE(text.substr(0, 20), length);
      for (const Snippet& snippet : make_snippets(test::decision("1", "t", text), searched, analyzer(), length)) {
        CHECK(stemmers::count_code_points(snippet.text) <= length);
      }
    }
  }
}

TEST_CASE("highlights lie in their text for any Unicode") {
  const bool held = rc::check([] {
    const std::string text = *any_text();
    const auto length = *rc::gen::inRange<std::size_t>(0, 80);
    check_ranges(text, highlights_of(text, stemmers::Language::finnish, searched, analyzer()));
    for (const Snippet& snippet : make_snippets(test::decision("1", "t", text), searched, analyzer(), length)) {
      RC_ASSERT(stemmers::is_valid_utf8(snippet.text));
      RC_ASSERT(stemmers::count_code_points(snippet.text) <= length);
      RC_ASSERT(snippet.text.find_first_of("\n\t\r") == std::string::npos);
      check_ranges(snippet.text, snippet.highlights);
    }
  });
  CHECK(held);
}

TEST_CASE("highlights begin and end where words do") {
  const bool held = rc::check([] {
    const std::string text = *any_text();
    stemmers::Tokenizer tokenizer;
    std::vector<stemmers::ScannedToken> tokens;
    tokenizer.tokenize(text, tokens);
    for (const auto& [begin, end] : highlights_of(text, stemmers::Language::finnish, searched, analyzer())) {
      const auto points = [&](std::uint32_t bytes) { return stemmers::count_code_points(text.substr(0, bytes)); };
      RC_ASSERT(std::any_of(tokens.begin(), tokens.end(), [&, b = begin, e = end](const stemmers::ScannedToken& token) {
        return points(token.token.begin) == b && points(token.token.end) == e;
      }));
    }
  });
  CHECK(held);
}
