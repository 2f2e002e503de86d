// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text, as pdftotext gives it, in; one line block a line and a page_break a form feed out.
#include "indexer/document_text.h"
#include "indexer/error.h"
#include "indexer/readers.h"
#include "indexer/text_scan.h"

namespace pykala::indexer {

ReadResult read_text(const Source& source) {
  try {
    const std::string text = document_text(source);
    RawDocument document;
    document.source = source.name;
    std::string line;
    const auto end_line = [&] {
      document.blocks.push_back({BlockKind::line, std::string(trim(line)), "", 0});
      line.clear();
    };
    for (const char c : text) {
      if (c == '\n') {
        end_line();
      } else if (c == '\f') {
        if (!trim(line).empty()) end_line();
        line.clear();
        document.blocks.push_back({BlockKind::page_break, "", "", 0});
      } else {
        line += c;
      }
    }
    end_line();
    return {{std::move(document)}, {}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
