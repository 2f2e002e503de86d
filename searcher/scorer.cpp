// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a score in, the best documents out. Private: the blocks, and what is still open in one.
#include "searcher/scorer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "searcher/block_postings.h"
#include "searcher/block_scores.h"
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
      : index_(index), database_(index.database()), bm25_(settings, index.database()), scored_(parts, bm25_, index) {}

  std::vector<Scored> best(const DocumentSet& documents, std::size_t wanted, bool by_card, const Deadline* deadline) {
    BestDocuments best(wanted);
    const std::size_t blocks = wanted > 0 ? documents.last() / block_documents + 1 : 0;
    for (std::size_t n = 0; n < blocks; ++n) {
      if (deadline != nullptr) deadline->check();
      block_.move_to(static_cast<Xapian::docid>(n * block_documents));
      if (!documents.has_between(block_.begin(), block_.end())) continue;
      if (parts_.empty() || least_now(1) <= 0) {
        score_block(documents, by_card, best);
      } else {
        score_holders(documents, by_card, best);
      }
    }
    return best.in_order();
  }

 private:
  void score_block(const DocumentSet& documents, bool by_card, BestDocuments& best) {
    documents.each_between(block_.begin(), block_.end(), [&](Xapian::docid document) {
      candidates_.push_back(offset_of(document));
      block_.start(candidates_.back());
    });
    std::size_t part = 0;
    for (; part < parts_.size(); ++part) {
      if (const double least = least_now(part); least > 0) {
        std::erase_if(candidates_, [&](std::uint32_t offset) { return block_.score(offset) < least; });
      }
      const ScoredParts::Rest& rest = scored_.rest(part);
      if (static_cast<double>(candidates_.size()) * rest.lists * cost_of_look_up < rest.postings * share_) break;
      block_.add(parts_[part]);
    }
    for (; part < parts_.size(); ++part) open_.push_back({&parts_[part], 0});
    finish_candidates(by_card, best);
  }

  /// Once no document can come in without the first part: scores those that have it, and often enough. Parts with few
  /// postings in the block are added up first, so that the bound of what is to be looked up is low.
  void score_holders(const DocumentSet& documents, bool by_card, BestDocuments& best) {
    const Part& part = parts_.front();
    find_holders(part.words.front(), part.words.size() == 1 ? least_wdf(part) : 1, documents);
    if (candidates_.empty()) return;
    for (const Word& word : part.words) {
      const bool worth_reading = static_cast<double>(candidates_.size()) * cost_of_look_up >= word.postings * share_;
      for (BlockPostings* term : word.terms) {
        if (worth_reading) term->block(block_.begin());
      }
    }
    const bool known = part.words.size() == 1 && part.without == nullptr;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const std::uint32_t offset = candidates_[i];
      block_.start(offset);
      if (!known) continue;
      block_.add(offset, part.factor * block_.score_of(part.words.front(), candidate_wdf_[i], offset) + part.fixed);
    }
    for (std::size_t p = known ? 1 : 0; p < parts_.size(); ++p) {
      const bool worth_adding = p > 0 && parts_[p].postings * share_ < static_cast<double>(candidates_.size());
      if (worth_adding) {
        block_.add(parts_[p]);
      } else {
        open_.push_back({&parts_[p], 0});
      }
    }
    finish_candidates(by_card, best);
    candidate_wdf_.clear();
  }

  /// Looks up the open parts of the candidates, of each as long as it can come in.
  void finish_candidates(bool by_card, BestDocuments& best) {
    double most = 0;
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) open->most = most += open->part->most;
    for (const std::uint32_t offset : candidates_) finish(block_.begin() + offset, by_card, best);
    open_.clear();
    candidates_.clear();
  }

  void finish(Xapian::docid document, bool by_card, BestDocuments& best) {
    double score = block_.score(offset_of(document));
    for (const Open& open : open_) {
      if (score < sure_ - open.most) return;
      score += block_.score_of(*open.part, document);
    }
    if (score >= least_) offer({document, score}, by_card, best);
  }

  /// Into candidates_: those of the documents in which the word stands so often; how often that is into
  /// candidate_wdf_.
  void find_holders(const Word& word, std::uint32_t least_wdf, const DocumentSet& documents) {
    if (word.terms.size() == 1) {
      for (const BlockPosting& posting : word.terms.front()->block(block_.begin())) {
        if (posting.wdf < least_wdf || !documents.contains(block_.begin() + posting.offset)) continue;
        candidates_.push_back(posting.offset);
        candidate_wdf_.push_back(posting.wdf);
      }
      return;
    }
    block_.with_wdfs(word, [&](const auto& wdfs, const auto& /*offsets*/) {
      documents.each_between(block_.begin(), block_.end(), [&](Xapian::docid document) {
        const std::uint32_t wdf = wdfs[offset_of(document)];
        if (wdf < least_wdf) return;
        candidates_.push_back(offset_of(document));
        candidate_wdf_.push_back(wdf);
      });
    });
  }

  /// How often the only word of the first part must stand in the shortest document for it to come in.
  [[nodiscard]] std::uint32_t least_wdf(const Part& part) const {
    const double share = (least_now(1) - part.fixed) / (part.factor * part.words.front().weight);
    if (!(share > 0)) return 1;
    if (share >= 1) return std::numeric_limits<std::uint32_t>::max();
    const double wdf = share * bm25_.norm(database_.get_doclength_lower_bound()) / (1 - share);
    return std::max(1U, static_cast<std::uint32_t>(std::min(wdf * (1 - rounding), 1e9)));
  }

  [[nodiscard]] std::uint32_t offset_of(Xapian::docid document) const { return document - block_.begin(); }

  /// What a document must have scored before `part` to come in yet.
  [[nodiscard]] double least_now(std::size_t part) const { return sure_ - scored_.rest(part).most; }

  void offer(const Scored& scored, bool by_card, BestDocuments& best) {
    best.offer(scored, by_card ? index_.cards().of(scored.document) : scored.document);
    least_ = best.least();
    sure_ = least_ - rounding * std::abs(least_);
  }

  const Index& index_;
  const Xapian::Database& database_;
  Bm25 bm25_;
  ScoredParts scored_;
  BlockScores block_{bm25_, index_};
  const std::vector<Part>& parts_ = scored_.parts();
  double least_ = -std::numeric_limits<double>::infinity();  ///< of the best so far, see BestDocuments
  double sure_ = least_;                                     ///< the same, less what rounding may do
  double share_ =
      static_cast<double>(block_documents) / std::max<double>(database_.get_lastdocid(), 1);  ///< of a block
  // Of the block at hand.
  std::vector<std::uint32_t> candidates_;     ///< offsets of documents that can come in, ascending
  std::vector<std::uint32_t> candidate_wdf_;  ///< see find_holders()
  struct Open {
    const Part* part;
    double most;  ///< what it and all after it can add
  };
  std::vector<Open> open_;  ///< parts to be looked up, in order
};

}  // namespace

double most_by_parts(const std::vector<ScorePart>& parts, const Bm25Settings& settings, const Index& index) {
  const Bm25 bm25(settings, index.database());
  return ScoredParts(parts, bm25, index).rest(0).most;
}

std::vector<Scored> best_by_score(const std::vector<ScorePart>& parts, const DocumentSet& documents, std::size_t wanted,
                                  bool by_card, const Bm25Settings& settings, const Index& index,
                                  const Deadline* deadline) {
  return Scorer(parts, settings, index).best(documents, wanted, by_card, deadline);
}

}  // namespace pykala::searcher
