// SPDX-License-Identifier: GPL-2.0-or-later
// The folder of an index in, its writer out. Xapian locks by an open file description, which the kernel ascribes to no
// process: the one that has the lock file open is found among the open files of /proc.
#include "indexer/writer_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "indexer/printable.h"

namespace pykala::indexer {
namespace {

namespace fs = std::filesystem;

bool has_open(const fs::path& process, const fs::path& file) {
  std::error_code error;
  for (fs::directory_iterator it(process / "fd", error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (fs::read_symlink(it->path(), ignored) == file) return true;
  }
  return false;
}

}  // namespace

std::string lock_holder(const std::string& index) {
  std::error_code error;
  const fs::path file = fs::canonical(fs::path(index) / lock_file_name, error);
  if (error) return {};
  for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const bool is_process = std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!is_process || name == std::to_string(::getpid()) || !has_open(it->path(), file)) continue;
    std::ifstream in(it->path() / "comm");
    std::string program;
    std::getline(in, program);
    return schema::printable(program) + ", process " + name;
  }
  return {};
}

schema::Error lock_error(const std::string& index) {
  const std::string holder = lock_holder(index);
  return {schema::ErrorCode::locked,
          index + ": another program is writing to this index" + (holder.empty() ? "" : " (" + holder + ")"),
          "try again when it has ended"};
}

bool with_writer_lock(const std::string& index, const std::function<void()>& change) {
  const int file = ::open((fs::path(index) / lock_file_name).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return false;
  struct flock byte {};
  byte.l_type = F_WRLCK;
  byte.l_whence = SEEK_SET;
  byte.l_len = 1;
  const bool locked = ::fcntl(file, F_OFD_SETLK, &byte) == 0;
  if (locked) change();
  ::close(file);
  return locked;
}

}  // namespace pykala::indexer
