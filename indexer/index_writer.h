// SPDX-License-Identifier: GPL-2.0-or-later
// Index writer: puts documents into the index source by source, so that what a source no longer has goes away, and
// commits whole batches.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/decision.h"
#include "indexer/document_builder.h"
#include "indexer/error.h"
#include "indexer/source_record.h"
#include "indexer/text_index_writer.h"
#include "indexer/written_keys.h"

namespace pykala::indexer {

enum class Written {
  added,
  replaced,         ///< the same decision from the same source
  taken_over,       ///< the same decision had been read from another source
  other_version,    ///< another text of the same decision had been read from another source
  id_taken,         ///< left out: another source has another decision with the same id
  twice_in_source,  ///< the id was already written from this very source
  withheld,         ///< left out: another source says that it is not public
  purged            ///< left out: purged for good
};

/// Whose the document with some id is.
enum class Holder { nobody, this_source, other_source };

class IndexWriter {
 public:
  /// Opens the index at `path`, or makes it. Throws Error{locked | index_version | no_index | io}.
  IndexWriter(std::string path, std::string analyzer_id);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  [[nodiscard]] std::optional<SourceRecord> source_record(const std::string& path) const;
  /// Of all sources whose path is known.
  [[nodiscard]] std::vector<SourceRecord> source_records() const;

  /// All write() and withdraw() calls up to end_source() belong to the file at `path`.
  void begin_source(const std::string& path);
  Written write(const schema::Decision& decision, const IndexDocument& document);
  [[nodiscard]] Holder holder(const std::string& decision_id) const;
  /// True when the index has a document of this id with the same text.
  [[nodiscard]] bool has_same_text(const schema::Decision& decision) const;
  /// True when the index has this decision, perhaps with another text: not where two documents only share an id.
  [[nodiscard]] bool has_version(const schema::Decision& decision) const;
  /// The source says that this decision must not be shown: deletes it, whatever source it came from, and keeps other
  /// sources from bringing it while this one says so. True when there was one.
  bool withdraw(const std::string& decision_id);
  /// Deletes what the source had before and has no more; returns how many. `covers` and `withheld` of the record are
  /// filled in here.
  std::size_t end_source(SourceRecord record);
  /// Only notes a new size and time of an unchanged file.
  void note_source(const SourceRecord& record);
  /// Deletes everything that came from a source; returns how many.
  std::size_t forget_source(const std::string& path);
  /// Paths of sources to be read again, because another that had the same decision has it no more; each once.
  [[nodiscard]] std::set<std::string> take_released();

  /// Deletes what has expired before `today` (ISO), whatever source it came from; returns how many.
  std::size_t drop_expired(const std::string& today);
  /// Deletes one decision; nothing keeps it from coming back. False when there is none.
  bool remove(const std::string& decision_id);
  /// Notes that no source may bring this decision (keeps a hash of the id only), or takes that back: then the files
  /// that had brought it are read again by the next update. The decision itself is not touched.
  void forbid(const std::string& decision_id);
  bool allow(const std::string& decision_id);

  /// Adds a document that another index has, as it is but for its text terms, with what that one stores of it
  /// (packed_of()); gives its docid here.
  Xapian::docid copy(Xapian::Document document, const std::string& stored);
  /// Adds the text terms of the documents copied (TextIndexWriter::copy).
  void copy_texts(const Xapian::Database& from, const std::vector<std::uint32_t>& documents);
  /// Makes one segment of the text index, without what is deleted.
  void merge_texts();
  /// Makes the next commit() write a revision, also when nothing else was changed.
  void touch() { changed(); }

  /// Whether personal data is masked; kept in the index.
  [[nodiscard]] bool masked() const;
  void set_masked(bool masked);

  /// Makes everything written so far durable and visible; nothing when nothing was. A failure has rolled the batch
  /// back: Error{io}.
  void commit();
  [[nodiscard]] bool batch_is_full() const;
  [[nodiscard]] std::size_t document_count() const;
  [[nodiscard]] const std::string& analyzer_id() const { return analyzer_id_; }
  /// For those who write past this class.
  [[nodiscard]] Xapian::WritableDatabase& database() {
    keys_.forget();
    return *database_;
  }

 private:
  void open();
  void check_or_stamp();
  void remember_labels(const schema::Decision& decision);
  void put_record(const std::string& key, const SourceRecord& record);
  [[nodiscard]] std::optional<SourceRecord> record_of(const std::string& key) const;
  [[nodiscard]] Xapian::docid find(const std::string& decision_id) const;
  [[nodiscard]] schema::Decision decision(Xapian::docid id) const;
  [[nodiscard]] std::string owner_of(Xapian::docid id) const;
  void set_mark(const std::string& id_hash, const std::string& who);
  void cover(const std::string& by, const std::string& covered);
  void release(SourceRecord& record);
  void changed(std::size_t bytes = 0);
  void erase(Xapian::docid id);
  [[nodiscard]] std::vector<std::string> earlier_terms(Xapian::docid id) const;

  std::string path_, analyzer_id_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::unique_ptr<TextIndexWriter> texts_;
  std::string source_key_;
  std::set<Xapian::docid> before_;                      ///< documents the source had
  std::set<Xapian::docid> written_;                     ///< documents written from it now
  std::set<std::string> covers_;                        ///< keys of sources that had given the same decisions
  std::set<std::string> withheld_;                      ///< hashes of ids it says are not public
  std::set<std::string> released_;                      ///< paths to be read again
  std::unordered_map<std::string, std::string> marks_;  ///< hash of an id -> key of the source that withholds it
  std::set<std::string> languages_;
  std::set<std::string> makers_;  ///< keys whose name has been stored
  std::size_t uncommitted_ = 0, uncommitted_bytes_ = 0;
  WrittenKeys keys_;  ///< terms of ids and sources, keys of records: half of a new index's look-ups would be for none
};

/// What Xapian threw while an index was being written, with what became of it.
[[nodiscard]] schema::Error write_error(const Xapian::Error& error, const std::string& index);

}  // namespace pykala::indexer
