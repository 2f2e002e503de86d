// SPDX-License-Identifier: GPL-2.0-or-later
// Looks a file up in the table that CMake writes from the list in data/CMakeLists.txt.
#include "data/embedded.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace {
struct EmbeddedFile {
  std::string_view name;
  const char* begin;
  const char* end;
};
#include "embedded_table.inc"
}  // namespace

namespace pykala::data {

std::string_view embedded_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files) {
    if (file.name == name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  throw std::logic_error("not embedded: " + std::string(name));
}

std::vector<std::string_view> embedded_lines(std::string_view name) {
  std::vector<std::string_view> lines;
  std::string_view rest = embedded_file(name);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

}  // namespace pykala::data
