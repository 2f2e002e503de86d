// SPDX-License-Identifier: GPL-2.0-or-later
// Raw word -> normal form.
#include "stemmers/word_form.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "stemmers/token.h"

using namespace pykala::stemmers;

TEST_CASE("normal form") {
  struct Row {
    const char* raw;
    const char* normal;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"PÄÄTÖS", "päätös"},
      {"Åland", "åland"},
      {"A\u0308", "ä"},
      {"\u017Dukov", "\u017Eukov"},
      {"so\u00ADsi\u200Daali", "sosiaali"},
      {"\u200B", ""},
      {"\uFB03", "ffi"},
      {"vaa\u2019an", "vaa'an"},
      {"EU\u2011hanke", "eu-hanke"},
      {"a\u00D7b", "a\u00D7b"},
      {"\xFF", "\uFFFD"},
      {"\xC3", "\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.raw);
    CHECK(normal_word(row.raw) == row.normal);
  }
  CHECK(normal_word(std::string(1000, 'x')).size() == max_term_bytes);
}

TEST_CASE("plain words") {
  CHECK(is_plain_word("Päätös"));
  CHECK(is_plain_word("é"));
  for (const char* word : {"", "a-b", "a1", "a b", "\u00D7", "a\u00F7", "\u017E", "a\u0308", "\xC3", "\xE4"}) {
    INFO(word);
    CHECK_FALSE(is_plain_word(word));
  }
}
