// SPDX-License-Identifier: GPL-2.0-or-later
// Readers: bytes -> RawDocument. One function a format, each in its own read_*.cpp. To add one, see README.
#pragma once

#include <string>
#include <string_view>

#include "indexer/raw_document.h"

namespace pykala::indexer {

/// What a reader is given. `bytes` live as long as the call.
struct Source {
  std::string name;  ///< as shown in reports and stored in Decision::source
  std::string_view bytes;
  std::size_t first_line = 1;  ///< number of the first line, for JSON Lines read in pieces
};

enum class Format { text, markdown, html, ahjo_json, exchange, pdf, docx, odt, unknown };

/// Format by content first, by the name's ending where content cannot tell (text or Markdown). `unknown`: empty or
/// binary.
[[nodiscard]] Format detect_format(const Source& source);
/// True when detect_format says Format::exchange.
[[nodiscard]] bool is_exchange(const Source& source);

/// Reads with the reader of `detect_format`. Never throws for bad content: it becomes a Problem.
[[nodiscard]] ReadResult read_source(const Source& source);

[[nodiscard]] ReadResult read_text(const Source& source);      ///< plain text as pdftotext gives it
[[nodiscard]] ReadResult read_markdown(const Source& source);  ///< Markdown
[[nodiscard]] ReadResult read_html(const Source& source);      ///< decision HTML, old and new class names
[[nodiscard]] ReadResult read_pdf(const Source& source);       ///< PDF with text, by pdftotext
[[nodiscard]] ReadResult read_office(const Source& source);    ///< DOCX and ODT
[[nodiscard]] ReadResult read_ahjo(const Source& source);      ///< decisions, meetings, cases, records as JSON
[[nodiscard]] ReadResult read_exchange(const Source& source);  ///< exchange JSON Lines

}  // namespace pykala::indexer
