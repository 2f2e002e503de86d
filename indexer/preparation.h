// SPDX-License-Identifier: GPL-2.0-or-later
// Preparation: what is done to a piece of a file on a worker thread, from bytes to documents that are ready to be
// written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/document_builder.h"
#include "indexer/intake.h"
#include "indexer/sources.h"

namespace pykala::indexer {

/// What a worker gets: a piece of a file, or only the news that the file has been read to its end.
struct Task {
  SourceFile file;
  Piece piece;
  std::vector<Problem> problems;  ///< of reading
  std::string hash;               ///< of the whole file; set with the last piece
  bool same_as_before = false;    ///< as it was when it was read the last time, as far as is known
};

/// What a worker makes of it.
struct Prepared {
  Task task;              ///< without the bytes
  std::size_t bytes = 0;  ///< how many there were
  Intake intake;
  std::vector<IndexDocument> documents;  ///< one for each decision of the intake
};

/// Makes the function that does the work, with an analyser of its own; called on the thread that will run it.
[[nodiscard]] std::function<Prepared(Task)> make_preparation(const IntakeOptions& options);

}  // namespace pykala::indexer
