// SPDX-License-Identifier: GPL-2.0-or-later
// Elements of HTML by what their text is to a document. Private to html_blocks.
#pragma once

#include <string_view>

namespace pykala::indexer {

enum class Element { inline_text, block, heading, item, cell, line_break, skipped, main, title };

/// By its name in lower case; `inline_text` for those that do not part a text.
[[nodiscard]] Element element_kind(std::string_view name);

/// Parts of a page by their ARIA role (WAI-ARIA 1.2, landmark roles) that are not its text.
[[nodiscard]] bool is_furniture_role(std::string_view role);

}  // namespace pykala::indexer
