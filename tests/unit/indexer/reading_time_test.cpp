// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_time.h"

#include <catch2/catch.hpp>

#include "indexer/error.h"
#include "indexer/intake.h"

using namespace pykala;
using indexer::ReadingTime;

namespace {

std::string many_items() {
  std::string text = "Kaupunginhallitus\n17.01.2022\n\n";
  for (int section = 1; section < 200; ++section) {
    text += "§ " + std::to_string(section) + "\nAvustus\n\nPäätös\n\nKaupunginhallitus päätti myöntää 5 000 euroa.\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("time that is over ends what asks for it, and no more than that") {
  CHECK_NOTHROW(ReadingTime::check_now());
  {
    const ReadingTime none(0);
    CHECK(ReadingTime::is_over());
    CHECK_THROWS_AS(ReadingTime::check_now(), schema::Error);
    const auto ask_often = [] {
      for (int i = 0; i < 100'000; ++i) ReadingTime::check();
    };
    CHECK_THROWS_AS(ask_often(), schema::Error);
    {
      const ReadingTime enough(3600);
      CHECK_NOTHROW(ask_often());
    }
    CHECK(ReadingTime::is_over());
  }
  CHECK_FALSE(ReadingTime::is_over());
}

TEST_CASE("a document that takes too long is one row of the report") {
  indexer::IntakeOptions options{"2026-01-01", false, 3600};
  CHECK(indexer::take_in({"pk.txt", many_items(), 1}, options).decisions.size() == 199);
  options.document_seconds = 0;
  const indexer::Intake late = indexer::take_in({"pk.txt", many_items(), 1}, options);
  CHECK(late.decisions.empty());
  REQUIRE(late.problems.size() == 1);
  CHECK(late.problems[0].source == "pk.txt");
  CHECK(late.problems[0].reason == "takes too long to read");
  CHECK_FALSE(late.problems[0].hint.empty());
}

TEST_CASE("an HTML page that takes too long is one row of the report") {
  std::string html = "<html><body>";
  for (int i = 0; i < 20'000; ++i) html += "<p>x</p>";
  html += "</body></html>";
  const indexer::Intake late = indexer::take_in({"x.html", html, 1}, {"2026-01-01", false, 0});
  CHECK(late.decisions.empty());
  REQUIRE(late.problems.size() == 1);
  CHECK(late.problems[0].reason == "takes too long to read");
}
