// SPDX-License-Identifier: GPL-2.0-or-later
// Reads everything, and holds it against the list of documents.
#include "indexer/text_check.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/error.h"
#include "indexer/schema.h"
#include "indexer/segment_keys.h"
#include "indexer/text_index.h"
#include "indexer/word_stream.h"

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
    std::uint32_t before = 0;
    for (const PairRun& run : index_.pair_runs()) {
      if (!has_right_pairs(run, before)) wrong_.emplace_back("pairs of words are not those of the documents");
      before = run.last;
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

  /// The documents with a term among those above `before`, up to `last`.
  [[nodiscard]] std::vector<std::uint32_t> documents_of(const std::string& term, std::uint32_t before,
                                                        std::uint32_t last) const {
    std::vector<std::uint32_t> documents;
    TextPostings postings(index_, index_.find(term));
    postings.skip_near(before);
    postings.each_below(last + 1, [&](const Posting& posting) {
      if (posting.document > before) documents.push_back(posting.document);
    });
    return documents;
  }

  /// Whether two words follow each other in the documents of their pair, and in no others: in those up to `last`.
  [[nodiscard]] bool is_right_pair(const std::string& first, const std::string& second, std::uint32_t before,
                                   std::uint32_t last) const {
    const auto a = documents_of(std::string(word_prefix) + first, before, last);
    const auto b = documents_of(std::string(word_prefix) + second, before, last);
    const std::array<std::string, 2> words{first, second};
    std::vector<std::uint32_t> expected;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(expected));
    std::erase_if(expected, [&](std::uint32_t document) {
      const auto slot = static_cast<Xapian::valueno>(Slot::word_stream);
      return !holds_phrase(database_.get_document(document).get_value(slot), words);
    });
    return documents_of(pair_term(first, second), before, last) == expected;
  }

  /// Of some words of a run, in its first documents.
  [[nodiscard]] bool has_right_pairs(const PairRun& run, std::uint32_t before) const {
    constexpr std::size_t words = 8;
    constexpr std::uint32_t documents = 200;
    const std::uint32_t last = std::min(run.last, before + documents);
    const std::size_t step = std::max<std::size_t>(1, run.words.size() / words);
    for (std::size_t a = 0; a < run.words.size(); a += step) {
      for (std::size_t b = 0; b < run.words.size(); b += step) {
        if (!is_right_pair(run.words[a], run.words[b], before, last)) return false;
      }
    }
    return true;
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
