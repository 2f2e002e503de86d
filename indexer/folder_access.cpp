// SPDX-License-Identifier: GPL-2.0-or-later
// Two folders in; the second one's owners and modes changed. Links are not followed.
#include "indexer/folder_access.h"

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <vector>

namespace pykala::indexer {
namespace {

namespace fs = std::filesystem;

constexpr mode_t mode_bits = 07777;

/// An access list that `from` has, or none where it has none.
bool copy_list(const char* from, const char* to, const char* name) {
  const ssize_t size = ::lgetxattr(from, name, nullptr, 0);
  if (size < 0) {
    const bool had = ::lgetxattr(to, name, nullptr, 0) >= 0;  // from the folder above, by default
    return !had || ::lremovexattr(to, name) == 0;
  }
  std::vector<char> list(static_cast<std::size_t>(size));
  return ::lgetxattr(from, name, list.data(), list.size()) == size &&
         ::lsetxattr(to, name, list.data(), list.size(), 0) == 0;
}

bool copy_one(const std::string& from, const std::string& to) {
  struct stat old {
  }, fresh{};
  if (::lstat(from.c_str(), &old) != 0 || ::lstat(to.c_str(), &fresh) != 0) return false;
  const bool same_owner = old.st_uid == fresh.st_uid && old.st_gid == fresh.st_gid;
  if (!same_owner && ::lchown(to.c_str(), old.st_uid, old.st_gid) != 0) return false;
  if (!copy_list(from.c_str(), to.c_str(), "system.posix_acl_access")) return false;
  // After the owner, whose change takes set-group-id away, and after the list, whose mask the group bits are.
  return ::chmod(to.c_str(), old.st_mode & mode_bits) == 0;
}

}  // namespace

bool copy_access(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::directory_iterator it(to, error);
  for (const fs::directory_iterator end; !error && it != end; it.increment(error)) {
    const fs::path old = fs::path(from) / it->path().filename();
    std::error_code absent;
    if (fs::exists(fs::symlink_status(old, absent)) && !copy_one(old.string(), it->path().string())) return false;
  }
  // The list that files made in it later get.
  return !error && copy_list(from.c_str(), to.c_str(), "system.posix_acl_default") && copy_one(from, to);
}

}  // namespace pykala::indexer
