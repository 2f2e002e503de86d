// SPDX-License-Identifier: GPL-2.0-or-later
// Text index writer: gathers the terms of documents in memory, writes them as a segment, and merges segments as they
// become many. All of it belongs to the database's own transaction: what is not committed has never been.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/pair_maker.h"
#include "indexer/pair_runs.h"
#include "indexer/term_table.h"
#include "indexer/text_index.h"
#include "indexer/text_terms.h"

namespace pykala::indexer {

class TextIndexWriter {
 public:
  /// The database must live as long. Throws Error{bad_data}.
  explicit TextIndexWriter(Xapian::WritableDatabase& database);

  /// Docids ascend from one call to the next, and are above all that the index has had.
  void add(Xapian::docid document, const TextTerms& terms);
  /// Of a document that was added, now or in an earlier run, and is no more.
  void remove(Xapian::docid document);
  [[nodiscard]] bool has_changes() const { return batch_documents_ > 0 || !newly_deleted_.empty() || changed_; }
  /// Enough to be written: it takes a hundred megabytes.
  [[nodiscard]] bool is_full() const { return postings_.size() >= most_postings; }

  /// Writes what was gathered, and merges. Xapian's errors as they are.
  void flush();
  /// Makes one segment of all, without what is deleted.
  void merge_all();
  /// How much of the text index is of deleted documents, from 0 to 1.
  [[nodiscard]] double deleted_share() const;

  /// Takes over the postings of another index. `documents`: by docid there the docid here, 0 for none; docids here
  /// ascend with those there, from 1. Nothing may have been added.
  void copy(const Xapian::Database& from, const std::vector<std::uint32_t>& documents);

 private:
  struct Entry {
    std::uint32_t term;  ///< its number in terms_
    std::uint32_t document;
    std::uint32_t wdf;
  };
  /// What the documents above `base` become; 0 leaves one out.
  struct Renumbering {
    std::uint32_t base = 0;
    std::vector<std::uint32_t> documents;
  };

  static constexpr std::size_t most_postings = 3'000'000;  ///< 36 bytes each while they are written, pairs apart

  [[nodiscard]] std::uint32_t next_id() const;
  void write_batch();
  void add_pairs();
  [[nodiscard]] std::vector<Entry> entries_by_term(std::vector<std::uint32_t>& begins) const;
  void note_deleted();
  void merge_tail(std::size_t count);
  void write_merged(const Xapian::Database& from, std::span<const schema::Segment> segments, std::uint32_t id,
                    std::uint32_t base, const Renumbering* documents);
  void store();

  Xapian::WritableDatabase& database_;
  std::vector<schema::Segment> segments_;
  PairRuns pair_runs_;
  std::vector<std::uint32_t> deleted_;        ///< ascending
  std::vector<std::uint32_t> newly_deleted_;  ///< as they came; put into order when they are written
  bool changed_ = false;
  // The batch.
  static constexpr std::size_t usual_slots = std::size_t{1} << 20;
  TermTable terms_{usual_slots};
  std::vector<std::string_view> texts_;  ///< of the document that is being added; used again and again
  std::vector<std::uint32_t> numbers_;   ///< of the same
  std::vector<Entry> postings_;
  PairMaker pairs_;
  std::uint32_t batch_documents_ = 0, batch_last_ = 0;
};

}  // namespace pykala::indexer
