// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a score in, the best documents out. Private: the blocks, and what is still open in one.
#include "searcher/scorer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "searcher/block_postings.h"
#include "searcher/scored_parts.h"

namespace pykala::searcher {
namespace {

/// Looking up one document in one list costs about as much as reading this many postings of it.
constexpr double cost_of_look_up = 6;
/// Sums of the same summands differ in their last digits by their order.
constexpr double rounding = 1e-9;

using Word = ScoredParts::Word;
using Part = ScoredParts::Part;

class Scorer {
 public:
  Scorer(const std::vector<ScorePart>& parts, const Bm25Settings& settings, const Index& index)
      : index_(index), database_(index.database()), bm25_(settings, index.database()), scored_(parts, bm25_, index) {
    for (auto* array : {&score_, &norm_, &sum_}) array->resize(block_documents);
    for (auto* array : {&wdf_, &count_}) array->resize(block_documents);
  }

  std::vector<Scored> best(const std::vector<Xapian::docid>& documents, std::size_t wanted, bool by_card,
                           const Deadline* deadline) {
    BestDocuments best(wanted);
    for (auto it = documents.begin(); it != documents.end() && wanted > 0;) {
      if (deadline != nullptr) deadline->check();
      begin_ = (*it - 1) / block_documents * block_documents + 1;  // documents are numbered from 1
      const auto end = std::lower_bound(it, documents.end(), begin_ + block_documents);
      const std::span block(it, end);
      if (parts_.empty() || least_now(1) <= 0) {
        score_block(block, by_card, best);
      } else {
        score_holders(block, by_card, best);
      }
      it = end;
    }
    return best.in_order();
  }

 private:
  void score_block(std::span<const Xapian::docid> documents, bool by_card, BestDocuments& best) {
    for (const Xapian::docid document : documents) {
      score_[document - begin_] = 0;
      norm_[document - begin_] = bm25_.norm(index_.lengths().of(document));
    }
    std::size_t part = 0;
    for (; part < parts_.size(); ++part) {
      const double least = least_now(part);
      const auto open = std::count_if(documents.begin(), documents.end(),
                                      [&](Xapian::docid document) { return score_[document - begin_] >= least; });
      const ScoredParts::Rest& rest = scored_.rest(part);
      if (static_cast<double>(open) * rest.lists * cost_of_look_up < rest.postings * share_) break;
      add(parts_[part]);
    }
    for (const Xapian::docid document : documents) finish(document, part, by_card, best);
  }

  /// Once no document can come in without the first part: looks up those that have it, and often enough.
  void score_holders(std::span<const Xapian::docid> documents, bool by_card, BestDocuments& best) {
    const Part& part = parts_.front();
    find_holders(part.words.front(), part.words.size() == 1 ? least_wdf(part) : 1, documents);
    for (const Word& word : part.words) {
      const bool worth_reading = static_cast<double>(met_.size()) * cost_of_look_up >= word.postings * share_;
      for (BlockPostings* term : word.terms) {
        if (worth_reading) term->block(begin_);
      }
    }
    const bool known = part.words.size() == 1 && part.without == nullptr;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      const std::uint32_t offset = met_[i];
      norm_[offset] = bm25_.norm(index_.lengths().of(begin_ + offset));
      score_[offset] = known ? part.factor * score_of(part.words.front(), met_wdf_[i], offset) + part.fixed : 0;
      finish(begin_ + offset, known ? 1 : 0, by_card, best);
    }
    met_wdf_.clear();
    met_.clear();
  }

  /// Into met_, ascending: those of the documents in which the word stands so often; how often that is into met_wdf_.
  void find_holders(const Word& word, std::uint32_t least_wdf, std::span<const Xapian::docid> documents) {
    if (word.terms.size() == 1) {
      auto document = documents.begin();
      for (const BlockPosting& posting : word.terms.front()->block(begin_)) {
        if (posting.wdf < least_wdf) continue;
        while (document != documents.end() && *document - begin_ < posting.offset) ++document;
        if (document == documents.end()) return;
        if (*document - begin_ != posting.offset) continue;
        met_.push_back(posting.offset);
        met_wdf_.push_back(posting.wdf);
      }
      return;
    }
    add_up(word);
    for (const Xapian::docid document : documents) {
      if (wdf_[document - begin_] < least_wdf) continue;
      met_.push_back(document - begin_);
      met_wdf_.push_back(wdf_[document - begin_]);
    }
    forget_sums();
  }

  /// How often the only word of the first part must stand in the shortest document for it to come in.
  [[nodiscard]] std::uint32_t least_wdf(const Part& part) const {
    const double share = (least_now(1) - part.fixed) / (part.factor * part.words.front().weight);
    if (!(share > 0)) return 1;
    if (share >= 1) return std::numeric_limits<std::uint32_t>::max();
    const double wdf = share * bm25_.norm(database_.get_doclength_lower_bound()) / (1 - share);
    return std::max(1U, static_cast<std::uint32_t>(std::min(wdf * (1 - rounding), 1e9)));
  }

