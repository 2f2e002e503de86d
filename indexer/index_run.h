// SPDX-License-Identifier: GPL-2.0-or-later
// Index run: the whole way from SOURCE arguments to a committed index.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/progress.h"
#include "indexer/report.h"

namespace pykala::indexer {

struct UpdateOptions {
  std::string index;
  std::vector<std::string> sources;
  unsigned jobs = 1;         ///< threads that read and analyse
  bool prune = false;        ///< remove decisions whose file is gone from below the SOURCE arguments
  bool prune_empty = false;  ///< also when nothing at all is left below one of them
  /// Mask personal data in what is stored (personal_data.h). The index keeps the choice; nothing: as it was.
  std::optional<bool> mask_personal_data;
  ProgressStyle progress = ProgressStyle::none;
};

struct UpdateSummary {
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t removed = 0;
  std::size_t unchanged_files = 0;
  std::size_t not_public = 0;
  std::size_t purged = 0;  ///< left out because they were purged
  std::size_t without_date = 0;
  std::size_t documents = 0;  ///< in the index afterwards
  int signal = 0;             ///< that ended the run early; what was whole is committed
  std::string stopped_at;     ///< the file that was next then
};

/// Brings the index up to date. Problems of documents go to the report; throws Error for what ends the run. After
/// catch_interrupts() a signal ends it early (see UpdateSummary::signal).
UpdateSummary update_index(const UpdateOptions& options, Report& report);

}  // namespace pykala::indexer
