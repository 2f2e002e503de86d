// SPDX-License-Identifier: GPL-2.0-or-later
// Text segment: the terms of the texts of a run of documents, with their postings, in metadata of the Xapian database,
// where they share its transactions. Xapian's own posting lists cost 3 µs for each term of each document; here terms of
// many documents are sorted and written once (as in Lucene; the way of M. Busch et al.: Earlybird, 2012, section IV).
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/postings.h"

namespace pykala::schema {

/// A segment is never changed; merging makes a new one of several that follow each other. segment_writer.h has its
/// layout.
struct Segment {
  std::uint32_t id = 0;         ///< never used again
  std::uint32_t level = 0;      ///< how often its oldest part was merged
  std::uint32_t base = 0;       ///< its documents have docids above this
  std::uint32_t last = 0;       ///< and up to this
  std::uint32_t documents = 0;  ///< with their postings in it, deleted ones included
  bool operator==(const Segment&) const = default;
};

/// Where the postings of a term in one segment are.
struct PostingPlace {
  std::uint32_t segment = 0;
  std::uint32_t base = 0, last = 0;  ///< of the segment
  std::uint32_t number = 0;          ///< of a list that is kept in pieces; 0 when `bytes` is all of it
  std::string bytes;
};

/// Reads the entries of a block. Throws Error{bad_data}.
class TermBlock {
 public:
  TermBlock() = default;
  explicit TermBlock(std::string bytes) : bytes_(std::move(bytes)) {}

  /// Reads the next entry; false at the end.
  bool next();
  [[nodiscard]] const std::string& term() const { return term_; }
  [[nodiscard]] std::uint32_t frequency() const { return frequency_; }
  [[nodiscard]] std::uint32_t most_wdf() const { return most_wdf_; }
  [[nodiscard]] std::uint32_t list() const { return list_; }  ///< 0: its postings stand in the block
  [[nodiscard]] std::string_view postings() const {
    return std::string_view(bytes_).substr(postings_at_, postings_bytes_);
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;  ///< of the next entry
  std::string term_;
  std::size_t postings_at_ = 0, postings_bytes_ = 0;
  std::uint32_t frequency_ = 0, most_wdf_ = 0, list_ = 0;
};

/// Walks over the terms of a segment. Throws Error{bad_data} for bytes that SegmentWriter does not write.
class SegmentTerms {
 public:
  /// Stands at the first term that is not below `from`.
  SegmentTerms(const Xapian::Database& database, const Segment& segment, std::string_view from);

  [[nodiscard]] bool at_end() const { return at_end_; }
  void next();
  /// Moves on to the first term that is not below `term`; blocks between are not read.
  void skip_to(std::string_view term);

  [[nodiscard]] const std::string& term() const { return block_.term(); }
  [[nodiscard]] std::uint32_t frequency() const { return block_.frequency(); }
  [[nodiscard]] std::uint32_t most_wdf() const { return block_.most_wdf(); }
  [[nodiscard]] PostingPlace place() const;

 private:
  void load_block();

  const Xapian::Database* database_;
  const Segment* segment_;
  Xapian::TermIterator key_, end_;
  TermBlock block_;
  bool at_end_ = false;
};

/// Walks over the terms of several segments, each term once.
class MergedTerms {
 public:
  /// Stands before the first term that is not below `from`. The segments must live as long.
  MergedTerms(const Xapian::Database& database, std::span<const Segment> segments, std::string_view from);

  /// Moves to the next term; false at the end.
  bool next();
  [[nodiscard]] const std::string& term() const { return places_.front()->term(); }
  /// In how many documents it stands, deleted ones included.
  [[nodiscard]] std::uint32_t frequency() const;
  /// The term in each segment that has it, in order of docids.
  [[nodiscard]] const std::vector<const SegmentTerms*>& places() const { return places_; }

 private:
  std::vector<SegmentTerms> segments_;
  std::vector<const SegmentTerms*> places_;
};

/// Walks over the postings of a term in one segment.
class SegmentPostings {
 public:
  SegmentPostings(const Xapian::Database& database, PostingPlace place);
  SegmentPostings(const SegmentPostings&) = delete;
  SegmentPostings& operator=(const SegmentPostings&) = delete;

  /// False at the end. Throws Error{bad_data}.
  bool next(Posting& posting) {
    if (!decoder_.next(posting) && !(in_pieces_ && next_piece() && decoder_.next(posting))) return false;
    if (posting.document <= before_ || posting.document > place_.last) fail_place();
    before_ = posting.document;
    return true;
  }
  /// As next(), for all documents below `end`. False when the list has ended.
  template <class Read = Posting, class Take>
  bool each_below(std::uint32_t end, const Take& take) {
    while (true) {
      decoder_.each_below<Read>(end <= place_.last ? end : place_.last + 1, take);
      before_ = decoder_.last();
      if (!decoder_.at_end()) {
        if (end > place_.last) fail_place();
        return true;
      }
      if (!in_pieces_ || !next_piece()) return false;
    }
  }
  /// Passes over pieces whose documents are all below `document`; next() may still give some below it.
  void skip_near(std::uint32_t document);

 private:
  bool next_piece();
  bool load_piece();
  [[noreturn]] static void fail_place();

  const Xapian::Database* database_;
  PostingPlace place_;
  PostingDecoder decoder_;
  bool in_pieces_;
  Xapian::TermIterator key_, end_;
  std::uint32_t before_ = 0;      ///< the document that next() gave last
  std::uint32_t piece_last_ = 0;  ///< last docid of the piece that is being read
};

/// In all of them, deleted ones included.
[[nodiscard]] std::uint64_t count_documents(std::span<const Segment> segments);

/// The list of segments as metadata, and back. Throws Error{bad_data}.
[[nodiscard]] std::string to_bytes(const std::vector<Segment>& segments);
[[nodiscard]] std::vector<Segment> segments_from(std::string_view bytes);

}  // namespace pykala::schema
