// SPDX-License-Identifier: GPL-2.0-or-later
// Text index: the terms and postings of all texts of an index, over its segments. A deleted decision leaves its
// postings behind until segments are merged for good; they are passed over here. A term that only deleted decisions had
// is none (a name among them must not be offered to anybody); other frequencies may count some of them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/text_segment.h"
#include "indexer/word_pairs.h"

namespace pykala::schema {

/// A term over all segments.
struct TextTerm {
  std::uint32_t frequency = 0;  ///< documents; perhaps some deleted ones too, but never more than there are
  std::uint32_t most_wdf = 0;
  std::vector<PostingPlace> places;  ///< in order of docids

  void add(const SegmentTerms& terms);  ///< where it stands in one more segment
};

/// One revision of an index, for one thread. Memory: one bit a document when some are deleted, and the terms that were
/// looked up last.
class TextIndex {
 public:
  TextIndex() = default;
  /// Throws Error{bad_data}; Xapian's errors as they are.
  explicit TextIndex(const Xapian::Database& database);

  /// Nothing when no text has it.
  [[nodiscard]] std::shared_ptr<const TextTerm> find(const std::string& term) const;
  /// Looks up terms that will be asked for soon, all in one walk; find() has them then.
  void look_up(std::vector<std::string> terms) const;
  [[nodiscard]] std::uint32_t frequency(const std::string& term) const;
  [[nodiscard]] bool has(const std::string& term) const { return frequency(term) > 0; }

  /// Every term that begins with `prefix` and is not below `from`, in order of bytes, with its frequency, as long as
  /// `take` returns true.
  void each_term(const std::string& prefix, const std::string& from,
                 const std::function<bool(const std::string& term, std::uint32_t frequency)>& take) const;

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] const std::vector<PairRun>& pair_runs() const { return pair_runs_; }
  /// In all segments, deleted ones included.
  [[nodiscard]] std::uint64_t documents() const;
  [[nodiscard]] std::uint32_t deleted_documents() const { return deleted_count_; }
  /// Throws Error{bad_data} when the segments are not those of the documents that the database has.
  void check_documents() const;
  [[nodiscard]] bool is_deleted(std::uint32_t document) const {
    return document < deleted_.size() && deleted_[document];
  }

 private:
  Xapian::Database database_;
  std::vector<Segment> segments_;
  [[nodiscard]] bool is_alive(const std::shared_ptr<const TextTerm>& term) const;
  void keep(const std::string& term, std::shared_ptr<TextTerm> found) const;

  std::vector<PairRun> pair_runs_;
  std::vector<bool> deleted_;  ///< by docid; empty when there is none
  std::uint32_t deleted_count_ = 0;
  mutable std::unordered_map<std::string, std::shared_ptr<const TextTerm>> found_;
  mutable std::size_t found_bytes_ = 0;
};

/// The postings of a term, in order of docids, without those of deleted documents.
class TextPostings {
 public:
  TextPostings(const TextIndex& index, std::shared_ptr<const TextTerm> term);

  /// False at the end.
  bool next(Posting& posting);
  /// As next(), for all documents below `end`; of PostingDocument too.
  template <class Read = Posting, class Take>
  void each_below(std::uint32_t end, const Take& take) {
    const auto take_living = [&](const Read& posting) {
      if (!index_->is_deleted(posting.document)) take(posting);
    };
    while (postings_) {
      const bool more = index_->deleted_documents() == 0 ? postings_->each_below<Read>(end, take)
                                                         : postings_->each_below<Read>(end, take_living);
      if (more) return;
      open_next();
    }
  }
  /// As next(), for all that are left.
  template <class Read = Posting, class Take>
  void each(const Take& take) {
    each_below<Read>(UINT32_MAX, take);  // no index gets so far
  }
  /// Passes over documents below `document`, not always all of them.
  void skip_near(std::uint32_t document);

 private:
  bool open_next();

  const TextIndex* index_;
  std::shared_ptr<const TextTerm> term_;
  std::size_t next_place_ = 0;
  std::unique_ptr<SegmentPostings> postings_;
};

/// Docids of deleted documents as metadata, and back. Throws Error{bad_data}.
[[nodiscard]] std::string deleted_to_bytes(const std::vector<std::uint32_t>& ascending);
[[nodiscard]] std::vector<std::uint32_t> deleted_from(std::string_view bytes);

}  // namespace pykala::schema
