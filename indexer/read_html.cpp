// SPDX-License-Identifier: GPL-2.0-or-later
// An HTML file in, one RawDocument out: decisions and motions of the city's system in both generations of class names,
// and any other page by its headings and paragraphs.
#include "indexer/encoding.h"
#include "indexer/error.h"
#include "indexer/html_blocks.h"
#include "indexer/readers.h"

namespace pykala::indexer {

ReadResult read_html(const Source& source) {
  try {
    RawDocument document;
    document.source = source.name;
    document.blocks = html_blocks(decode_text(source.bytes));
    if (document.blocks.empty()) {
      throw schema::Error(schema::ErrorCode::bad_data, "an HTML page without text",
                          "the page may need a script to show its text: save it after it is shown");
    }
    return {{std::move(document)}, {}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
