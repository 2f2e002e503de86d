// SPDX-License-Identifier: GPL-2.0-or-later
// An index in, the same index without some decisions, or smaller, out. The lock of the old one is held throughout.
#include "indexer/index_rewrite.h"

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "indexer/document_store.h"
#include "indexer/error.h"
#include "indexer/folder_access.h"
#include "indexer/index_folder.h"
#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "indexer/xapian_error.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {

using namespace schema;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t told_every = 1000;  ///< documents

/// Removes the folder beside the index at the end: what was being written when it failed, else the old index.
class Beside {
 public:
  explicit Beside(const std::string& index) : path(rewrite_folder(index)) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  ~Beside() {
    std::error_code ignored;  // the next writer removes it (remove_leftover)
    fs::remove_all(path, ignored);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  const std::string path;
};

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const auto size = it->file_size(ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

std::unique_ptr<IndexWriter> open_existing(const std::string& index) {
  std::error_code ignored;
  if (!fs::exists(fs::path(index) / index_marker, ignored)) {
    const bool there = fs::exists(index, ignored);
    throw Error(ErrorCode::no_index, index + (there ? ": not an index" : ": no such index"),
                "make one with: pykala-index update NEW_FOLDER SOURCE...");
  }
  // The analyser named in the index itself: nothing is analysed here.
  std::string analyzer_id;
  try {
    analyzer_id = Xapian::Database(index).get_metadata(metadata::analyzer);
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, index);
  }
  return std::make_unique<IndexWriter>(index, analyzer_id);
}

void copy_metadata(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  for (const std::string prefix : {metadata::source, metadata::withheld, metadata::masked, metadata::analyzer}) {
    for (auto it = from.metadata_keys_begin(prefix); it != from.metadata_keys_end(prefix); ++it) {
      to.set_metadata(*it, from.get_metadata(*it));
    }
  }
}

void copy_documents(const Xapian::Database& from, IndexWriter& to, const RewriteProgress& told) {
  std::size_t copied = 0;
  std::vector<std::uint32_t> documents(std::size_t{from.get_lastdocid()} + 1);
  for (auto it = from.postlist_begin(""); it != from.postlist_end(""); ++it) {
    const Xapian::Document document = from.get_document(*it);
    documents[*it] = to.copy(document, packed_of(from, *it));
    if (to.batch_is_full()) to.commit();
    if (told && ++copied % told_every == 0) told(copied, from.get_doccount());
  }
  to.copy_texts(from, documents);
}

/// A reader tells a changed index by its revision: the new one's must be higher than the old one's.
void raise_revision(IndexWriter& fresh, Xapian::rev old_revision) {
  do {
    fresh.touch();
    fresh.commit();
  } while (fresh.database().get_revision() <= old_revision);
}

/// The same up to `revision`, for many: nobody reads it yet, and its files are synced at the end. A compacted table
/// begins with revision 1, the old one may have had ten thousands.
void raise_revision_unsynced(const std::string& folder, Xapian::rev revision) {
  Xapian::WritableDatabase fresh(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  const std::string updated = fresh.get_metadata(metadata::updated);
  while (fresh.get_revision() < revision) {
    fresh.set_metadata(metadata::updated, fresh.get_metadata(metadata::updated) == updated ? "" : updated);
    fresh.commit();
  }
  fresh.set_metadata(metadata::updated, updated);
  fresh.commit();
}

/// Who may read and write the index.
enum class Access { must_stay, as_can_be };

/// Puts the finished index in the old one's place. The lock of the new one is held when it becomes visible.
void put_in_place(const std::string& index, IndexWriter& old, IndexWriter& fresh, const std::string& folder,
                  Access access) {
  raise_revision(fresh, old.database().get_revision());
  if (!copy_access(index, folder) && access == Access::must_stay) {
    throw Error(ErrorCode::unavailable, index + ": its owner and rights cannot be given to the packed index",
                "run this as the user whose it is; nothing was changed");
  }
  sync_files(folder);
  swap_folders(index, folder);
}

/// Replaced decisions get new docids: an archive that is read anew again and again would have columns of holes.
bool is_sparse(const Xapian::Database& database) {
  constexpr std::uint64_t always_well = 1000;
  return database.get_lastdocid() > always_well + std::uint64_t{database.get_doccount()} * 3 / 2;
}

/// Puts a copy of every document, numbered from 1, in the old index's place; fills in the result.
RewriteResult number_anew(const std::string& index, IndexWriter& old, const std::string& folder, RewriteResult result,
                          Access access, const RewriteProgress& told) {
  IndexWriter fresh(folder, old.analyzer_id());
  copy_metadata(old.database(), fresh.database());
  copy_documents(old.database(), fresh, told);
  fresh.touch();
  fresh.commit();
  put_in_place(index, old, fresh, folder, access);
  result.decisions = fresh.document_count();
  result.bytes_after = folder_bytes(index);
  return result;
}

/// Does it for every id and commits; gives those of which it said that they are not there.
std::vector<std::string> for_each_id(const std::string& index, const std::vector<std::string>& ids,
                                     const std::function<bool(IndexWriter&, const std::string&)>& change) {
  try {
    const auto writer = open_existing(index);
    std::vector<std::string> missing;
    for (const std::string& id : ids) {
      if (!change(*writer, id)) missing.push_back(id);
      if (writer->batch_is_full()) writer->commit();
    }
    writer->commit();
    return missing;
  } catch (const Xapian::Error& error) {
    throw write_error(error, index);
  }
}

}  // namespace

RewriteResult purge_index(const std::string& index, const std::vector<std::string>& ids, const RewriteProgress& told) {
  try {
    const auto old = open_existing(index);
    const Beside beside(index);
    RewriteResult result;
    result.bytes_before = folder_bytes(index);
    for (const std::string& id : ids) {
      old->forbid(id);
      if (!old->remove(id)) result.missing.push_back(id);
    }
    old->commit();  // from here on they are not found, also when the rewriting fails
    // What was to be purged goes, whoever may then read the index.
    return number_anew(index, *old, beside.path, std::move(result), Access::as_can_be, told);
  } catch (const Xapian::Error& error) {
    throw write_error(error, index);
  }
}

std::vector<std::string> allow_again(const std::string& index, const std::vector<std::string>& ids) {
  return for_each_id(index, ids, [](IndexWriter& writer, const std::string& id) { return writer.allow(id); });
}

std::vector<std::string> remove_decisions(const std::string& index, const std::vector<std::string>& ids) {
  return for_each_id(index, ids, [](IndexWriter& writer, const std::string& id) { return writer.remove(id); });
}

RewriteResult compact_if_replaceable(const std::string& index) {
  check_replaceable(index);
  return compact_index(index);
}

RewriteResult compact_index(const std::string& index) {
  try {
    const auto old = open_existing(index);
    const Beside beside(index);
    RewriteResult result;
    result.bytes_before = folder_bytes(index);
    if (is_sparse(old->database()))
      return number_anew(index, *old, beside.path, std::move(result), Access::must_stay, {});
    old->merge_texts();
    old->commit();
    // FULL, never FULLER: that one is faulty before Xapian 1.4.31 (its ticket 842).
    Xapian::Database(index).compact(beside.path, Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
    raise_revision_unsynced(beside.path, old->database().get_revision());
    IndexWriter fresh(beside.path, old->analyzer_id());
    put_in_place(index, *old, fresh, beside.path, Access::must_stay);
    result.decisions = fresh.document_count();
    result.bytes_after = folder_bytes(index);
    return result;
  } catch (const Xapian::Error& error) {
    throw write_error(error, index);
  }
}

}  // namespace pykala::indexer
