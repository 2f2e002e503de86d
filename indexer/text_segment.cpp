// SPDX-License-Identifier: GPL-2.0-or-later
// Metadata in, terms and postings out.
#include "indexer/text_segment.h"

#include <algorithm>

#include "indexer/error.h"
#include "indexer/leb128.h"
#include "indexer/segment_keys.h"

namespace pykala::schema {
namespace {

[[noreturn]] void fail() {
  throw Error(ErrorCode::bad_data, "the index holds terms that are damaged", make_index_anew);
}

}  // namespace

bool TermBlock::next() {
  std::string_view rest = std::string_view(bytes_).substr(at_);
  if (rest.empty()) return false;
  const std::uint64_t shared = read_number(rest);
  if (shared > term_.size()) fail();
  term_.resize(shared);
  const std::uint64_t own = read_number(rest);
  term_ += read_bytes(rest, own);
  frequency_ = read_u32(rest);
  most_wdf_ = read_u32(rest);
  postings_bytes_ = read_number(rest);
  list_ = postings_bytes_ == 0 ? read_u32(rest) : 0;
  postings_at_ = bytes_.size() - rest.size();
  (void)read_bytes(rest, postings_bytes_);
  at_ = bytes_.size() - rest.size();
  return true;
}

SegmentTerms::SegmentTerms(const Xapian::Database& database, const Segment& segment, std::string_view from)
    : database_(&database), segment_(&segment) {
  const std::string prefix = key_of(block_key, segment.id);
  key_ = database.metadata_keys_begin(prefix);
  end_ = database.metadata_keys_end(prefix);
  if (key_ != end_ && !from.empty()) key_.skip_to(prefix + std::string(from));
  load_block();
  while (!at_end_ && term() < from) next();
}

void SegmentTerms::skip_to(std::string_view term) {
  if (at_end_) return;
  const std::string key = key_of(block_key, segment_->id) + std::string(term);
  if (*key_ < key) {
    key_.skip_to(key);
    load_block();
  }
  while (!at_end_ && this->term() < term) next();
}

void SegmentTerms::load_block() {
  at_end_ = key_ == end_;
  if (at_end_) return;
  block_ = TermBlock(database_->get_metadata(*key_));
  if (!block_.next()) fail();
}

void SegmentTerms::next() {
  if (block_.next()) return;
  ++key_;
  load_block();
}

PostingPlace SegmentTerms::place() const {
  return {segment_->id, segment_->base, segment_->last, block_.list(), std::string(block_.postings())};
}

MergedTerms::MergedTerms(const Xapian::Database& database, std::span<const Segment> segments, std::string_view from) {
  for (const Segment& segment : segments) segments_.emplace_back(database, segment, from);
}

bool MergedTerms::next() {
  for (const SegmentTerms* place : places_) segments_[static_cast<std::size_t>(place - segments_.data())].next();
  places_.clear();
  for (const SegmentTerms& segment : segments_) {
    if (segment.at_end()) continue;
    const int order = places_.empty() ? 0 : segment.term().compare(places_.front()->term());
    if (order < 0) places_.clear();
    if (order <= 0) places_.push_back(&segment);
  }
  return !places_.empty();
}

std::uint32_t MergedTerms::frequency() const {
  std::uint32_t sum = 0;
  for (const SegmentTerms* place : places_) sum += place->frequency();
  return sum;
}

SegmentPostings::SegmentPostings(const Xapian::Database& database, PostingPlace place)
    : database_(&database),
      place_(std::move(place)),
      decoder_(place_.bytes, place_.base),
      in_pieces_(place_.number != 0) {
  if (!in_pieces_) return;
  const std::string prefix = list_key_of(place_.segment, place_.number);
  key_ = database.metadata_keys_begin(prefix);
  end_ = database.metadata_keys_end(prefix);
  in_pieces_ = load_piece();
}

bool SegmentPostings::load_piece() {
  if (key_ == end_) return false;
  const std::string key = *key_;
  if (key.size() != 1 + 3 * key_number_bytes) fail();
  piece_last_ = big_endian(std::string_view(key).substr(key.size() - key_number_bytes));
  place_.bytes = database_->get_metadata(key);
  decoder_ = PostingDecoder(place_.bytes, place_.base);
  PostingDecoder ahead = decoder_;
  Posting first{};
  if (!ahead.next(first) || first.document <= before_) fail();
  return true;
}

bool SegmentPostings::next_piece() {
  ++key_;
  in_pieces_ = load_piece();
  return in_pieces_;
}

void SegmentPostings::fail_place() {
  fail();
}

void SegmentPostings::skip_near(std::uint32_t document) {
  if (!in_pieces_ || document <= piece_last_) return decoder_.skip_near(document);
  std::string key = list_key_of(place_.segment, place_.number);
  append_big_endian(key, document);
  key_.skip_to(key);
  in_pieces_ = load_piece();
  if (!in_pieces_) decoder_ = {};
  decoder_.skip_near(document);
}

std::uint64_t count_documents(std::span<const Segment> segments) {
  std::uint64_t sum = 0;
  for (const Segment& segment : segments) sum += segment.documents;
  return sum;
}

std::string to_bytes(const std::vector<Segment>& segments) {
  std::string bytes;
  for (const Segment& segment : segments) {
    for (const auto number : {segment.id, segment.level, segment.base, segment.last, segment.documents}) {
      append_number(bytes, number);
    }
  }
  return bytes;
}

std::vector<Segment> segments_from(std::string_view bytes) {
  std::vector<Segment> segments;
  while (!bytes.empty()) {
    Segment& segment = segments.emplace_back();
    for (auto* number : {&segment.id, &segment.level, &segment.base, &segment.last, &segment.documents}) {
      *number = read_u32(bytes);
    }
    const Segment& before = segments.size() > 1 ? segments[segments.size() - 2] : Segment{};
    const bool in_order = segment.base >= before.last && segment.last >= segment.base &&
                          segment.documents <= segment.last - segment.base && segment.id != UINT32_MAX;
    const bool met =
        std::any_of(segments.begin(), segments.end() - 1, [&](const Segment& other) { return other.id == segment.id; });
    if (!in_order || met) fail();
  }
  return segments;
}

}  // namespace pykala::schema
