// SPDX-License-Identifier: GPL-2.0-or-later
// Terms with postings in, metadata out.
#include "indexer/segment_writer.h"

#include <algorithm>
#include <vector>

#include "indexer/leb128.h"
#include "indexer/segment_keys.h"

namespace pykala::schema {
namespace {

constexpr std::size_t block_bytes = 4096;     ///< enough terms to share a look-up, few enough to be read for one
constexpr std::size_t own_list_bytes = 1024;  ///< a longer list would be read with every other term of its block
constexpr std::size_t piece_bytes = 32'768;   ///< finding a piece costs as much as reading some kilobytes of it

}  // namespace

SegmentWriter::SegmentWriter(Xapian::WritableDatabase& database, std::uint32_t id, std::uint32_t base)
    : database_(database), id_(id), list_(base) {}

void SegmentWriter::begin(std::string_view term) {
  term_ = term;
  frequency_ = most_wdf_ = 0;
  in_pieces_ = false;
  list_.clear();
}

void SegmentWriter::add(const Posting& posting) {
  list_.add(posting);
  ++frequency_;
  most_wdf_ = std::max(most_wdf_, posting.wdf);
  if (list_.size() >= piece_bytes) write_piece();
}

void SegmentWriter::write_piece() {
  if (!in_pieces_) ++lists_;
  in_pieces_ = true;
  std::string key = list_key_of(id_, lists_);
  append_big_endian(key, list_.last());
  database_.set_metadata(key, list_.finish());
  list_.clear();
}

void SegmentWriter::end() {
  if (frequency_ == 0) return;
  const std::string& rest = list_.finish();
  if (!rest.empty() && (in_pieces_ || rest.size() > own_list_bytes)) write_piece();
  const auto differ = std::mismatch(term_.begin(), term_.end(), last_term_.begin(), last_term_.end()).first;
  const auto shared = block_.empty() ? 0 : static_cast<std::size_t>(differ - term_.begin());
  append_number(block_, shared);
  append_number(block_, term_.size() - shared);
  block_.append(term_, shared);
  append_number(block_, frequency_);
  append_number(block_, most_wdf_);
  append_number(block_, in_pieces_ ? 0 : rest.size());  // no list is empty
  if (in_pieces_) {
    append_number(block_, lists_);
  } else {
    block_ += rest;
  }
  last_term_ = term_;
  if (block_.size() >= block_bytes) write_block();
}

void SegmentWriter::write_block() {
  if (block_.empty()) return;
  database_.set_metadata(key_of(block_key, id_) + last_term_, block_);
  block_.clear();
}

void SegmentWriter::finish() {
  write_block();
}

void erase_segment(Xapian::WritableDatabase& database, std::uint32_t id) {
  for (const char kind : {block_key, list_key}) {
    const std::string prefix = key_of(kind, id);
    const std::vector<std::string> keys(database.metadata_keys_begin(prefix), database.metadata_keys_end(prefix));
    for (const std::string& key : keys) database.set_metadata(key, "");
  }
}

}  // namespace pykala::schema
