// SPDX-License-Identifier: GPL-2.0-or-later
// Segment writer: terms with their postings into the database, as a text segment.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/postings.h"

namespace pykala::schema {

/// Layout. Terms stand in blocks of some kilobytes, the key of each block ends with its last term; an entry of a block
/// is how many bytes it shares with the term before, the rest of it, in how many documents it stands, its greatest wdf,
/// and its postings (postings.h) or the number of a list. A long list stands in pieces, the key of each ends with its
/// last docid. Numbers are LEB128, in keys big-endian.
class SegmentWriter {
 public:
  SegmentWriter(Xapian::WritableDatabase& database, std::uint32_t id, std::uint32_t base);

  /// Terms ascend by bytes; a term without postings is not written.
  void begin(std::string_view term);
  void add(const Posting& posting);
  void end();
  /// After the last term.
  void finish();

 private:
  void write_piece();
  void write_block();

  Xapian::WritableDatabase& database_;
  std::uint32_t id_;
  PostingEncoder list_;
  std::string term_, last_term_, block_;
  std::uint32_t frequency_ = 0, most_wdf_ = 0;
  std::uint32_t lists_ = 0;
  bool in_pieces_ = false;
};

/// Removes all that a segment has in the database.
void erase_segment(Xapian::WritableDatabase& database, std::uint32_t id);

}  // namespace pykala::schema
