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
    const auto add_line = [&](std::string_view line) {
      document.blocks.push_back({BlockKind::line, std::string(trim(line)), "", 0});
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '\n' && text[at] != '\f') continue;
      const std::string_view line = std::string_view(text).substr(begin, at - begin);
      begin = at + 1;
      if (text[at] == '\n' || !trim(line).empty()) add_line(line);
      if (text[at] == '\f') document.blocks.push_back({BlockKind::page_break, "", "", 0});
    }
    add_line(std::string_view(text).substr(begin));
    return {{std::move(document)}, {}};
  } catch (const schema::Error& error) {
    return {{}, {{source.name, error.what(), error.hint}}};
  }
}

}  // namespace pykala::indexer
