// SPDX-License-Identifier: GPL-2.0-or-later
// HTML -> Blocks, for the readers of HTML files and of Ahjo JSON.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// The blocks of a page in order, each with the class of its nearest classed ancestor. Scripts, styles, navigation and
/// forms are left out; with a <main>, what stands outside it too. <title> is a heading where the page has no other
/// title. `html` is valid UTF-8. Time and memory are linear in its length: the parser streams, no tree is built, no
/// entity but HTML's own is expanded and nothing is fetched.
/// Throws schema::Error{bad_data} past max_html_depth or max_decision_text_bytes.
[[nodiscard]] std::vector<Block> html_blocks(std::string_view html);

}  // namespace pykala::indexer