  /// What a document must have scored before `part` to come in yet.
  [[nodiscard]] double least_now(std::size_t part) const { return sure_ - scored_.rest(part).most; }

  void offer(const Scored& scored, bool by_card, BestDocuments& best) {
    best.offer(scored, by_card ? index_.cards().of(scored.document) : scored.document);
    least_ = best.least();
    sure_ = least_ - rounding * std::abs(least_);
  }

  /// Looks up what is missing of the score of one document, as long as it can come in.
  void finish(Xapian::docid document, std::size_t part, bool by_card, BestDocuments& best) {
    double score = score_[document - begin_];
    for (; part < parts_.size(); ++part) {
      if (score < least_now(part)) return;
      score += score_of(parts_[part], document);
    }
    if (score >= least_) offer({document, score}, by_card, best);
  }

  double score_of(const Part& part, Xapian::docid document) {
    if (part.without != nullptr && part.without->wdf_at(document, begin_) > 0) return 0;
    double sum = 0;
    for (const Word& word : part.words) {
      std::uint32_t wdf = 0;
      for (BlockPostings* term : word.terms) wdf += term->wdf_at(document, begin_);
      if (wdf == 0) return 0;
      sum += score_of(word, wdf, document - begin_);
    }
    return part.factor * sum + part.fixed;
  }

  [[nodiscard]] double score_of(const Word& word, std::uint32_t wdf, std::uint32_t offset) const {
    return word.weight * (wdf / (norm_[offset] + wdf));
  }

  /// Adds what the part gives to the documents of the block.
  void add(const Part& part) {
    std::size_t words = 0;
    for (const Word& word : part.words) {
      for_each(word, [&](std::uint32_t offset, double score) {
        if (count_[offset] != words) return;  // it lacks an earlier word
        if (words == 0) met_.push_back(offset);
        ++count_[offset];
        sum_[offset] += score;
      });
      ++words;
    }
    if (part.without != nullptr) {
      for (const BlockPosting& posting : part.without->block(begin_)) count_[posting.offset] = 0;
    }
    for (const std::uint32_t offset : met_) {
      if (count_[offset] == words) score_[offset] += part.factor * sum_[offset] + part.fixed;
      count_[offset] = 0;
      sum_[offset] = 0;
    }
    met_.clear();
  }

  /// `take`(offset, score) for each document of the block with the word.
  template <class Take>
  void for_each(const Word& word, const Take& take) {
    if (word.terms.size() == 1) {
      for (const BlockPosting& posting : word.terms.front()->block(begin_)) {
        take(posting.offset, score_of(word, posting.wdf, posting.offset));
      }
      return;
    }
    add_up(word);
    for (const std::uint32_t offset : with_word_) take(offset, score_of(word, wdf_[offset], offset));
    forget_sums();
  }

  /// How often any of the word's terms stands in the documents of the block, into wdf_ and with_word_.
  void add_up(const Word& word) {
    for (BlockPostings* term : word.terms) {
      for (const BlockPosting& posting : term->block(begin_)) {
        if (wdf_[posting.offset] == 0) with_word_.push_back(posting.offset);
        wdf_[posting.offset] += posting.wdf;
      }
    }
  }
  void forget_sums() {
    for (const std::uint32_t offset : with_word_) wdf_[offset] = 0;
    with_word_.clear();
  }

  const Index& index_;
  const Xapian::Database& database_;
  Bm25 bm25_;
  ScoredParts scored_;
  const std::vector<Part>& parts_ = scored_.parts();
  double least_ = -std::numeric_limits<double>::infinity();  ///< of the best so far, see BestDocuments
  double sure_ = least_;                                     ///< the same, less what rounding may do
  double share_ =
      static_cast<double>(block_documents) / std::max<double>(database_.get_lastdocid(), 1);  ///< of a block
  // Of the block at hand, by offset; those of documents that are not asked for mean nothing.
  Xapian::docid begin_ = 1;
  std::vector<double> score_, norm_, sum_;
  std::vector<std::uint32_t> wdf_, count_;
  std::vector<std::uint32_t> met_, met_wdf_, with_word_;
};

}  // namespace

double most_by_parts(const std::vector<ScorePart>& parts, const Bm25Settings& settings, const Index& index) {
  const Bm25 bm25(settings, index.database());
  return ScoredParts(parts, bm25, index).rest(0).most;
}

std::vector<Scored> best_by_score(const std::vector<ScorePart>& parts, const std::vector<Xapian::docid>& documents,
                                  std::size_t wanted, bool by_card, const Bm25Settings& settings, const Index& index,
                                  const Deadline* deadline) {
  return Scorer(parts, settings, index).best(documents, wanted, by_card, deadline);
}

}  // namespace pykala::searcher
