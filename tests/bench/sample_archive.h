// SPDX-License-Identifier: GPL-2.0-or-later
// What the micro-benchmarks work on: data/sample in memory, read once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/decision.h"
#include "indexer/raw_document.h"
#include "indexer/searchable_text.h"
#include "stemmers/analyzer.h"

namespace pykala::bench {

/// Path and bytes of every file of data/sample, in order of path.
[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& sample_files();

/// What the readers make of the text files among them, and all decisions as they would be indexed.
[[nodiscard]] const std::vector<indexer::RawDocument>& sample_documents();
[[nodiscard]] const std::vector<schema::Decision>& sample_decisions();

/// The searched texts of those decisions; they point into them.
[[nodiscard]] const std::vector<schema::SearchableText>& sample_texts();
[[nodiscard]] std::size_t bytes_of(const std::vector<schema::SearchableText>& texts);

/// An analyser with the dictionary, its cache filled by the sample texts.
[[nodiscard]] const stemmers::Analyzer& warm_analyzer();

}  // namespace pykala::bench
