// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tags.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/html_blocks.h"
#include "indexer/limits.h"

using namespace pykala;
using indexer::most_attributes;

TEST_CASE("attributes of an HTML page's elements") {
  struct Row {
    const char* html;
    std::size_t most;
  };
  const Row rows[] = {
      {"", 0},
      {"<", 0},
      {"<p>x", 0},
      {"<p a>", 1},
      {"<p a b=1 c = 'x > y' d=\"<e f g h i>\">", 4},
      {"<p a/><b c=d e/>", 2},
      {"<p a=b/c>", 1},
      {"<p / = / a", 1},
      {"<p a=\"1 2 3", 1},
      {"2 < 3 a b c > 1", 0},
      {"</p a b c>", 0},
      {"<!-- <p a b c> --><p a>", 1},
      {"<!-- <p a b c>", 3},
      {"<!-- x --><!-- <p a b c>", 3},
      {"<script>if (a<b c d e f) '</b'</script><p a>", 1},
      {"<STYLE x><p a b c></Style ><p a b>", 2},
      {"<script><p a b c>", 0},
  };
  for (const Row& row : rows) {
    INFO(row.html);
    CHECK(most_attributes(row.html) == row.most);
  }
}

TEST_CASE("an element of too many attributes is refused") {
  const auto page = [](std::size_t count) {
    std::string html = "<html><body><p";
    for (std::size_t i = 0; i < count; ++i) html += " a" + std::to_string(i) + "=1";
    return html + ">x</p>";
  };
  CHECK(indexer::html_blocks(page(schema::max_html_attributes)).size() == 1);
  CHECK_THROWS_AS(indexer::html_blocks(page(schema::max_html_attributes + 1)), schema::Error);
}
