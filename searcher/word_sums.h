// SPDX-License-Identifier: GPL-2.0-or-later
// Word sums: how often a word of many terms ("hank*": up to 128 words) stands in each document, read once for the
// matches and for the scores.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/document_set.h"
#include "searcher/index.h"
#include "searcher/score_part.h"

namespace pykala::searcher {

/// Adds the documents of a term to a set.
void add_documents(const Index& index, const std::string& term, DocumentSet& to);

/// For one thread. Memory, once it is read: two bytes and a bit for each document of the archive.
class WordSums {
 public:
  /// `index` must live as long.
  WordSums(const Index& index, ScoredWord word) : index_(index), word_(std::move(word)) {}

  [[nodiscard]] const ScoredWord& word() const { return word_; }

  /// With any of the terms. Reads them when it is first asked.
  [[nodiscard]] const DocumentSet& documents() const;

  /// documents() was asked, and no sum is beyond what is kept.
  [[nodiscard]] bool is_known() const { return documents_ && !beyond_; }
  /// The sum of the terms' frequencies in a document; only where is_known().
  [[nodiscard]] std::uint32_t of(Xapian::docid document) const { return wdfs_[document]; }
  /// The same of the documents from `begin` on, up to a multiple of block_documents.
  [[nodiscard]] std::span<const std::uint16_t> from(Xapian::docid begin) const {
    return std::span(wdfs_).subspan(begin);
  }

 private:
  const Index& index_;
  ScoredWord word_;
  mutable std::optional<DocumentSet> documents_;
  mutable std::vector<std::uint16_t> wdfs_;  ///< by docid
  mutable bool beyond_ = false;
};

}  // namespace pykala::searcher
