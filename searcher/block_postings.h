// SPDX-License-Identifier: GPL-2.0-or-later
// Block postings: the posting list of a term, read a block of the archive at a time, or looked up in for some documents
// of a block.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <span>

#include "indexer/text_index.h"

namespace pykala::searcher {

/// Documents of a block: enough to pay for its beginning, few enough for the processor's caches. The first block begins
/// with docid 0, which no document has.
inline constexpr Xapian::docid block_documents = 1u << 12;

struct BlockPosting {
  std::uint32_t offset;  ///< of the document in its block
  std::uint32_t wdf;
};

class BlockPostings {
 public:
  BlockPostings(const schema::TextIndex& index, const std::shared_ptr<const schema::TextTerm>& term);

  /// Those of the documents [begin, begin + block_documents); blocks come in ascending order.
  std::span<const BlockPosting> block(Xapian::docid begin);

  /// Its frequency in one document of the block that begins at `begin`; documents come in ascending order. After
  /// `block` of the same block it is looked up there, else the list itself is skipped through.
  [[nodiscard]] std::uint32_t wdf_at(Xapian::docid document, Xapian::docid begin);

 private:
  /// Moves on to the first posting that is not below `document`.
  void move_to(Xapian::docid document);

  schema::TextPostings postings_;
  schema::Posting next_{};                  ///< past all documents at the end
  std::unique_ptr<BlockPosting[]> block_;   ///< the block that was read last; room for all documents from the first on
  std::size_t size_ = 0;                    ///< its postings
  Xapian::docid block_begin_ = UINT32_MAX;  ///< where it begins; none begins so late
  std::size_t at_ = 0;                      ///< in block_: where wdf_at looked last
};

}  // namespace pykala::searcher
