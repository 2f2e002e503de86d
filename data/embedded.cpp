// SPDX-License-Identifier: GPL-2.0-or-later
// Looks a file up in the table that CMake writes from the list in data/CMakeLists.txt.
#include "data/embedded.h"

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

}  // namespace pykala::data
