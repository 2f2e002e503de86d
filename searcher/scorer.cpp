// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a score in, the best documents out. Private: the blocks, and what is still open in one.
#include "searcher/scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "searcher/block_postings.h"
#include "searcher/block_scores.h"
#include "searcher/holder_marks.h"
#include "searcher/scored_parts.h"

namespace pykala::searcher {
namespace {

using Word = ScoredParts::Word;
using Part = ScoredParts::Part;

class Scorer {
 public:
  Scorer(const std::vector<ScorePart>& parts, std::span<const Pool> pools, bool by_card, const Bm25Settings& settings,
         const Index& index)
      : index_(index),
        by_card_(by_card),
        bm25_(settings, index.database()),
        scored_(parts, bm25_, index),
        pools_(pools) {}

  PoolsBest run(const Deadline* deadline) {
    const std::size_t blocks = index_.database().get_lastdocid() / block_documents + 1;
    for (std::size_t n = 0; n < blocks; ++n) {
      if (deadline != nullptr) deadline->check();
      block_.move_to(static_cast<Xapian::docid>(n * block_documents));
      const auto is_in_block = [this](const OpenPool& pool) { return pool.has_between(block_.begin(), block_.end()); };
      if (std::none_of(pools_.begin(), pools_.end(), is_in_block)) continue;
      if (pools_.is_one() && needs_first_part(pools_.front())) {
        score_holders(pools_.front());
      } else {
        score_block();
      }
    }
    PoolsBest out{{}, scored_.rest(0).most};
    for (const OpenPool& pool : pools_) out.best.push_back(pool.in_order());
    return out;
  }

 private:
  /// No document comes in without the first part.
  [[nodiscard]] bool needs_first_part(const OpenPool& pool) const {
    return !parts_.empty() && pool.least() > scored_.rest(1).most;
  }

  /// How many of the first parts a document must have one of to come in; all of them may still mean any document.
  [[nodiscard]] std::size_t essential_parts(const OpenPool& pool) const {
    std::size_t parts = 0;
    while (parts < parts_.size() && pool.least() <= scored_.rest(parts).most) ++parts;
    return parts;
  }

  void score_block() {
    const std::size_t essential = start_candidates();
    std::size_t part = 0;
    for (; part < parts_.size(); ++part) {
      const ScoredParts::Rest& rest = scored_.rest(part);
      if (part >= essential) drop_below(rest.most);
      if (static_cast<double>(candidates_.size()) * rest.lists * cost_of_look_up < rest.postings * share_) break;
      block_.add(parts_[part]);
    }
    for (; part < parts_.size(); ++part) open_.push_back({&parts_[part], 0});
    finish_candidates();
  }

  /// Candidates that cannot come in with so much to come.
  void drop_below(double to_come) {
    if (pools_.is_one()) {
      const double least = pools_.front().least() - to_come;
      std::erase_if(candidates_, [&](auto offset) { return block_.score(offset) < least; });
    } else {
      std::erase_if(candidates_, [&](auto offset) { return block_.score(offset) < needed_[offset] - to_come; });
    }
  }

