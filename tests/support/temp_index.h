// SPDX-License-Identifier: GPL-2.0-or-later
// A folder that goes away with the test, and an index made of decisions in it.
#pragma once

#include <string>
#include <vector>

#include "indexer/decision.h"

namespace pykala::test {

class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Writes a file below the folder, with the folders it needs; returns its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

/// An index at `path` with these decisions, as `update` would make it.
void make_index(const std::string& path, const std::vector<schema::Decision>& decisions);

/// A small decision to change as a test needs.
schema::Decision decision(const std::string& id, const std::string& title, const std::string& text);

}  // namespace pykala::test
