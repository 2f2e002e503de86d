// SPDX-License-Identifier: GPL-2.0-or-later
// The city's own JSON, where it stands beside the repository: every field that it states must come out equal.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "indexer/decision_parser.h"
#include "indexer/json.h"
#include "indexer/readers.h"
#include "tests/support/golden.h"

using namespace pykala;

namespace {

/// The folder of $PYKALA_SHARED, else "shared" beside the repository.
std::filesystem::path shared_folder() {
  const char* given = std::getenv("PYKALA_SHARED");
  return given != nullptr ? given : std::filesystem::path(PYKALA_SOURCE_DIR).parent_path() / "shared";
}

std::optional<std::string> text(const schema::Json& value) {
  return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

}  // namespace

TEST_CASE("decisions of the city's JSON have its own title, section, case number and office") {
  const auto path = shared_folder() / "ahjo/decisions.json";
  if (!std::filesystem::exists(path)) {
    WARN("SKIPPED: " << path.string() << " is not there");
    return;
  }
  const std::string bytes = tests::read_file(path);
  const auto result = indexer::read_source({"decisions.json", bytes, 1});
  const auto stated = schema::parse_json(bytes)["decisions"];
  CHECK(result.problems.empty());
  REQUIRE(result.documents.size() == stated.size());
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const schema::Json& json = stated[i];
    const auto decision = indexer::parse_decision(result.documents[i]);
    INFO(decision.source);
    CHECK("{" + decision.id + "}" == text(json["NativeId"]));
    CHECK(decision.title == text(json["Title"]));
    CHECK(std::to_string(decision.section.value_or(0)) == text(json["Section"]));
    CHECK(decision.case_number == text(json["CaseIDLabel"]));
    REQUIRE(decision.decision_maker);
    CHECK(decision.decision_maker->id == text(json["Organization"]["ID"]));
  }
}