  /// The documents of the pools that can come in. Returns how many parts are essential to all pools.
  std::size_t start_candidates() {
    if (pools_.is_one() && !is_by_holders(pools_.front())) {
      const OpenPool& pool = pools_.front();
      pool.documents().each_between(block_.begin(), block_.end(), [&](Xapian::docid document) { start(document); });
      return essential_parts(pool);
    }
    std::size_t essential = 0;
    for (const OpenPool& pool : pools_) {
      if (!pool.has_between(block_.begin(), block_.end())) continue;
      take_candidates(pool);
      essential = std::max(essential, essential_parts(pool));
    }
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      for (std::uint64_t word = std::exchange(taken_[i], 0); word != 0; word &= word - 1) {
        start(block_.begin() + static_cast<Xapian::docid>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
    return essential;
  }

  void start(Xapian::docid document) {
    candidates_.push_back(offset_of(document));
    block_.start(candidates_.back());
    if (!pools_.is_one()) needed_[candidates_.back()] = pools_.needed(document);
  }

  /// Looking for documents with an essential part is less work than looking at all of the pool.
  [[nodiscard]] bool is_by_holders(const OpenPool& pool) const {
    const std::size_t essential = essential_parts(pool);
    const double postings = scored_.rest(0).postings - scored_.rest(essential).postings;
    return (essential < parts_.size() || pool.is_only_scoring()) && postings < static_cast<double>(pool.size());
  }

  /// Into taken_.
  void take_candidates(const OpenPool& pool) {
    const auto documents = pool.documents().words_between(block_.begin(), block_.end());
    if (!is_by_holders(pool)) {
      for (std::size_t i = 0; i < documents.size(); ++i) taken_[i] |= documents[i];
      return;
    }
    const auto holders = marks_.of(parts_, essential_parts(pool), block_.begin());
    for (std::size_t i = 0; i < documents.size(); ++i) taken_[i] |= documents[i] & holders[i];
  }

  /// Once no document can come in without the first part: scores those that have it, and often enough. Parts with few
  /// postings in the block are added up first, so that the bound of what is to be looked up is low.
  void score_holders(const OpenPool& pool) {
    const Part& part = parts_.front();
    find_holders(part.words.front(), part.words.size() == 1 ? least_wdf(part, pool) : 1, pool.documents());
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
    finish_candidates();
  }

  /// Looks up the open parts of the candidates, of each as long as it can come in.
  void finish_candidates() {
    double most = 0;
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) open->most = most += open->part->most;
    for (const std::uint32_t offset : candidates_) finish(block_.begin() + offset);
    open_.clear();
    candidates_.clear();
    candidate_wdf_.clear();
  }

  void finish(Xapian::docid document) {
    const double least = pools_.needed(document);
    double score = block_.score(offset_of(document));
    for (const Open& open : open_) {
      if (score < least - open.most) return;
      score += block_.score_of(*open.part, document);
    }
    if (score >= least) pools_.offer({document, score}, by_card_ ? index_.cards().of(document) : document);
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
    block_.with_wdfs(word, [&](const auto& wdfs) {
      documents.each_between(block_.begin(), block_.end(), [&](Xapian::docid document) {
        const std::uint32_t wdf = wdfs[offset_of(document)];
        if (wdf < least_wdf) return;
        candidates_.push_back(offset_of(document));
        candidate_wdf_.push_back(wdf);
      });
    });
  }

  /// How often the only word of the first part must stand in the shortest document for it to come in.
  [[nodiscard]] std::uint32_t least_wdf(const Part& part, const OpenPool& pool) const {
    const double share = (pool.least() - scored_.rest(1).most - part.fixed) / (part.factor * part.words.front().weight);
    if (!(share > 0)) return 1;
    if (share >= 1) return UINT32_MAX;
    const double wdf = share * bm25_.norm(index_.database().get_doclength_lower_bound()) / (1 - share);
    return std::max(1U, static_cast<std::uint32_t>(std::min(wdf * (1 - rounding), 1e9)));
  }

  [[nodiscard]] std::uint32_t offset_of(Xapian::docid document) const { return document - block_.begin(); }

  const Index& index_;
  bool by_card_;
  Bm25 bm25_;
  ScoredParts scored_;
  BlockScores block_{bm25_, index_};
  const std::vector<Part>& parts_ = scored_.parts();
  OpenPools pools_;
  double share_ = static_cast<double>(block_documents) /
                  std::max<double>(index_.database().get_lastdocid(), 1);  ///< of a block in the archive
  // Of the block at hand.
  std::vector<std::uint32_t> candidates_;         ///< offsets of documents that can come in, ascending
  std::vector<std::uint32_t> candidate_wdf_;      ///< see find_holders()
  std::array<double, block_documents> needed_{};  ///< by offset, see OpenPools; of one pool it is the same for all
  struct Open {
    const Part* part;
    double most;  ///< what it and all after it can add
  };
  std::vector<Open> open_;                                   ///< parts to be looked up, in order
  std::array<std::uint64_t, block_documents / 64> taken_{};  ///< a bit for each candidate
  HolderMarks marks_;
};

}  // namespace

std::vector<Scored> best_by_score(const std::vector<ScorePart>& parts, const DocumentSet& documents, std::size_t wanted,
                                  bool by_card, const Bm25Settings& settings, const Index& index,
                                  const Deadline* deadline) {
  if (wanted == 0 || documents.size() == 0) return {};  // no list need be opened
  const Pool pool{&documents, wanted};
  return std::move(Scorer(parts, {&pool, 1}, by_card, settings, index).run(deadline).best.front());
}

PoolsBest best_of_pools(const std::vector<ScorePart>& parts, std::span<const Pool> pools, const Bm25Settings& settings,
                        const Index& index) {
  return Scorer(parts, pools, false, settings, index).run(nullptr);
}

}  // namespace pykala::searcher
