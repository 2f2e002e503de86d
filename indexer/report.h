// SPDX-License-Identifier: GPL-2.0-or-later
// Report: one row per problem, to the terminal and as JSON Lines to a file, and a summary at the end of it.
#pragma once

#include <cstddef>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

class Report {
 public:
  /// `path`: file for the rows, empty for none; throws Error{io} when it cannot be written.
  explicit Report(const std::string& path);
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  /// Called before a row is written to standard error: takes a progress bar away.
  void before_row(std::function<void()> clear) { clear_ = std::move(clear); }

  /// A document or file that was not taken in, or only told (`is_note`). Of many, standard error gets the first ones
  /// when the rest can be read in the file.
  void problem(const Problem& problem);
  /// Something that a person may want to know, but nothing was lost.
  void note(const Problem& note);
  /// A decision that was taken in, but lacks something a person could add: a row of the file alone.
  void remark(const Problem& remark);
  /// The last row of the file: numbers of the run by name.
  void summary(const std::vector<std::pair<const char*, std::size_t>>& numbers);
  [[nodiscard]] std::size_t problems() const { return problems_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void row(const char* kind, const Problem& problem);
  void write(const std::string& line);

  std::string path_;
  std::ofstream file_;
  std::function<void()> clear_;
  std::size_t problems_ = 0;
  std::size_t shown_ = 0;
};

}  // namespace pykala::indexer
