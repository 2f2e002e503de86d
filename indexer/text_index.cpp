// SPDX-License-Identifier: GPL-2.0-or-later
// Several segments seen as one.
#include "indexer/text_index.h"

#include <algorithm>
#include <utility>

#include "indexer/error.h"
#include "indexer/leb128.h"
#include "indexer/schema.h"

namespace pykala::schema {
namespace {

constexpr std::size_t most_kept_bytes = 8u << 20U;  ///< of the terms that were looked up

}  // namespace

TextIndex::TextIndex(const Xapian::Database& database)
    : database_(database),
      segments_(segments_from(database.get_metadata(metadata::text_segments))),
      pair_runs_(pair_runs_from(database.get_metadata(metadata::pair_runs))) {
  const std::vector<std::uint32_t> deleted = deleted_from(database.get_metadata(metadata::text_deleted));
  const std::uint32_t last = database.get_lastdocid();
  const bool is_of_others = (!segments_.empty() && segments_.back().last > last) ||
                            (!deleted.empty() && deleted.back() > last) ||
                            (!pair_runs_.empty() && pair_runs_.back().last > last);
  if (is_of_others) {
    throw Error(ErrorCode::bad_data, "the index's text segments are of other documents", make_index_anew);
  }
  if (deleted.empty()) return;
  deleted_.resize(std::size_t{deleted.back()} + 1);
  for (const std::uint32_t document : deleted) deleted_[document] = true;
  deleted_count_ = static_cast<std::uint32_t>(deleted.size());
}

std::uint64_t TextIndex::documents() const {
  return count_documents(segments_);
}

void TextIndex::check_documents() const {
  if (documents() == std::uint64_t{database_.get_doccount()} + deleted_count_) return;
  throw Error(ErrorCode::bad_data, "the index's words are not those of its documents", make_index_anew);
}

/// Whether a document that is not deleted has the term.
bool TextIndex::is_alive(const std::shared_ptr<const TextTerm>& term) const {
  if (term->frequency > deleted_count_) return true;
  TextPostings postings(*this, term);
  Posting posting{};
  return postings.next(posting);
}

/// What was found of a term in all segments, for those who ask again. Makes room by forgetting all: what is asked for
/// again is soon there again.
void TextIndex::keep(const std::string& term, std::shared_ptr<TextTerm> found) const {
  if (found->places.empty() || !is_alive(found)) found.reset();
  if (found) found->frequency = std::min<std::uint32_t>(found->frequency, database_.get_doccount());
  if (found_bytes_ > most_kept_bytes) {
    found_.clear();
    found_bytes_ = 0;
  }
  constexpr std::size_t overhead = 128;  // of a node, a string and a place
  found_bytes_ += overhead + term.size();
  if (found) {
    for (const PostingPlace& place : found->places) found_bytes_ += overhead + place.bytes.size();
  }
  found_.emplace(term, std::move(found));
}

std::shared_ptr<const TextTerm> TextIndex::find(const std::string& term) const {
  if (const auto known = found_.find(term); known != found_.end()) return known->second;
  look_up({term});
  return found_.at(term);
}

void TextIndex::look_up(std::vector<std::string> terms) const {
  std::erase_if(terms, [this](const std::string& term) { return found_.contains(term); });
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<std::shared_ptr<TextTerm>> made;
  for (std::size_t n = 0; n < terms.size(); ++n) made.push_back(std::make_shared<TextTerm>());
  for (const Segment& segment : segments_) {
    SegmentTerms walk(database_, segment, terms.empty() ? std::string_view() : terms.front());
    for (std::size_t n = 0; n < terms.size() && !walk.at_end(); ++n) {
      walk.skip_to(terms[n]);
      if (!walk.at_end() && walk.term() == terms[n]) made[n]->add(walk);
    }
  }
  for (std::size_t n = 0; n < terms.size(); ++n) keep(terms[n], std::move(made[n]));
}

std::uint32_t TextIndex::frequency(const std::string& term) const {
  const auto found = find(term);
  return found ? found->frequency : 0;
}

void TextTerm::add(const SegmentTerms& terms) {
  frequency += terms.frequency();
  most_wdf = std::max(most_wdf, terms.most_wdf());
  places.push_back(terms.place());
}

void TextIndex::each_term(const std::string& prefix, const std::string& from,
                          const std::function<bool(const std::string&, std::uint32_t)>& take) const {
  const std::uint32_t documents = database_.get_doccount();
  for (MergedTerms terms(database_, segments_, std::max(prefix, from)); terms.next();) {
    if (!terms.term().starts_with(prefix)) return;
    if (deleted_count_ > 0 && terms.frequency() <= deleted_count_) {
      auto met = std::make_shared<TextTerm>();
      for (const SegmentTerms* place : terms.places()) met->add(*place);
      if (!is_alive(met)) continue;
    }
    if (!take(terms.term(), std::min(terms.frequency(), documents))) return;
  }
}

TextPostings::TextPostings(const TextIndex& index, std::shared_ptr<const TextTerm> term)
    : index_(&index), term_(std::move(term)) {
  if (term_) open_next();
}

bool TextPostings::open_next() {
  if (next_place_ == term_->places.size()) {
    postings_.reset();
    return false;
  }
  postings_ = std::make_unique<SegmentPostings>(index_->database(), term_->places[next_place_++]);
  return true;
}

bool TextPostings::next(Posting& posting) {
  while (postings_) {
    if (!postings_->next(posting)) {
      open_next();
    } else if (!index_->is_deleted(posting.document)) {
      return true;
    }
  }
  return false;
}

void TextPostings::skip_near(std::uint32_t document) {
  if (!postings_) return;
  while (next_place_ < term_->places.size() && term_->places[next_place_].base < document) open_next();
  postings_->skip_near(document);
}

std::string deleted_to_bytes(const std::vector<std::uint32_t>& ascending) {
  std::string bytes;
  std::uint32_t last = 0;
  for (const std::uint32_t document : ascending) {
    append_number(bytes, document - last);
    last = document;
  }
  return bytes;
}

std::vector<std::uint32_t> deleted_from(std::string_view bytes) {
  std::vector<std::uint32_t> documents;
  std::uint64_t last = 0;
  while (!bytes.empty()) {
    const std::uint64_t gap = read_number(bytes);
    last += gap;
    if (gap == 0 || gap > UINT32_MAX || last > UINT32_MAX) {
      throw Error(ErrorCode::bad_data, "the index's list of deleted documents is damaged", make_index_anew);
    }
    documents.push_back(static_cast<std::uint32_t>(last));
  }
  return documents;
}

}  // namespace pykala::schema
