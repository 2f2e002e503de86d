// SPDX-License-Identifier: GPL-2.0-or-later
// Report: one row per problem, to the terminal and as JSON Lines to a file, and the progress of a run.
#pragma once

#include <chrono>
#include <cstddef>
#include <fstream>
#include <string>

#include "indexer/raw_document.h"

namespace pykala::indexer {

class Report {
 public:
  /// `path`: file for the rows, empty for none; throws Error{io} when it cannot be written. `progress`: show a progress
  /// line on standard error when that is a terminal.
  Report(const std::string& path, bool progress);
  ~Report();
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  /// A document or file that was not taken in.
  void problem(const Problem& problem);
  /// Something that a person may want to know, but nothing was lost.
  void note(const Problem& note);
  /// What has been done so far; shown at most ten times a second.
  void progress(std::size_t decisions, const std::string& source);
  [[nodiscard]] std::size_t problems() const { return problems_; }

 private:
  void row(const char* kind, const Problem& problem);
  void clear_line();

  std::string path_;
  std::ofstream file_;
  bool show_progress_ = false;
  bool line_shown_ = false;
  std::size_t problems_ = 0;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_{};
};

}  // namespace pykala::indexer
