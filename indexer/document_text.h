// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a source that is one document, within the limits of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers.h"

namespace pykala::indexer {

/// Decoded text of `source`. Throws schema::Error{bad_data} as decode_text does, and past max_decision_text_bytes or
/// max_document_blocks lines.
[[nodiscard]] std::string document_text(const Source& source);

/// Text as pdftotext gives it: one line block a line, and a page_break a form feed.
[[nodiscard]] std::vector<Block> text_blocks(std::string_view text);

}  // namespace pykala::indexer
