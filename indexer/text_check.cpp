// SPDX-License-Identifier: GPL-2.0-or-later
// Reads everything, and holds it against the list of documents.
#include "indexer/text_check.h"

#include <algorithm>

#include "indexer/error.h"
#include "indexer/schema.h"
#include "indexer/segment_keys.h"
#include "indexer/text_index.h"

namespace pykala::schema {
namespace {

class Check {
 public:
  explicit Check(const Xapian::Database& database)
      : database_(database), index_(database), alive_(std::size_t{database.get_lastdocid()} + 1) {
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) alive_[*it] = true;
  }

  std::vector<std::string> run() {
    index_.check_documents();
    for (const Segment& segment : index_.segments()) {
      const std::string problem = problem_of(segment);
      if (!problem.empty()) wrong_.push_back("text segment " + std::to_string(segment.id) + ": " + problem);
    }
    check_keys(block_key);
    check_keys(list_key);
    return std::move(wrong_);
  }

 private:
  [[nodiscard]] bool is_known(std::uint32_t document) const {
    return alive_[document] != index_.is_deleted(document);  // one of the two
  }

  [[nodiscard]] std::string problem_of(const Segment& segment) const {
    std::uint32_t documents = 0;
    for (std::uint32_t document = segment.base + 1; document <= segment.last; ++document) {
      if (alive_[document] && index_.is_deleted(document)) return "a document that is there is listed as deleted";
      documents += is_known(document) ? 1 : 0;
    }
    if (documents != segment.documents) return "it is not of the documents that are there";
    std::string before;
    for (SegmentTerms terms(database_, segment, ""); !terms.at_end(); terms.next()) {
      if (terms.term() <= before) return "its terms are out of order";
      before = terms.term();
      SegmentPostings postings(database_, terms.place());
      std::uint32_t count = 0, most = 0;
      for (Posting posting{}; postings.next(posting); ++count) {
        if (!is_known(posting.document)) return "it has postings of documents that are not there";
        most = std::max(most, posting.wdf);
      }
      if (count != terms.frequency() || most != terms.most_wdf()) return "a list is cut";
    }
    return {};
  }

  /// What belongs to no segment would stay for ever.
  void check_keys(char kind) {
    const std::string prefix(1, kind);
    const auto end = database_.metadata_keys_end(prefix);
    for (auto it = database_.metadata_keys_begin(prefix); it != end; ++it) {
      const std::string key = *it;
      const std::uint32_t id = key.size() > key_number_bytes ? big_endian(key.substr(1, key_number_bytes)) : 0;
      const auto& segments = index_.segments();
      if (std::any_of(segments.begin(), segments.end(), [&](const Segment& one) { return one.id == id; })) continue;
      wrong_.push_back("terms of a text segment that is not listed: " + std::to_string(id));
      return;
    }
  }

  const Xapian::Database& database_;
  TextIndex index_;
  std::vector<bool> alive_;  ///< by docid
  std::vector<std::string> wrong_;
};

}  // namespace

std::vector<std::string> check_texts(const Xapian::Database& database) {
  try {
    return Check(database).run();
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace pykala::schema
