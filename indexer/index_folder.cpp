// SPDX-License-Identifier: GPL-2.0-or-later
// Paths in, changes of the file system out. Nothing here looks into an index.
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>

#include "indexer/error.h"
#include "indexer/schema.h"
#include "indexer/writer_lock.h"

namespace pykala::indexer {
namespace fs = std::filesystem;

using schema::Error;
using schema::ErrorCode;

namespace {

/// A table without a commit: nothing, or its first block (Xapian's default size).
constexpr std::uintmax_t begun_table_bytes = 8192;

/// Nothing but files that Xapian makes, none of them longer than `limit`.
bool holds_only_tables(const fs::path& folder, std::uintmax_t limit) {
  std::error_code error;
  fs::directory_iterator it(folder, error);
  for (const fs::directory_iterator end; !error && it != end; it.increment(error)) {
    const fs::path name = it->path().filename();
    const bool made_by_xapian =
        name.extension() == ".glass" || name == schema::index_marker || name == lock_file_name || name == "v.tmp";
    std::error_code no_file;  // also a folder's
    const std::uintmax_t bytes = fs::file_size(it->path(), no_file);
    if (!made_by_xapian || no_file || bytes > limit) return false;
  }
  return !error;
}

/// Xapian makes no index where a table of postings lies already. Another program may be just making it: only with its
/// lock, and still without a version, the table is a leftover.
void remove_begun_tables(const fs::path& folder) {
  std::error_code ignored;
  const fs::path table = folder / "postlist.glass";
  if (!fs::exists(table, ignored)) return;
  const bool ours = with_writer_lock(folder.string(), [&] {
    if (!fs::exists(folder / schema::index_marker, ignored)) fs::remove(table, ignored);
  });
  if (!ours) throw lock_error(folder.string());
}

}  // namespace

void check_folder(const std::string& path) {
  std::error_code ignored;
  const fs::path folder(path);
  if (!fs::is_directory(folder, ignored) || fs::exists(folder / schema::index_marker, ignored)) return;
  if (holds_only_tables(folder, begun_table_bytes)) return remove_begun_tables(folder);
  throw Error(ErrorCode::usage, path + ": a folder with files in it, and no index",
              "the index comes first: pykala-index update INDEX SOURCE...");
}

namespace {

void sync(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  if (descriptor < 0) return;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!synced) throw Error(ErrorCode::io, path + ": cannot be synced to the disk", "check the disk");
}

}  // namespace

void sync_folder(const std::string& path) {
  sync(path, O_DIRECTORY);
}

void sync_files(const std::string& folder) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) sync(entry.path().string(), 0);
  sync_folder(folder);
}

std::string rewrite_folder(const std::string& index) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(index, error);
  if (error) real = index;
  if (!real.has_filename()) real = real.parent_path();
  return real.string() + ".rewrite";
}

void swap_folders(const std::string& index, const std::string& fresh) {
  const std::string real = fs::canonical(index).string();
  if (::renameat2(AT_FDCWD, real.c_str(), AT_FDCWD, fresh.c_str(), RENAME_EXCHANGE) != 0) {
    throw Error(ErrorCode::io, index + ": cannot put the rewritten index in its place: " + std::strerror(errno),
                "the index must lie in a folder of an ordinary local file system; nothing was changed");
  }
  sync_folder(fs::path(real).parent_path().string());
}

void check_replaceable(const std::string& index) {
  constexpr auto any_size = std::numeric_limits<std::uintmax_t>::max();
  const std::string fresh = rewrite_folder(index);
  std::error_code ignored;
  for (const std::string& folder : {index, fresh}) {
    if (fs::exists(folder, ignored) && !holds_only_tables(folder, any_size)) {
      throw Error(ErrorCode::unavailable, folder + ": holds files that are not an index's");
    }
  }
  struct stat own {
  }, above{};
  const std::string parent = fs::path(fresh).parent_path().string();
  if (::stat(index.c_str(), &own) != 0 || ::stat(parent.c_str(), &above) != 0 || own.st_dev != above.st_dev) {
    throw Error(ErrorCode::unavailable, index + ": is a file system of its own");
  }
}

void remove_leftover(const std::string& index) {
  const std::string folder = rewrite_folder(index);
  std::error_code error;
  if (!fs::is_directory(folder, error)) return;
  if (!holds_only_tables(folder, std::numeric_limits<std::uintmax_t>::max())) return;
  fs::remove_all(folder, error);
  if (error) {
    throw Error(ErrorCode::io, folder + ": left by an interrupted rewrite, cannot be removed: " + error.message(),
                "remove it by hand");
  }
}

}  // namespace pykala::indexer
