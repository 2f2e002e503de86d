// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, segments out. Private: the sorting of a batch, and which segments are merged when.
#include "indexer/text_index_writer.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>

#include "indexer/schema.h"
#include "indexer/segment_writer.h"

namespace pykala::indexer {

using namespace schema;

namespace {

/// So many segments of one level become one of the next: an archive of a million written in batches of 4 000 has at
/// most some twelve, and each posting is written five times.
constexpr std::size_t fan_in = 4;
constexpr std::size_t usual_batch = 4000;  ///< documents

}  // namespace

TextIndexWriter::TextIndexWriter(Xapian::WritableDatabase& database)
    : database_(database),
      segments_(segments_from(database.get_metadata(metadata::text_segments))),
      pair_runs_(database),
      deleted_(deleted_from(database.get_metadata(metadata::text_deleted))) {
  TextIndex(database).check_documents();
}

void TextIndexWriter::add(Xapian::docid document, const TextTerms& terms) {
  const std::uint32_t last = batch_documents_ > 0 ? batch_last_ : segments_.empty() ? 0 : segments_.back().last;
  if (document <= last) throw std::logic_error("document " + std::to_string(document) + " was numbered before");
  const std::size_t first = postings_.size();
  texts_.clear();
  for (std::size_t n = 0; n < terms.counts.size(); ++n) texts_.push_back(terms.term(n));
  numbers_.resize(texts_.size());
  terms_.numbers(texts_, numbers_);
  for (std::size_t n = 0; n < numbers_.size(); ++n) {
    postings_.push_back({numbers_[n], document, terms.counts[n].wdf});
  }
  pairs_.add(document, terms.places, [&](std::uint32_t word) { return postings_[first + word].term; });
  ++batch_documents_;
  batch_last_ = document;
}

void TextIndexWriter::remove(Xapian::docid document) {
  newly_deleted_.push_back(document);
}

void TextIndexWriter::note_deleted() {
  std::sort(newly_deleted_.begin(), newly_deleted_.end());
  std::vector<std::uint32_t> all;
  std::set_union(deleted_.begin(), deleted_.end(), newly_deleted_.begin(), newly_deleted_.end(),
                 std::back_inserter(all));
  deleted_ = std::move(all);
  newly_deleted_.clear();
}

std::uint32_t TextIndexWriter::next_id() const {
  std::uint32_t id = 0;
  for (const Segment& segment : segments_) id = std::max(id, segment.id);
  return id + 1;
}

double TextIndexWriter::deleted_share() const {
  const auto documents = static_cast<double>(batch_documents_ + count_documents(segments_));
  return documents > 0 ? static_cast<double>(deleted_.size() + newly_deleted_.size()) / documents : 0;
}

void TextIndexWriter::flush() {
  if (!has_changes()) return;
  note_deleted();
  if (batch_documents_ > 0) write_batch();
  while (segments_.size() >= fan_in &&
         std::all_of(segments_.end() - fan_in, segments_.end(),
                     [&](const Segment& segment) { return segment.level == segments_.back().level; })) {
    merge_tail(fan_in);
  }
  store();
}

void TextIndexWriter::merge_all() {
  flush();
  if (segments_.size() > 1 || (segments_.size() == 1 && !deleted_.empty())) merge_tail(segments_.size());
  store();
}

/// The postings of the batch, those of one term behind those of another; of a term in order of documents, as they came.
/// `begins`: of each term by its number, and one more.
std::vector<TextIndexWriter::Entry> TextIndexWriter::entries_by_term(std::vector<std::uint32_t>& begins) const {
  begins.assign(terms_.size() + 1, 0);
  for (const Entry& entry : postings_) ++begins[entry.term + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  std::vector<Entry> sorted(postings_.size());
  for (const Entry& entry : postings_) sorted[next[entry.term]++] = entry;
  return sorted;
}

/// Adds the terms of pairs of common words to the batch.
void TextIndexWriter::add_pairs() {
  std::vector<std::uint32_t> frequencies(terms_.size());
  for (const Entry& entry : postings_) ++frequencies[entry.term];
  const PairRun& run = pair_runs_.run_of({terms_, frequencies, batch_documents_, batch_last_}, segments_);
  std::vector<std::uint32_t> common;
  for (std::uint32_t n = 0; n < frequencies.size(); ++n) {
    if (run.has(terms_.term(n))) common.push_back(n);
  }
  pairs_.each_pair(
      common, frequencies.size(),
      [&](std::uint32_t first, std::uint32_t second) {
        return terms_.number(pair_term(terms_.term(first), terms_.term(second)));
      },
      [&](std::uint32_t term, std::uint32_t document) {
        postings_.push_back({term, document, 1});
      });
  pairs_.clear();
}

void TextIndexWriter::write_batch() {
  add_pairs();
  std::vector<std::uint32_t> begins;
  const std::vector<Entry> sorted = entries_by_term(begins);
  const std::uint32_t base = segments_.empty() ? 0 : segments_.back().last;
  const Segment segment{next_id(), 0, base, batch_last_, batch_documents_};
  SegmentWriter writer(database_, segment.id, base);
  for (const std::uint32_t term : terms_.in_order()) {
    writer.begin(terms_.term(term));
    for (std::uint32_t n = begins[term]; n < begins[term + 1]; ++n) writer.add({sorted[n].document, sorted[n].wdf});
    writer.end();
  }
  writer.finish();
  segments_.push_back(segment);
  terms_.clear();
  postings_.clear();
  batch_documents_ = 0;
  changed_ = true;
}

/// The last `count` segments become one, without what is deleted among them.
void TextIndexWriter::merge_tail(std::size_t count) {
  const std::span<const Segment> inputs(segments_.data() + (segments_.size() - count), count);
  Segment merged{next_id(), 0, inputs.front().base, inputs.back().last, 0};
  for (const Segment& input : inputs) {
    merged.documents += input.documents;
    merged.level = std::max(merged.level, input.level + 1);
  }
  const auto first = std::upper_bound(deleted_.begin(), deleted_.end(), merged.base);
  const auto past = std::upper_bound(first, deleted_.end(), merged.last);
  merged.documents -= std::min(merged.documents, static_cast<std::uint32_t>(past - first));
  Renumbering kept;
  if (first != past) {
    kept.base = merged.base;
    kept.documents.resize(std::size_t{merged.last - merged.base} + 1);
    std::iota(kept.documents.begin(), kept.documents.end(), merged.base);
    for (auto document = first; document != past; ++document) kept.documents[*document - merged.base] = 0;
  }
  write_merged(database_, inputs, merged.id, merged.base, kept.documents.empty() ? nullptr : &kept);
  for (const Segment& input : inputs) erase_segment(database_, input.id);
  deleted_.erase(first, past);
  segments_.resize(segments_.size() - count);
  segments_.push_back(merged);
  changed_ = true;
}

void TextIndexWriter::write_merged(const Xapian::Database& from, std::span<const Segment> segments, std::uint32_t id,
                                   std::uint32_t base, const Renumbering* documents) {
  SegmentWriter writer(database_, id, base);
  for (MergedTerms terms(from, segments, ""); terms.next();) {
    writer.begin(terms.term());
    for (const SegmentTerms* place : terms.places()) {
      SegmentPostings postings(from, place->place());
      for (Posting posting{}; postings.next(posting);) {
        if (documents != nullptr) posting.document = documents->documents.at(posting.document - documents->base);
        if (posting.document != 0) writer.add(posting);
      }
    }
    writer.end();
  }
  writer.finish();
}

void TextIndexWriter::copy(const Xapian::Database& from, const std::vector<std::uint32_t>& documents) {
  if (documents.empty()) return;
  const std::vector<Segment> segments = segments_from(from.get_metadata(metadata::text_segments));
  const std::uint32_t last = *std::max_element(documents.begin(), documents.end());
  const auto count = static_cast<std::uint32_t>(
      std::count_if(documents.begin(), documents.end(), [](std::uint32_t document) { return document != 0; }));
  Segment segment{next_id(), 0, 0, last, count};
  for (std::size_t size = usual_batch; size < count; size *= fan_in) ++segment.level;
  Renumbering renumbering{0, documents};
  for (const Segment& one : segments) {
    renumbering.documents.resize(std::max<std::size_t>(renumbering.documents.size(), std::size_t{one.last} + 1));
  }
  write_merged(from, segments, segment.id, 0, &renumbering);
  segments_.push_back(segment);
  pair_runs_.copy(pair_runs_from(from.get_metadata(metadata::pair_runs)), documents, segments_.back());
  changed_ = true;
}

void TextIndexWriter::store() {
  database_.set_metadata(metadata::text_segments, to_bytes(segments_));
  database_.set_metadata(metadata::text_deleted, deleted_to_bytes(deleted_));
  database_.set_metadata(metadata::pair_runs, to_bytes(pair_runs_.runs()));
  changed_ = false;
}

}  // namespace pykala::indexer
