// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the #include lines of stemmers/, indexer/ and searcher/ and holds the layers: a file takes only from what
// stands before it in its folder's CMakeLists.txt, a folder only from those below it, and each outside library stands
// in the few files named here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_lines = 250;
constexpr std::size_t lines_for_a_reason = 5;

const std::vector<std::string> folders{"stemmers", "indexer", "searcher"};

struct Library {
  std::string include;  ///< how its headers begin
  std::set<std::string> files;
};
const std::vector<Library> libraries{
    {"unicode/", {"stemmers/scan.cpp", "stemmers/unicode.cpp", "stemmers/word_breaks.cpp"}},
    {"libvoikko/", {"stemmers/voikko_lexicon.cpp"}},
    {"zstd.h", {"indexer/document_store.cpp"}},
    {"xapian",
     {"stemmers/snowball_stemmer.cpp",
      "indexer/xapian_error.h",
      "indexer/document_store.h",
      "indexer/document_builder.h",
      "indexer/index_writer.h",
      "indexer/maintenance.cpp",
      "indexer/segment_writer.h",
      "indexer/text_segment.h",
      "indexer/text_check.h",
      "indexer/text_index.h",
      "indexer/text_index_writer.h",
      "indexer/pair_runs.h",
      "indexer/index_rewrite.cpp",
      "searcher/best_documents.h",
      "searcher/block_postings.h",
      "searcher/block_scores.h",
      "searcher/bm25.h",
      "searcher/card_column.h",
      "searcher/expired.h",
      "searcher/funder_money.h",
      "searcher/columns.h",
      "searcher/deadline.h",
      "searcher/document_list.h",
      "searcher/document_set.h",
      "searcher/known_documents.h",
      "searcher/text_query.h",
      "searcher/length_column.h",
      "searcher/index_memory.h",
      "searcher/match_set.h",
      "searcher/meant_values.h",
      "searcher/number_column.h",
      "searcher/ranking.h",
      "searcher/phrase.h",
      "searcher/filters.h",
      "searcher/number_order.h",
      "searcher/scored_parts.h",
      "searcher/scorer.h",
      "searcher/index.h",
      "searcher/query_builder.h",
      "searcher/synonyms.h"}},
    {"nlohmann/", {"indexer/json.h"}},
    {"libxml/", {"indexer/html_blocks.cpp"}},
    {"zlib", {"indexer/gzip_stream.cpp", "searcher/server/compression.cpp"}},
    {"pugixml", {"indexer/office_xml.cpp"}},
    {"zip.h", {"indexer/zip_archive.cpp"}},
    {"CLI/", {"indexer/main.cpp", "searcher/main.cpp"}},
    {"xxhash", {"indexer/keys.cpp", "indexer/source_reader.cpp", "indexer/term_table.cpp", "indexer/word_stream.cpp"}},
    {"microhttpd", {"searcher/server/daemon.cpp"}},
    {"kainjow/", {"searcher/page/template.cpp"}},
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  REQUIRE(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// Sources and headers of a folder and those in it, as "indexer/keys.cpp", "searcher/server/http.h".
std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PYKALA_SOURCE_DIR) / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".cpp" || ending == ".h") files.push_back(fs::relative(entry.path(), PYKALA_SOURCE_DIR).string());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 10);
  return files;
}

struct Include {
  std::string name;
  bool own = false;  ///< "…", not <…>
};

std::vector<Include> includes_of(const std::string& file) {
  std::vector<Include> includes;
  for (const std::string& line : lines_of(fs::path(PYKALA_SOURCE_DIR) / file)) {
    if (!line.starts_with("#include")) continue;
    const auto open = line.find_first_of("<\"");
    const auto close = line.find_first_of(">\"", open + 1);
    REQUIRE(close != std::string::npos);
    includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return includes;
}

std::string stem_of(const std::string& file) {
  return file.substr(0, file.rfind('.'));
}

std::string folder_of(const std::string& file) {
  return file.substr(0, file.find('/'));
}

/// The order of a folder's list: the place of each .cpp and of the headers that a comment names ("# limits.h
/// decision.h"), and the stems of those in the library `schema`.
struct Order {
  std::map<std::string, std::size_t> places;
  std::set<std::string> schema;

  /// A header that is not named stands where its .cpp stands. nullptr: not in the list.
  [[nodiscard]] const std::size_t* place(const std::string& file) const {
    auto found = places.find(file);
    if (found == places.end()) found = places.find(stem_of(file) + ".cpp");
    return found == places.end() ? nullptr : &found->second;
  }
};

Order order_of(const std::string& folder) {
  Order order;
  std::string library;
  for (const std::string& line : lines_of(fs::path(PYKALA_SOURCE_DIR) / folder / "CMakeLists.txt")) {
    const auto command = line.find("add_library(");
    if (command != std::string::npos) library = line.substr(command + 12, line.find(' ', command) - command - 12);
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const auto dot = word.rfind('.');
      if (dot == std::string::npos) continue;
      const std::string ending = word.substr(dot);
      if (ending != ".cpp" && (ending != ".h" || line.find('#') == std::string::npos)) continue;
      order.places.emplace(folder + "/" + word, order.places.size());
      if (library == "schema") order.schema.insert(folder + "/" + word.substr(0, dot));
    }
  }
  order.places[folder + "/main.cpp"] = order.places.size();  // the program stands last
  return order;
}

