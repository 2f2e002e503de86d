// SPDX-License-Identifier: GPL-2.0-or-later
// Commit guard: Xapian 1.4.22 ends the program (std::terminate) when the disk gets full at some places of a commit, as
// where a posting list is cut in two blocks: its error then meets a destructor. What was committed before is whole, as
// after kill -9; the guard makes that end a told one, with the message and exit status of any full disk.
#pragma once

#include <exception>
#include <string>

namespace pykala::indexer {

/// While one stands, std::terminate writes an error of `index` to standard error and ends with the status of
/// ErrorCode::io. One at a time, in the thread that writes.
class CommitGuard {
 public:
  explicit CommitGuard(const std::string& index);
  ~CommitGuard();
  CommitGuard(const CommitGuard&) = delete;
  CommitGuard& operator=(const CommitGuard&) = delete;

 private:
  std::terminate_handler before_;
};

/// What a person is told when a batch could not be written, after what went wrong.
inline constexpr char written_so_far[] = "what was committed before is whole and can be searched; ";
inline constexpr char run_again[] = ", then run the same again to finish";

}  // namespace pykala::indexer
