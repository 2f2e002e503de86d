// SPDX-License-Identifier: GPL-2.0-or-later
// Index writer: puts documents into the index source by source, so that what a source no longer has goes away, and
// commits whole batches.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/decision.h"

namespace pykala::indexer {

/// What the index remembers of a file that was read to its end.
struct SourceRecord {
  std::string path;  ///< absolute
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::string hash;  ///< content_hash of its bytes
  std::size_t documents = 0;
  bool clean = true;    ///< read without a problem; a file with problems is read again next time
  std::string expires;  ///< the first day on which one of its decisions has expired; empty: none does
};

enum class Written {
  added,
  replaced,        ///< the same decision from the same source
  taken_over,      ///< the same decision had been read from another source
  overwritten,     ///< another text with the same id had been read from another source
  twice_in_source  ///< the id was already written from this very source
};

class IndexWriter {
 public:
  /// Opens the index at `path`, or makes it. Throws Error{locked | index_version | no_index | io}.
  IndexWriter(std::string path, std::string analyzer_id);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  [[nodiscard]] std::optional<SourceRecord> source_record(const std::string& path) const;
  [[nodiscard]] std::vector<SourceRecord> source_records() const;

  /// All write() calls up to end_source() belong to the file at `path`.
  void begin_source(const std::string& path);
  Written write(const schema::Decision& decision, const Xapian::Document& document);
  /// Deletes what the source had before and has no more; returns how many.
  std::size_t end_source(const SourceRecord& record);
  /// Deletes a decision, whatever source it came from; true when there was one.
  bool withdraw(const std::string& decision_id);
  /// Only notes a new size and time of an unchanged file.
  void note_source(const SourceRecord& record);
  /// Deletes everything that came from a source; returns how many.
  std::size_t forget_source(const std::string& path);

  /// Makes everything written so far durable and visible. A failure has rolled the batch back: Error{io}.
  void commit();
  [[nodiscard]] std::size_t uncommitted() const { return uncommitted_; }
  [[nodiscard]] std::size_t document_count() const;

 private:
  void check_or_stamp();
  void remember_labels(const schema::Decision& decision);

  std::string path_, analyzer_id_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::string source_path_, source_key_;
  std::set<Xapian::docid> before_;   ///< documents the source had
  std::set<Xapian::docid> written_;  ///< documents written from it now
  std::set<std::string> languages_;
  std::set<std::string> makers_;  ///< keys whose name has been stored
  std::size_t uncommitted_ = 0;
};

}  // namespace pykala::indexer