/// What is wrong with one include of our own; empty when nothing is.
std::string wrong_include(const std::string& file, const std::string& name, const Order& order, const Order& indexer) {
  const std::string from = folder_of(file);
  const std::string to = folder_of(name);
  if (to == "data") return {};
  const auto rank = [](const std::string& folder) {
    return std::find(folders.begin(), folders.end(), folder) - folders.begin();
  };
  if (rank(to) > rank(from)) return file + " includes " + name + ": that folder lies above it";
  if (from == "searcher" && to == "indexer" && !indexer.schema.contains(stem_of(name))) {
    return file + " includes " + name + ", which is not of the library schema";
  }
  if (from != to) return {};
  const std::size_t* own = order.place(file);
  const std::size_t* other = order.place(name);
  if (own == nullptr) return file + " is not in the list of its CMakeLists.txt";
  if (other == nullptr) return name + " is not in the list of its CMakeLists.txt";
  if (*other > *own) return file + " includes " + name + ", which stands after it";
  return {};
}

}  // namespace

TEST_CASE("a file takes only from what stands before it") {
  const Order indexer = order_of("indexer");
  REQUIRE(indexer.schema.contains("indexer/keys"));
  REQUIRE_FALSE(indexer.schema.contains("indexer/readers"));
  for (const std::string& folder : folders) {
    const Order order = order_of(folder);
    for (const std::string& file : files_of(folder)) {
      if (order.place(file) == nullptr) FAIL_CHECK(file + " is not in the list of its CMakeLists.txt");
      for (const Include& include : includes_of(file)) {
        const std::string wrong = include.own ? wrong_include(file, include.name, order, indexer) : std::string();
        if (!wrong.empty()) FAIL_CHECK(wrong);
      }
    }
  }
}

TEST_CASE("the rule finds what breaks it") {
  const Order indexer = order_of("indexer");
  const Order searcher = order_of("searcher");
  CHECK(wrong_include("indexer/keys.cpp", "indexer/keys.h", indexer, indexer).empty());
  CHECK_FALSE(wrong_include("indexer/keys.cpp", "indexer/report.h", indexer, indexer).empty());
  CHECK_FALSE(wrong_include("indexer/keys.cpp", "searcher/request.h", indexer, indexer).empty());
  CHECK(wrong_include("searcher/index.cpp", "indexer/keys.h", searcher, indexer).empty());
  CHECK_FALSE(wrong_include("searcher/index.cpp", "indexer/index_writer.h", searcher, indexer).empty());
  CHECK_FALSE(wrong_include("searcher/query.cpp", "searcher/search.h", searcher, indexer).empty());
}

TEST_CASE("an outside library stands in its few files") {
  for (const std::string& folder : folders) {
    for (const std::string& file : files_of(folder)) {
      for (const Include& include : includes_of(file)) {
        for (const Library& library : libraries) {
          if (include.name.starts_with(library.include) && !library.files.contains(file)) {
            FAIL_CHECK(file + " includes <" + include.name + ">: go through a file of this test's table, or add to it");
          }
        }
      }
    }
  }
}

TEST_CASE("the table of libraries has no file that does without") {
  for (const Library& library : libraries) {
    for (const std::string& file : library.files) {
      const auto includes = includes_of(file);
      if (std::none_of(includes.begin(), includes.end(),
                       [&](const Include& include) { return include.name.starts_with(library.include); })) {
        FAIL_CHECK(file + " no longer includes " + library.include);
      }
    }
  }
}

TEST_CASE("a file is short or says why it is long") {
  for (const std::string& folder : folders) {
    for (const std::string& file : files_of(folder)) {
      const std::vector<std::string> lines = lines_of(fs::path(PYKALA_SOURCE_DIR) / file);
      if (lines.size() <= max_lines) continue;
      const auto head = lines.begin() + lines_for_a_reason;
      if (std::none_of(lines.begin(), head,
                       [](const std::string& line) { return line.find("ong because") != std::string::npos; })) {
        FAIL_CHECK(file + " has " + std::to_string(lines.size()) + " lines");
      }
    }
  }
}
