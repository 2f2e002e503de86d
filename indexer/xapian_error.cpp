// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's classes of error -> ErrorCode and hint.
#include "indexer/xapian_error.h"

#include <filesystem>

namespace pykala::schema {

Error from_xapian(const Xapian::Error& error, const std::string& path) {
  const std::string type = error.get_type();
  const std::string what = path + ": " + error.get_msg() +
                           (error.get_error_string() ? std::string(": ") + error.get_error_string() : std::string());
  if (type == "DatabaseLockError") {
    return {ErrorCode::locked, path + ": another program is writing to this index", "try again when it has ended"};
  }
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError") {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
      return {ErrorCode::no_index, path + ": no such index",
              "make it with: pykala-index update " + path + " SOURCE..."};
    }
    return {ErrorCode::no_index, path + ": not an index", "make one with: pykala-index update NEW_FOLDER SOURCE..."};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::index_version, what, make_index_anew};
  }
  if (type == "DatabaseCorruptError") return {ErrorCode::io, what, "run: pykala-index check " + path};
  if (type == "NetworkError" || type == "NetworkTimeoutError") return {ErrorCode::unavailable, what, "try again"};
  return {ErrorCode::io, what, "check free space and permissions"};
}

}  // namespace pykala::schema
