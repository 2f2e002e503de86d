// SPDX-License-Identifier: GPL-2.0-or-later
// The files of data/ and of searcher/web that the programs carry inside them.
#pragma once

#include <string_view>
#include <vector>

namespace pykala::data {

/// The bytes of one embedded file by its path below data/, e.g. "authority/funders.tsv"; those of the page by theirs
/// below searcher/, e.g. "web/style.css". They live as long as the program. A name that is not in data/CMakeLists.txt
/// is a programming error: std::logic_error.
std::string_view embedded_file(std::string_view name);

/// The lines of an embedded list, without empty ones and comments ("# …").
std::vector<std::string_view> embedded_lines(std::string_view name);

}  // namespace pykala::data
