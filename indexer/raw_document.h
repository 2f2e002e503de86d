// SPDX-License-Identifier: GPL-2.0-or-later
// RawDocument: what a reader makes of bytes, before anything is understood. Text is valid UTF-8 in NFC.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/decision.h"

namespace pykala::indexer {

enum class BlockKind : std::uint8_t {
  line,        ///< a line of plain text; the parser joins lines to paragraphs. Empty text = an empty line
  page_break,  ///< a form feed, or what a reader knows to be a page's end
  heading,     ///< of Markdown or HTML
  paragraph,
  list_item,
  table_cell,
};

struct Block {
  BlockKind kind = BlockKind::line;
  std::string text;
  std::string
      html_class;  ///< class of the element or of its nearest classed ancestor ("SisaltoOtsikko"); empty otherwise
  int level = 0;   ///< of a heading, 1-6
  bool in_motion = false;  ///< of the motion that led to the decision (Ahjo JSON `Motion`)
};

struct RawDocument {
  std::string source;  ///< path as given, "#n" appended for the n-th document of a file
  std::vector<Block> blocks;
  std::vector<Block> other_reading;  ///< the same text read in another way (PDF with its layout kept); the parser takes
                                     ///< what it understands better. Empty: there is none
  std::string secrecy;               ///< what the source says of its secrecy, where it does: see secrecy.h
  bool only_public = false;  ///< what is secret of it has been left out already (a case lists its public papers)
  schema::Decision stated;   ///< the fields whose bit is set in `known`, and id, url, is_public, expires; `cites` also
                             ///< without its bit: then the source names some and the text may name more
  schema::KnownFields known;

  [[nodiscard]] bool knows(schema::Field field) const { return known.test(static_cast<std::size_t>(field)); }
  void set_known(schema::Field field) { known.set(static_cast<std::size_t>(field)); }
};

/// One document or file that could not be taken in; a row of the report, never the end of a run.
struct Problem {
  std::string source;
  std::string reason;    ///< "not valid JSON at byte 1204: …"
  std::string hint;      ///< what to do
  bool is_note = false;  ///< only told: nothing was lost
};

struct ReadResult {
  std::vector<RawDocument> documents;
  std::vector<Problem> problems;
};

}  // namespace pykala::indexer
