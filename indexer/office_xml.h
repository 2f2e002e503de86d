// SPDX-License-Identifier: GPL-2.0-or-later
// The XML inside office documents -> Blocks. Part of read_office.
#pragma once

#include <string>
#include <vector>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// Paragraphs of WordprocessingML (ECMA-376, word/document.xml); `styles` is word/styles.xml, which tells the headings,
/// or empty. Text that was deleted under change tracking, field codes and notes are left out. No entity is expanded, no
/// DTD read. Throws schema::Error{bad_data} for broken XML and past max_office_depth or max_document_blocks.
[[nodiscard]] std::vector<Block> docx_blocks(std::string document, std::string styles);

/// Paragraphs of OpenDocument text (ISO/IEC 26300, content.xml), in the same way.
[[nodiscard]] std::vector<Block> odt_blocks(std::string content);

}  // namespace pykala::indexer
