// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "indexer/keys.h"
#include "indexer/limits.h"
#include "indexer/sources.h"
#include "tests/support/temp_index.h"

using namespace pykala;
using indexer::Piece;
using indexer::Problem;
using indexer::SourceReader;

namespace {

struct Read {
  std::vector<Piece> pieces;
  std::vector<Problem> problems;
  std::string hash;
  [[nodiscard]] std::string all() const {
    std::string bytes;
    for (const Piece& piece : pieces) bytes += piece.bytes;
    return bytes;
  }
};

Read read(const std::string& path) {
  Read out;
  SourceReader reader({path, std::filesystem::path(path).filename().string(), 0, 0});
  while (auto piece = reader.next(out.problems)) out.pieces.push_back(std::move(*piece));
  CHECK_FALSE(reader.next(out.problems));
  out.hash = reader.hash();
  return out;
}

}  // namespace

TEST_CASE("a document is one piece") {
  const test::TempFolder folder;
  for (const std::string& bytes : {std::string(), std::string("x\n"), std::string(3 << 20, 'x')}) {
    const Read file = read(folder.write("a.txt", bytes));
    REQUIRE(file.pieces.size() == 1);
    CHECK(file.all() == bytes);
    CHECK(file.pieces[0].last);
    CHECK(file.hash == schema::content_hash(bytes));
    CHECK(file.problems.empty());
  }
}

TEST_CASE("JSON Lines come in runs of whole lines with their numbers") {
  const test::TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 40'000; ++i) bytes += std::string(static_cast<std::size_t>(i % 150), 'x') + "\n";
  bytes += "no newline at the end";
  const Read file = read(folder.write("a.jsonl", bytes));
  CHECK(file.pieces.size() > 2);
  CHECK(file.all() == bytes);
  CHECK(file.hash == schema::content_hash(bytes));
  std::size_t line = 1;
  for (const Piece& piece : file.pieces) {
    CHECK(piece.first_line == line);
    CHECK(piece.last == (&piece == &file.pieces.back()));
    if (!piece.last) CHECK(piece.bytes.back() == '\n');
    line += static_cast<std::size_t>(std::count(piece.bytes.begin(), piece.bytes.end(), '\n'));
  }
}

TEST_CASE("a line too long is one problem, the lines beside it are read") {
  const test::TempFolder folder;
  const std::string long_line(schema::max_line_bytes + (2 << 20), 'x');
  const Read file = read(folder.write("a.jsonl", "first\n" + long_line + "\nthird\n" + long_line));
  CHECK(file.all() == "first\nthird\n");
  REQUIRE(file.problems.size() == 2);
  CHECK(file.problems[0].source == "a.jsonl#2");
  CHECK(file.problems[1].source == "a.jsonl#4");
  CHECK(file.pieces.back().last);
}

TEST_CASE("a file too large is a problem") {
  const test::TempFolder folder;
  const std::string path = folder.write("a.txt", "");
  std::filesystem::resize_file(path, schema::max_source_bytes);
  CHECK(read(path).problems.empty());
  std::filesystem::resize_file(path, schema::max_source_bytes + 1);
  const Read file = read(path);
  CHECK(file.pieces.empty());
  CHECK(file.problems.size() == 1);
}

TEST_CASE("a file that vanished, or is no file any more, is a problem with a hint") {
  const test::TempFolder folder;
  for (const std::string& path : {folder.path() + "/gone.txt", folder.path() + "/gone.jsonl", folder.path()}) {
    const Read file = read(path);
    CHECK(file.pieces.empty());
    REQUIRE(file.problems.size() == 1);
    CHECK_FALSE(file.problems[0].hint.empty());
  }
  CHECK(read(folder.path() + "/gone.txt").problems[0].hint.find("vanished") != std::string::npos);
}
