// SPDX-License-Identifier: GPL-2.0-or-later
// Block postings: the posting list of a term, read a block of the archive at a time, or looked up in for some documents
// of a block.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace pykala::searcher {

/// Documents of a block: enough to pay for its beginning, few enough for the processor's caches.
inline constexpr Xapian::docid block_documents = 1u << 14;

struct Posting {
  std::uint32_t offset;  ///< of the document in its block
  std::uint32_t wdf;
};

class BlockPostings {
 public:
  BlockPostings(const Xapian::Database& database, const std::string& term);

  [[nodiscard]] Xapian::doccount frequency() const { return frequency_; }

  /// Those of the documents [begin, begin + block_documents); blocks come in ascending order.
  const std::vector<Posting>& block(Xapian::docid begin);

  /// Its frequency in one document of the block that begins at `begin`; documents come in ascending order. After
  /// `block` of the same block it is looked up there, else the list itself is skipped through.
  [[nodiscard]] std::uint32_t wdf_at(Xapian::docid document, Xapian::docid begin);

 private:
  Xapian::PostingIterator next_, end_;
  Xapian::doccount frequency_;
  std::vector<Posting> block_;
  Xapian::docid block_begin_ = 0;  ///< of the block that was read last; no block begins at 0
  std::size_t at_ = 0;             ///< in block_: where wdf_at looked last
};

}  // namespace pykala::searcher
