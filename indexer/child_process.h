// SPDX-License-Identifier: GPL-2.0-or-later
// A program run on bytes that nobody vouches for: as a child process, without a shell, with every limit set.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::indexer {

struct ChildLimits {
  std::size_t seconds = 0;       ///< of a clock, and of CPU
  std::size_t memory_bytes = 0;  ///< of address space
  std::size_t output_bytes = 0;
};

enum class ChildEnd {
  exited,     ///< by itself; see `status`
  missing,    ///< the program is not installed
  timed_out,  ///< stopped when its time was over
  too_long,   ///< stopped when it had written too much
  crashed,    ///< by a signal: often the end of its memory or of its CPU time
};

struct ChildResult {
  ChildEnd end = ChildEnd::exited;
  int status = 0;  ///< exit status
  std::string output;
  std::string errors;  ///< the beginning of what it wrote to standard error
};

/// Runs `arguments[0]`, found by PATH, with `input` as a file on standard input. It may write no files and opens few.
/// Throws schema::Error{unavailable} when no process can be made.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input,
                                    const ChildLimits& limits);

}  // namespace pykala::indexer
