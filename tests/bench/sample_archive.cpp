// SPDX-License-Identifier: GPL-2.0-or-later
// In: data/sample. Out: its files, documents, decisions and texts. A sample that cannot be read ends the program.
#include "tests/bench/sample_archive.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "indexer/intake.h"
#include "indexer/readers.h"

namespace pykala::bench {
namespace fs = std::filesystem;

namespace {

std::vector<std::pair<std::string, std::string>> read_files() {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PYKALA_SOURCE_DIR) / "data/sample")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.emplace_back(entry.path().string(), std::string(std::istreambuf_iterator<char>(file), {}));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<indexer::RawDocument> read_documents() {
  std::vector<indexer::RawDocument> documents;
  for (const auto& [path, bytes] : sample_files()) {
    if (!path.ends_with(".txt")) continue;
    const indexer::ReadResult read = indexer::read_text({path, bytes});
    documents.insert(documents.end(), read.documents.begin(), read.documents.end());
  }
  if (documents.empty()) throw std::runtime_error("data/sample has no text files");
  return documents;
}

std::vector<schema::Decision> read_decisions() {
  std::vector<schema::Decision> decisions;
  for (const auto& [path, bytes] : sample_files()) {
    const indexer::Intake intake = indexer::take_in({path, bytes}, {.today = "2026-01-01"});
    if (!intake.problems.empty()) throw std::runtime_error(path + ": " + intake.problems.front().reason);
    decisions.insert(decisions.end(), intake.decisions.begin(), intake.decisions.end());
  }
  return decisions;
}

std::vector<schema::SearchableText> read_texts() {
  std::vector<schema::SearchableText> texts;
  for (const schema::Decision& decision : sample_decisions()) {
    const std::vector<schema::SearchableText> more = schema::searchable_texts(decision);
    texts.insert(texts.end(), more.begin(), more.end());
  }
  return texts;
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& sample_files() {
  static const auto files = read_files();
  return files;
}

const std::vector<indexer::RawDocument>& sample_documents() {
  static const auto documents = read_documents();
  return documents;
}

const std::vector<schema::Decision>& sample_decisions() {
  static const auto decisions = read_decisions();
  return decisions;
}

const std::vector<schema::SearchableText>& sample_texts() {
  static const auto texts = read_texts();
  return texts;
}

std::size_t bytes_of(const std::vector<schema::SearchableText>& texts) {
  std::size_t bytes = 0;
  for (const schema::SearchableText& text : texts) bytes += text.text.size();
  return bytes;
}

const stemmers::Analyzer& warm_analyzer() {
  static const stemmers::Analyzer analyzer;
  static const bool filled = [] {
    std::vector<stemmers::AnalyzedToken> tokens;
    for (const schema::SearchableText& text : sample_texts()) analyzer.analyze(text.text, text.language, tokens);
    return true;
  }();
  static_cast<void>(filled);
  return analyzer;
}

}  // namespace pykala::bench
