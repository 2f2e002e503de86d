// SPDX-License-Identifier: GPL-2.0-or-later
// Pair runs: of which words there are pairs in which documents, as an index grows.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/pair_maker.h"
#include "indexer/term_table.h"
#include "indexer/text_segment.h"
#include "indexer/word_pairs.h"

namespace pykala::indexer {

class PairRuns {
 public:
  struct Batch {
    const TermTable& terms;
    const std::vector<std::uint32_t>& frequencies;  ///< by number of the term
    std::uint32_t documents, last;                  ///< how many, and the last docid
  };

  /// Those that the index has. The database must live as long. Throws Error{bad_data}.
  explicit PairRuns(const Xapian::Database& database);

  /// The run that a batch belongs to, which now ends with it: one of other words once the run before has become as long
  /// as all before it. `segments`: what the index has before the batch.
  const schema::PairRun& run_of(const Batch& batch, std::span<const schema::Segment> segments);

  /// Takes over the runs of another index. `documents`: by docid there the docid here, 0 for none; `segment` has their
  /// words. A word that none of them has is not kept: it may have been in those alone that were purged.
  void copy(std::vector<schema::PairRun> runs, const std::vector<std::uint32_t>& documents,
            const schema::Segment& segment);

  [[nodiscard]] const std::vector<schema::PairRun>& runs() const { return runs_; }

 private:
  [[nodiscard]] std::vector<std::string> common_words(const Batch& batch,
                                                      std::span<const schema::Segment> segments) const;

  const Xapian::Database& database_;
  std::vector<schema::PairRun> runs_;
};

}  // namespace pykala::indexer
