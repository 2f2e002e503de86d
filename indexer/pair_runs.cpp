// SPDX-License-Identifier: GPL-2.0-or-later
// Batches in, runs out. Private: which words are common.
#include "indexer/pair_runs.h"

#include <algorithm>
#include <utility>

#include "indexer/schema.h"

namespace pykala::indexer {

using namespace schema;

PairRuns::PairRuns(const Xapian::Database& database)
    : database_(database), runs_(pair_runs_from(database.get_metadata(metadata::pair_runs))) {}

/// Of the batch, where it has enough documents to tell; else of what the index has so far; nothing where that is too
/// little too.
std::vector<std::string> PairRuns::common_words(const Batch& batch, std::span<const Segment> segments) const {
  if (batch.documents >= pair_settings.least_documents) {
    CommonWords common(batch.documents);
    for (std::uint32_t n = 0; n < batch.frequencies.size(); ++n) common.add(batch.terms.term(n), batch.frequencies[n]);
    return std::move(common).words();
  }
  const auto documents = static_cast<std::uint32_t>(count_documents(segments));
  if (documents < pair_settings.least_documents) return {};
  CommonWords common(documents);
  for (MergedTerms terms(database_, segments, ""); terms.next();) common.add(terms.term(), terms.frequency());
  return std::move(common).words();
}

const PairRun& PairRuns::run_of(const Batch& batch, std::span<const Segment> segments) {
  const std::uint32_t last = runs_.empty() ? 0 : runs_.back().last;
  const std::uint32_t before = runs_.size() < 2 ? 0 : runs_[runs_.size() - 2].last;
  const bool is_long = last - before >= before && runs_.size() < pair_settings.most_runs;
  PairRun own;
  if (is_long) own.words = common_words(batch, segments);
  if (own.words.empty() && !runs_.empty()) own.words = runs_.back().words;
  if (runs_.empty() || runs_.back().words != own.words) runs_.push_back(std::move(own));
  runs_.back().last = batch.last;
  return runs_.back();
}

void PairRuns::copy(std::vector<PairRun> runs, const std::vector<std::uint32_t>& documents, const Segment& segment) {
  std::uint32_t last = 0;
  std::size_t document = 0;
  for (PairRun& run : runs) {
    for (; document < documents.size() && document <= run.last; ++document) last = std::max(last, documents[document]);
    if (last == (runs_.empty() ? 0 : runs_.back().last)) continue;  // all of it has been deleted
    run.last = last;
    std::erase_if(run.words, [&](const std::string& word) {
      const std::string term = std::string(word_prefix) + word;
      const SegmentTerms terms(database_, segment, term);
      return terms.at_end() || terms.term() != term;
    });
    runs_.push_back(std::move(run));
  }
}

}  // namespace pykala::indexer
