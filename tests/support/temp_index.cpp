// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/temp_index.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/keys.h"
#include "stemmers/analyzer.h"

namespace pykala::test {
namespace fs = std::filesystem;

TempFolder::TempFolder() {
  std::string name = (fs::temp_directory_path() / "pykala-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempFolder::write(const std::string& name, const std::string& bytes) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

void make_index(const std::string& path, const std::vector<schema::Decision>& decisions) {
  const stemmers::Analyzer analyzer;
  indexer::DocumentBuilder builder(analyzer);
  indexer::IndexWriter writer(path, analyzer.id());
  writer.begin_source("test");
  for (const schema::Decision& d : decisions) {
    writer.write(d, builder.build(d, schema::content_hash("test")));
  }
  writer.end_source({"test", 0, 0, "", decisions.size(), true, ""});
  writer.commit();
}

schema::Decision decision(const std::string& id, const std::string& title, const std::string& text) {
  schema::Decision d;
  d.id = id;
  d.source = id + ".txt";
  d.language = "fi";
  d.title = title;
  d.parts = {{"Päätös", schema::PartRole::decision, text}};
  return d;
}

}  // namespace pykala::test
