// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text, as pdftotext gives it, in; one line block a line and a page_break a form feed out.
#include "indexer/document_text.h"
#include "indexer/error.h"
#include "indexer/readers.h"

namespace pykala::indexer {

ReadResult read_text(const Source& source) {
  try {
    RawDocument document;
    document.source = source.name;
    document.blocks = text_blocks(document_text(source));
    return {{std::move(document)}, {}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
