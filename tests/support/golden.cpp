// SPDX-License-Identifier: GPL-2.0-or-later
// A path and a text in; the comparison, and with UPDATE_GOLDEN=1 the new file, out.
#include "tests/support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace pykala::tests {
namespace {

std::string first_difference(const std::string& expected, const std::string& actual) {
  const auto [e, a] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  const auto line = 1 + std::count(expected.begin(), e, '\n');
  const auto rest = [](auto from, auto end) { return std::string(from, std::find(from, end, '\n')).substr(0, 120); };
  return "line " + std::to_string(line) + ": expected …" + rest(e, expected.end()) + " got …" + rest(a, actual.end());
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

GoldenResult compare_golden(const std::filesystem::path& expected, const std::string& actual) {
  const std::string old = std::filesystem::exists(expected) ? read_file(expected) : std::string();
  if (old == actual) return {true, {}};
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(expected, std::ios::binary) << actual;
    return {false, expected.string() + " written anew: read it, commit it, and run again"};
  }
  return {false, expected.string() + " differs at " + first_difference(old, actual) +
                     "\nlook at the change; if it is meant, run again with UPDATE_GOLDEN=1"};
}

}  // namespace pykala::tests
