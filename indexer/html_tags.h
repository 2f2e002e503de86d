// SPDX-License-Identifier: GPL-2.0-or-later
// The tags of an HTML page before any parser sees them. Private to html_blocks.
#pragma once

#include <cstddef>
#include <string_view>

namespace pykala::indexer {

/// Attributes of the element that has the most; in linear time. libxml2 compares each attribute of an element with all
/// before it, so that their number is a bound on its time.
[[nodiscard]] std::size_t most_attributes(std::string_view html);

}  // namespace pykala::indexer
