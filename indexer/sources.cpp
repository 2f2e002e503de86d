// SPDX-License-Identifier: GPL-2.0-or-later
// Finds files in a fixed order. Never follows a link to a folder, so a loop of links cannot trap it, nor one to a file
// that lies elsewhere; only regular files are read, so a FIFO or device cannot block it.
#include "indexer/sources.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "indexer/error.h"
#include "indexer/limits.h"
#include "indexer/schema.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace fs = std::filesystem;

using schema::Error;
using schema::ErrorCode;

namespace {

/// File names are bytes; what is shown and stored is UTF-8.
std::string shown(const std::string& name) {
  return stemmers::is_valid_utf8(name) ? stemmers::to_nfc(name) : stemmers::repair_utf8(name);
}

class Finder {
 public:
  Finder(std::string root, const std::function<void(const SourceFile&)>& found, std::vector<Problem>& problems)
      : root_(std::move(root)), found_(found), problems_(problems) {}

  void folder(const std::string& path, const std::string& name, std::size_t depth) {
    if (depth > schema::max_folder_depth) {
      problems_.push_back({shown(name),
                           "folder lies deeper than " + std::to_string(schema::max_folder_depth) + " levels",
                           "name it as a SOURCE of its own"});
      return;
    }
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      const std::string entry = it->path().filename().string();
      if (!entry.starts_with('.')) names.push_back(entry);
    }
    if (error) {
      problems_.push_back(
          {shown(name.empty() ? path : name), "cannot read the folder: " + error.message(), "check the permissions"});
    }
    std::sort(names.begin(), names.end());
    // An index that lies among the documents is not one of them.
    if (std::binary_search(names.begin(), names.end(), schema::index_marker)) return;
    for (const std::string& entry : names) {
      one(path + "/" + entry, name.empty() ? entry : name + "/" + entry, depth, false);
    }
  }

  /// `named`: it stands on the command line, so a link to a folder is followed.
  void one(const std::string& path, const std::string& name, std::size_t depth, bool named) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      problems_.push_back(
          {shown(name), std::string("cannot read: ") + std::strerror(errno), "check that it is still there"});
      return;
    }
    if (S_ISDIR(status.st_mode)) {
      struct stat link {};
      if (!named && ::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
        problems_.push_back(
            {shown(name), "a link to a folder, not followed", "name the folder as a SOURCE of its own", true});
        return;
      }
      folder(path, named ? std::string() : name, depth + 1);
    } else if (S_ISREG(status.st_mode)) {
      if (!named && leads_out(path)) {
        problems_.push_back({shown(name), "a link to a file outside the source, not followed",
                             "name the file as a SOURCE of its own, or put it there in place of the link", true});
        return;
      }
      found_({path, shown(name), static_cast<std::uint64_t>(status.st_size),
              static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec});
    } else {
      problems_.push_back({shown(name), "is neither a file nor a folder", "name the file itself"});
    }
  }

 private:
  /// True for a link to what does not lie below the root: whoever may put a link among the documents must not choose
  /// which files of the machine are published.
  [[nodiscard]] bool leads_out(const std::string& path) const {
    struct stat link {};
    if (::lstat(path.c_str(), &link) == 0 && !S_ISLNK(link.st_mode)) return false;
    std::error_code error;
    const std::string target = fs::canonical(path, error).string();
    return error || !target.starts_with(root_ + "/");
  }

  std::string root_;  ///< canonical
  const std::function<void(const SourceFile&)>& found_;
  std::vector<Problem>& problems_;
};

}  // namespace

void check_source(const std::string& argument) {
  std::error_code error;
  if (argument == "-" || fs::exists(argument, error)) return;
  throw Error(ErrorCode::usage, argument + ": no such file or folder",
              "name files or folders that exist, or - for standard input");
}

bool is_empty_folder(const std::string& argument) {
  std::error_code error;
  if (argument == "-" || !fs::is_directory(argument, error)) return false;
  for (fs::recursive_directory_iterator it(argument, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with('.')) {
      it.disable_recursion_pending();
    } else if (!it->is_directory(error)) {
      return false;
    }
  }
  return true;
}

void find_sources(const std::string& argument, const std::function<void(const SourceFile&)>& found,
                  std::vector<Problem>& problems) {
  if (argument == "-") {
    found({"-", "-", 0, 0});
    return;
  }
  check_source(argument);
  std::error_code error;
  const fs::path path = fs::canonical(argument, error);
  if (error) throw Error(ErrorCode::usage, argument + ": " + error.message(), "check the permissions");
  Finder(path.string(), found, problems)
      .one(path.string(), fs::path(argument).lexically_normal().filename().string(), 0, true);
}

}  // namespace pykala::indexer
