// SPDX-License-Identifier: GPL-2.0-or-later
// In: documents, source by source. Out: a Xapian database with its own description in metadata. Only this file and
// maintenance.cpp write to it.
#include "indexer/index_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <sstream>

#include "indexer/document_builder.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/index_description.h"
#include "indexer/json.h"
#include "indexer/keys.h"
#include "indexer/schema.h"
#include "indexer/xapian_error.h"

namespace pykala::indexer {

using namespace schema;

namespace {

std::string source_metadata(const std::string& path) {
  return metadata::source + content_hash(path);
}

std::string to_text(const SourceRecord& record) {
  const Json json = {{"path", record.path},      {"size", record.size},           {"modified_ns", record.modified_ns},
                     {"hash", record.hash},      {"documents", record.documents}, {"clean", record.clean},
                     {"expires", record.expires}};
  return dump_json(json);
}

SourceRecord from_text(const std::string& text) {
  const Json json = parse_json(text);
  return {json.at("path").get<std::string>(),         json.at("size").get<std::uint64_t>(),
          json.at("modified_ns").get<std::int64_t>(), json.at("hash").get<std::string>(),
          json.at("documents").get<std::size_t>(),    json.at("clean").get<bool>(),
          json.at("expires").get<std::string>()};
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

/// Xapian renames its version file but does not sync the folder: without this a power cut may lose the last commit.
void sync_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  const bool synced = ::fsync(folder) == 0;
  ::close(folder);
  if (!synced) throw Error(ErrorCode::io, path + ": cannot sync the folder", "check the disk");
}

/// A folder of documents given in the index's place must not get tables among its files.
void check_folder(const std::string& path) {
  std::error_code ignored;
  const std::filesystem::path folder(path);
  if (!std::filesystem::is_directory(folder, ignored) || std::filesystem::is_empty(folder, ignored)) return;
  if (std::filesystem::exists(folder / index_marker, ignored)) return;
  throw Error(ErrorCode::usage, path + ": a folder with files in it, and no index",
              "the index comes first: pykala-index update INDEX SOURCE...");
}

}  // namespace

IndexWriter::IndexWriter(std::string path, std::string analyzer_id)
    : path_(std::move(path)), analyzer_id_(std::move(analyzer_id)) {
  // Batches are ours: Xapian must not commit in the middle of one.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  try {
    check_folder(path_);
    database_ = std::make_unique<Xapian::WritableDatabase>(path_, Xapian::DB_CREATE_OR_OPEN);
    check_or_stamp();
  } catch (const Xapian::DatabaseLockError& error) {
    throw from_xapian(error, path_);
  } catch (const Xapian::Error& error) {
    std::error_code ignored;
    if (!std::filesystem::exists(path_, ignored)) {
      throw Error(ErrorCode::io, path_ + ": cannot make the index: " + error.get_msg(),
                  "check the folder above it and its permissions");
    }
    throw from_xapian(error, path_);
  }
}

IndexWriter::~IndexWriter() {
  // The destructor of the database would commit a half-written batch.
  if (!database_ || uncommitted_ == 0) return;
  try {
    database_->cancel_transaction();
  } catch (const Xapian::Error&) {  // no transaction is open: nothing to undo
    return;
  }
}

void IndexWriter::check_or_stamp() {
  const std::string schema = database_->get_metadata(metadata::schema);
  if (schema.empty() && database_->get_doccount() == 0) {
    database_->set_metadata(metadata::schema, std::to_string(schema_version));
    database_->set_metadata(metadata::analyzer, analyzer_id_);
    database_->commit();
  } else {
    check_description(schema, database_->get_metadata(metadata::analyzer), analyzer_id_, path_);
  }
  std::istringstream languages(database_->get_metadata(metadata::languages));
  for (std::string language; languages >> language;) languages_.insert(language);
  database_->begin_transaction();
}

std::optional<SourceRecord> IndexWriter::source_record(const std::string& path) const {
  const std::string text = database_->get_metadata(source_metadata(path));
  if (text.empty()) return std::nullopt;
  return from_text(text);
}

std::vector<SourceRecord> IndexWriter::source_records() const {
  std::vector<SourceRecord> out;
  for (auto it = database_->metadata_keys_begin(metadata::source); it != database_->metadata_keys_end(metadata::source);
       ++it) {
    out.push_back(from_text(database_->get_metadata(*it)));
  }
  return out;
}

void IndexWriter::begin_source(const std::string& path) {
  source_path_ = path;
  source_key_ = content_hash(path);
  before_.clear();
  written_.clear();
  const std::string term = source_term(source_key_);
  for (auto it = database_->postlist_begin(term); it != database_->postlist_end(term); ++it) before_.insert(*it);
}

Written IndexWriter::write(const Decision& decision, const Xapian::Document& document) {
  const std::string term = id_term(decision.id);
  const auto existing = database_->postlist_begin(term);
  const Xapian::docid old = existing == database_->postlist_end(term) ? 0 : *existing;
  if (old != 0 && written_.contains(old)) return Written::twice_in_source;
  const bool same_text = old != 0 && !before_.contains(old) &&
                         from_exchange(database_->get_document(old).get_data()).parts == decision.parts;
  const Xapian::docid now = database_->replace_document(term, document);
  ++uncommitted_;
  written_.insert(now);
  remember_labels(decision);
  if (old == 0) return Written::added;
  if (before_.contains(old)) return Written::replaced;
  return same_text ? Written::taken_over : Written::overwritten;
}

void IndexWriter::remember_labels(const Decision& decision) {
  if (decision.language) languages_.insert(*decision.language);
  if (!decision.decision_maker) return;
  const std::string key = maker_key(*decision.decision_maker);
  if (!decision.decision_maker->name.empty() && makers_.insert(key).second) {
    database_->set_metadata(metadata::maker + key.substr(0, max_key_bytes), decision.decision_maker->name);
  }
}

bool IndexWriter::withdraw(const std::string& decision_id) {
  const std::string term = id_term(decision_id);
  if (!database_->term_exists(term)) return false;
  database_->delete_document(term);
  ++uncommitted_;
  return true;
}

std::size_t IndexWriter::end_source(const SourceRecord& record) {
  std::size_t removed = 0;
  for (const Xapian::docid id : before_) {
    if (written_.contains(id)) continue;
    database_->delete_document(id);
    ++removed;
    ++uncommitted_;
  }
  note_source(record);
  return removed;
}

void IndexWriter::note_source(const SourceRecord& record) {
  database_->set_metadata(source_metadata(record.path), to_text(record));
  ++uncommitted_;
}

std::size_t IndexWriter::forget_source(const std::string& path) {
  begin_source(path);
  for (const Xapian::docid id : before_) database_->delete_document(id);
  database_->set_metadata(source_metadata(path), "");
  ++uncommitted_;
  return before_.size();
}

void IndexWriter::commit() {
  std::string languages;
  for (const std::string& language : languages_) languages += (languages.empty() ? "" : " ") + language;
  try {
    database_->set_metadata(metadata::languages, languages);
    database_->set_metadata(metadata::updated, utc_now());
    database_->commit_transaction();
    database_->begin_transaction();
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, path_);
  }
  sync_folder(path_);
  uncommitted_ = 0;
}

std::size_t IndexWriter::document_count() const {
  return database_->get_doccount();
}

}  // namespace pykala::indexer
