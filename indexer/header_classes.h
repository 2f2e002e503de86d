// SPDX-License-Identifier: GPL-2.0-or-later
// The header of decision HTML, by its class names. Part of the header parser.
#pragma once

#include "indexer/header_parser.h"

namespace pykala::indexer {

/// Fills `header` from lines with the classes of decision HTML; false, and nothing filled, where no line is a title by
/// its class.
[[nodiscard]] bool parse_classed_header(const Lines& lines, Header& header);

}  // namespace pykala::indexer
