// SPDX-License-Identifier: GPL-2.0-or-later
// Header parser: the lines above a decision's text -> title, date, maker, §, case number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/lines.h"

namespace pykala::indexer {

struct Header {
  std::optional<std::string> title, date, maker, case_number, classification;
  std::optional<int> section;
  std::string secrecy;               ///< "Salassa pidettävä (JulkL 24.1 § 25 k)", where the header says so
  bool open_title = false;           ///< the title is one written to be shown of a secret item
  bool motion = false;               ///< says "Tämä on esitys", or its HTML is that of a motion
  std::vector<std::string> leading;  ///< lines that belong to none of them: a reference, the case's own title
  std::size_t body_begin = 0;        ///< index of the first line of the text
};

[[nodiscard]] Header parse_header(const Lines& lines);

}  // namespace pykala::indexer
