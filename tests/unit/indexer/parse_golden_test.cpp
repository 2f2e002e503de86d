// SPDX-License-Identifier: GPL-2.0-or-later
// tests/golden/parse/<case>/input.* through reader and parser, compared with expected.json: exchange lines, indented to
// be read, and the problems after them.
#include <catch2/catch.hpp>

#include "indexer/document_parser.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/json.h"
#include "indexer/readers.h"
#include "tests/support/golden.h"

using namespace pykala;

namespace {

std::string parse_case(const std::filesystem::path& input) {
  const std::string bytes = tests::read_file(input);
  const auto result = indexer::read_source({input.filename().string(), bytes, 1});
  std::string out;
  for (const indexer::RawDocument& raw : result.documents) {
    for (indexer::DecisionText& text : indexer::decision_texts(raw)) {
      out += schema::parse_json(schema::to_exchange(indexer::parse_decision(raw, std::move(text)))).dump(1) + "\n";
    }
  }
  for (const indexer::Problem& problem : result.problems) {
    out += schema::Json{{"problem", problem.source}, {"reason", problem.reason}, {"hint", problem.hint}}.dump(1) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("golden parse cases") {
  const std::filesystem::path root = std::filesystem::path(PYKALA_SOURCE_DIR) / "tests/golden/parse";
  int cases = 0;
  for (const auto& folder : std::filesystem::directory_iterator(root)) {
    std::filesystem::path input;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().stem() == "input") input = file.path();
    }
    INFO(folder.path().filename().string());
    REQUIRE(!input.empty());
    const auto result = tests::compare_golden(folder.path() / "expected.json", parse_case(input));
    INFO(result.message);
    CHECK(result.same);
    ++cases;
  }
  CHECK(cases >= 20);
}
