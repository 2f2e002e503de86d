// SPDX-License-Identifier: GPL-2.0-or-later
// Golden files: what a stage makes of an input, kept in the tree to be read and compared.
#pragma once

#include <filesystem>
#include <string>

namespace pykala::tests {

/// The bytes of a file. Throws std::runtime_error when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Compares `actual` with the file at `expected`. With UPDATE_GOLDEN=1 in the environment a file that differs is
/// written anew, and the result is still false, so that an update never passes unseen. The message says how to look and
/// how to update.
struct GoldenResult {
  bool same = false;
  std::string message;
};
[[nodiscard]] GoldenResult compare_golden(const std::filesystem::path& expected, const std::string& actual);

}  // namespace pykala::tests
