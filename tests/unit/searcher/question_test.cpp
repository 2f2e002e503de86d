// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/question.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace pykala::searcher;

namespace {

/// Words of a text between blanks; those of `function_words` are function words.
std::vector<TypedWord> typed(const std::string& text, const std::string& function_words = "ja på in") {
  std::vector<TypedWord> words;
  std::istringstream in(text);
  for (TypedWord word; in >> word.text; words.push_back(word)) {
    word.stop = (" " + function_words + " ").find(" " + word.text + " ") != std::string::npos;
  }
  return words;
}

}  // namespace

TEST_CASE("a question begins with a word that asks") {
  struct Row {
    const char* text;
    bool question;
  };
  for (const Row& row : std::vector<Row>{{"milloin silta valmistuu", true},
                                         {"mitä", true},
                                         {"ja miksi kaava hylättiin", true},
                                         {"onko avustus myönnetty", true},
                                         {"hur mycket kostade bron", true},
                                         {"på vilken plats", true},
                                         {"who decided", true},
                                         {"sillan rakentaminen", false},
                                         {"silta milloin", false},
                                         {"avustus ja mitä siitä seurasi", false},
                                         {"", false}}) {
    CAPTURE(row.text);
    std::vector<TypedWord> words = typed(row.text);
    CHECK(read_question(words) == row.question);
  }
}

TEST_CASE("what asks is a function word, in a question only") {
  std::vector<TypedWord> words = typed("paljonko siltaan ja montako");
  REQUIRE(read_question(words));
  CHECK(words[0].stop);
  CHECK_FALSE(words[1].stop);
  CHECK(words[3].stop);
  words = typed("siltaan montako");
  CHECK_FALSE(read_question(words));
  CHECK_FALSE(words[1].stop);
}

TEST_CASE("what ends as a sentence does is one") {
  CHECK(is_sentence("Silta avataan keväällä."));
  CHECK(is_sentence("\"Hyvää työtä!\" "));
  CHECK_FALSE(is_sentence("sillan avaaminen"));
  CHECK_FALSE(is_sentence(""));
  CHECK_FALSE(is_sentence("\""));
}
