// SPDX-License-Identifier: GPL-2.0-or-later
// `pykala-index terms`: lines in, lines out.
#include "indexer/terms_command.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "stemmers/lexicon.h"

using namespace pykala;

namespace {

std::string run(const std::string& words, const indexer::TermsOptions& options) {
  std::istringstream in(words);
  std::ostringstream out;
  indexer::print_terms(in, out, options);
  return out.str();
}

}  // namespace

TEST_CASE("as many lines out as in") {
  for (const bool rules_only : {false, true}) {
    const std::string out = run("talo\n\n \nHEL 2017-005881\n\xFF\nx", {.split = false, .rules_only = rules_only});
    CHECK(std::count(out.begin(), out.end(), '\n') == 6);
    CHECK(out.find("hel_2017-005881 2017-005881\n") != std::string::npos);
  }
}

TEST_CASE("main term first, then parts; or the word with its boundaries") {
  if (!stemmers::has_lexicon()) {
    WARN("built without a dictionary: not tested");
    return;
  }
  CHECK(run("Rahoitushaun\r\n", {}) == "rahoitushaku rahoitus haku\n");
  CHECK(run("Rahoitushaun\n\n", {.split = true}) == "rahoitus#haun\n\n");
  CHECK(run("rahoitushaun\n", {.split = true, .rules_only = true}) == "rahoitushaun\n");
}
