// SPDX-License-Identifier: GPL-2.0-or-later
// Paths in, changes of the file system out. Nothing here looks into an index.
#include "indexer/index_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "indexer/error.h"
#include "indexer/schema.h"

namespace pykala::indexer {
namespace fs = std::filesystem;

using schema::Error;
using schema::ErrorCode;

void check_folder(const std::string& path) {
  std::error_code ignored;
  const fs::path folder(path);
  if (!fs::is_directory(folder, ignored) || fs::is_empty(folder, ignored)) return;
  if (fs::exists(folder / schema::index_marker, ignored)) return;
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

void remove_leftover(const std::string& index) {
  const std::string folder = rewrite_folder(index);
  std::error_code error;
  if (!fs::exists(fs::path(folder) / schema::index_marker, error)) return;
  fs::remove_all(folder, error);
  if (error) {
    throw Error(ErrorCode::io, folder + ": left by an interrupted rewrite, cannot be removed: " + error.message(),
                "remove it by hand");
  }
}

}  // namespace pykala::indexer
