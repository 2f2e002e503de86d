// SPDX-License-Identifier: GPL-2.0-or-later
// Renderers: Response and Decision as text for a terminal, Response as CSV. The JSON form is protocol.h.
#pragma once

#include <iosfwd>

#include "searcher/citations.h"
#include "searcher/explain.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

struct TextStyle {
  std::size_t width = 100;  ///< columns
  bool colour = false;      ///< ANSI sequences for highlights and headings
  UiLanguage lang = UiLanguage::fi;
};

/// Hits with what a person looks for first: who decided, when, whose money, how much; then the facets.
void render_text(const Response& response, const Request& request, const TextStyle& style, std::ostream& out);

/// Between the cells of a CSV; by it goes the decimal mark, comma or point.
enum class CsvSeparator : std::uint8_t { semicolon, comma };

/// One line a hit, UTF-8 with a byte order mark so that a spreadsheet reads it right; cells that a spreadsheet would
/// take for a formula get a quote before them.
void render_csv(const Response& response, CsvSeparator separator, std::ostream& out);

/// The query at every stage and the parts of each hit's score.
void render_explanation(const Explanation& explanation, const Request& request, const TextStyle& style,
                        std::ostream& out);

/// A whole decision for reading, with its organisations, attachments, and a line to cite it by.
void render_decision(const schema::Decision& decision, const TextStyle& style, std::ostream& out);

/// What a decision cites and what cites it; nothing when neither is known.
void render_links(const CitationLinks& links, const TextStyle& style, std::ostream& out);

/// The fields of the schema: names, meaning, example.
void render_fields(std::ostream& out);

}  // namespace pykala::searcher
