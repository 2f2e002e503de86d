// SPDX-License-Identifier: GPL-2.0-or-later
// Intake: one piece of a file -> finished Decisions. Reader, parser and extractors in a row; what fails is a Problem
// and costs no other document.
#pragma once

#include <string>
#include <vector>

#include "indexer/limits.h"
#include "indexer/readers.h"

namespace pykala::indexer {

struct Intake {
  std::vector<schema::Decision> decisions;  ///< public ones, each with an id
  std::vector<Problem> problems;
  std::vector<std::string> withheld;  ///< ids of those that have one: what an earlier file gave of them must go
  std::size_t not_public = 0;         ///< left out because the source says so, or because they have expired
};

struct IntakeOptions {
  std::string today;                ///< ISO date; a decision whose `expires` lies before it is left out
  bool mask_personal_data = false;  ///< see personal_data.h
  double document_seconds = schema::max_document_seconds;
};

[[nodiscard]] Intake take_in(const Source& source, const IntakeOptions& options);

}  // namespace pykala::indexer
