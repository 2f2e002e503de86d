// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using indexer::Problem;
using indexer::SourceFile;

namespace {

struct Found {
  std::vector<std::string> names;
  std::vector<Problem> problems;
};

Found find(const std::string& argument) {
  Found out;
  indexer::find_sources(
      argument, [&](const SourceFile& file) { out.names.push_back(file.name); }, out.problems);
  return out;
}

}  // namespace

TEST_CASE("files of a folder come in order of name, hidden ones not at all") {
  const test::TempFolder folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/1.txt", "A.txt", ".hidden", ".git/config", "c/d/e.txt"}) {
    folder.write(name, "x");
  }
  const Found found = find(folder.path());
  CHECK(found.names == std::vector<std::string>{"A.txt", "a/1.txt", "a/2.txt", "b.txt", "c/d/e.txt"});
  CHECK(found.problems.empty());
  CHECK(find(folder.path() + "/a/1.txt").names == std::vector<std::string>{"1.txt"});
  CHECK(find("-").names == std::vector<std::string>{"-"});
}

TEST_CASE("size and time of a file are told") {
  const test::TempFolder folder;
  const std::string path = folder.write("a.txt", "seven b");
  std::vector<Problem> problems;
  indexer::find_sources(
      path,
      [&](const SourceFile& file) {
        CHECK(file.size == 7);
        CHECK(file.modified_ns > 1'600'000'000'000'000'000);
        CHECK(std::filesystem::path(file.path).is_absolute());
      },
      problems);
}

TEST_CASE("links to folders are followed on the command line only, and loops trap nobody") {
  const test::TempFolder folder;
  folder.write("in/a.txt", "x");
  REQUIRE(::symlink("..", (folder.path() + "/in/up").c_str()) == 0);
  REQUIRE(::symlink("self", (folder.path() + "/in/self").c_str()) == 0);
  REQUIRE(::symlink("a.txt", (folder.path() + "/in/link.txt").c_str()) == 0);
  REQUIRE(::symlink("in", (folder.path() + "/named").c_str()) == 0);
  const Found found = find(folder.path() + "/named");
  CHECK(found.names == std::vector<std::string>{"a.txt", "link.txt"});
  REQUIRE(found.problems.size() == 2);
  const bool first_is_note = found.problems[0].is_note;
  CHECK(found.problems[first_is_note ? 1 : 0].source == "self");
  CHECK(found.problems[first_is_note ? 0 : 1].source == "up");
  CHECK(found.problems[first_is_note ? 0 : 1].is_note);
}

TEST_CASE("links to files outside the source are told and not followed") {
  const test::TempFolder folder;
  folder.write("outside.txt", "x");
  folder.write("in/sub/a.txt", "x");
  REQUIRE(::symlink("../outside.txt", (folder.path() + "/in/out.txt").c_str()) == 0);
  REQUIRE(::symlink("/etc/passwd", (folder.path() + "/in/passwd.txt").c_str()) == 0);
  REQUIRE(::symlink("../in/sub/a.txt", (folder.path() + "/in/inside.txt").c_str()) == 0);
  const Found found = find(folder.path() + "/in");
  CHECK(found.names == std::vector<std::string>{"inside.txt", "sub/a.txt"});
  REQUIRE(found.problems.size() == 2);
  for (const Problem& problem : found.problems) {
    CHECK(problem.reason == "a link to a file outside the source, not followed");
    CHECK(problem.is_note);
    CHECK_FALSE(problem.hint.empty());
  }
  // Named on the command line, it is wanted.
  CHECK(find(folder.path() + "/in/out.txt").names == std::vector<std::string>{"out.txt"});
}

TEST_CASE("a folder without a file is empty") {
  const test::TempFolder folder;
  folder.write("in/.hidden/a.txt", "x");
  std::filesystem::create_directories(folder.path() + "/in/sub/sub");
  CHECK(indexer::is_empty_folder(folder.path() + "/in"));
  folder.write("in/sub/sub/a.txt", "x");
  CHECK_FALSE(indexer::is_empty_folder(folder.path() + "/in"));
  CHECK_FALSE(indexer::is_empty_folder(folder.path() + "/in/sub/sub/a.txt"));
  CHECK_FALSE(indexer::is_empty_folder("-"));
}

TEST_CASE("what is no file is a problem, what is not there an error") {
  const test::TempFolder folder;
  REQUIRE(::mkfifo((folder.path() + "/pipe").c_str(), 0600) == 0);
  const Found found = find(folder.path());
  CHECK(found.names.empty());
  REQUIRE(found.problems.size() == 1);
  CHECK_FALSE(found.problems[0].hint.empty());
  CHECK_THROWS_AS(find(folder.path() + "/nothing"), schema::Error);
}

TEST_CASE("folders are read down to the limit") {
  const test::TempFolder folder;
  std::string name;
  for (std::size_t depth = 1; depth < schema::max_folder_depth; ++depth) name += "d/";
  folder.write(name + "in.txt", "x");
  folder.write(name + "d/out.txt", "x");
  const Found found = find(folder.path());
  CHECK(found.names == std::vector<std::string>{name + "in.txt"});
  CHECK(found.problems.size() == 1);
}

TEST_CASE("a name that is not UTF-8 is shown repaired and opened as it is") {
  const test::TempFolder folder;
  folder.write("bad\xFF.txt", "x");
  std::vector<Problem> problems;
  indexer::find_sources(
      folder.path(),
      [](const SourceFile& file) {
        CHECK(file.name == "bad\uFFFD.txt");
        CHECK(std::filesystem::exists(file.path));
      },
      problems);
}
