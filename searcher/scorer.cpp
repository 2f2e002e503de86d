// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a score in, the best documents out. Private: the blocks, and what is still open in one.
#include "searcher/scorer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <span>

#include "searcher/block_postings.h"

namespace pykala::searcher {
namespace {

/// Looking up one document in one list costs about as much as reading this many postings of it.
constexpr double cost_of_look_up = 6;
/// Sums of the same summands differ in their last digits by their order.
constexpr double rounding = 1e-9;

struct Word {
  std::vector<BlockPostings*> terms;
  double weight = 0;    ///< of its rarity
  double most = 0;      ///< no document scores more by it
  double postings = 0;  ///< of all its terms
};

struct Part {
  std::vector<Word> words;  ///< the rarest first
  double factor = 1;
  double fixed = 0;
  BlockPostings* without = nullptr;
  double most = 0;
};

class Scorer {
 public:
  Scorer(const std::vector<ScorePart>& parts, const Bm25Settings& settings, const Index& index)
      : index_(index), database_(index.database()), bm25_(settings, index.database()) {
    for (const ScorePart& part : parts) add_part(part);
    std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.most > b.most; });
    rest_.resize(parts_.size() + 1);
    for (std::size_t p = parts_.size(); p-- > 0;) rest_[p] = rest_[p + 1] + cost_and_most(parts_[p]);
    for (auto* array : {&score_, &norm_, &sum_}) array->resize(block_documents);
    for (auto* array : {&wdf_, &count_}) array->resize(block_documents);
  }

  [[nodiscard]] double most() const { return rest_.front().most; }

  std::vector<Scored> best(const std::vector<Xapian::docid>& documents, std::size_t wanted, bool by_card,
                           const Deadline* deadline) {
    BestDocuments best(wanted);
    for (auto it = documents.begin(); it != documents.end() && wanted > 0;) {
      if (deadline != nullptr) deadline->check();
      begin_ = (*it - 1) / block_documents * block_documents + 1;  // documents are numbered from 1
      const auto end = std::lower_bound(it, documents.end(), begin_ + block_documents);
      score_block(std::span(it, end), by_card, best);
      it = end;
    }
    return best.in_order();
  }

 private:
  /// What is still to be done: the most it can add to a score, its lists, and the postings in them.
  struct Rest {
    double most = 0, lists = 0, postings = 0;
    Rest operator+(const Rest& other) const {
      return {most + other.most, lists + other.lists, postings + other.postings};
    }
  };

  static Rest cost_and_most(const Part& part) {
    Rest rest{part.most, part.without != nullptr ? 1.0 : 0.0, 0};
    for (const Word& word : part.words) {
      rest.lists += static_cast<double>(word.terms.size());
      rest.postings += word.postings;
    }
    return rest;
  }

  BlockPostings* postings_of(const std::string& term) {
    auto& list = lists_[term];
    if (!list) list = std::make_unique<BlockPostings>(index_.text(), index_.text().find(term));
    return list.get();
  }

  void add_part(const ScorePart& told) {
    Part part;
    part.factor = told.factor;
    part.fixed = part.most = told.fixed;
    for (const ScoredWord& terms : told.words) {
      part.words.push_back(word_of(terms));
      if (part.words.back().terms.empty()) return;  // no document has them all
      part.most += part.factor * part.words.back().most;
    }
    if (!told.without.empty() && index_.text().has(told.without)) part.without = postings_of(told.without);
    std::stable_sort(part.words.begin(), part.words.end(),
                     [](const Word& a, const Word& b) { return a.postings < b.postings; });
    parts_.push_back(std::move(part));
  }

  Word word_of(const ScoredWord& terms) {
    Word word;
    double most_wdf = 0;
    std::vector<Xapian::doccount> frequencies;
    for (const std::string& term : terms) {
      const auto found = index_.text().find(term);
      if (!found) continue;
      word.terms.push_back(postings_of(term));
      frequencies.push_back(word.terms.back()->frequency());
      word.postings += frequencies.back();
      most_wdf += found->most_wdf;
    }
    if (word.terms.empty()) return word;
    word.weight = bm25_.weight(bm25_.frequency_of_any(std::move(frequencies)));
    word.most = bm25_.most(word.weight, most_wdf, database_.get_doclength_lower_bound());
    return word;
  }

  void score_block(std::span<const Xapian::docid> documents, bool by_card, BestDocuments& best) {
    for (const Xapian::docid document : documents) {
      score_[document - begin_] = 0;
      norm_[document - begin_] = bm25_.norm(index_.lengths().of(document));
    }
    const double share = static_cast<double>(block_documents) / std::max<double>(database_.get_lastdocid(), 1);
    std::size_t part = 0;
    for (; part < parts_.size(); ++part) {
      const double least = least_now(best, part);
      const auto open = std::count_if(documents.begin(), documents.end(),
                                      [&](Xapian::docid document) { return score_[document - begin_] >= least; });
      const Rest& rest = rest_[part];
      if (static_cast<double>(open) * rest.lists * cost_of_look_up < rest.postings * share) break;
      add(parts_[part]);
    }
    for (const Xapian::docid document : documents) finish(document, part, by_card, best);
  }

  /// What a document must have scored before `part` to come in yet.
  [[nodiscard]] double least_now(const BestDocuments& best, std::size_t part) const {
    const double least = best.least();
    return least - rounding * std::abs(least) - rest_[part].most;
  }

  /// Looks up what is missing of the score of one document, as long as it can come in.
  void finish(Xapian::docid document, std::size_t part, bool by_card, BestDocuments& best) {
    double score = score_[document - begin_];
    for (; part < parts_.size(); ++part) {
      if (score < least_now(best, part)) return;
      score += score_of(parts_[part], document);
    }
    if (score < best.least()) return;
    best.offer({document, score}, by_card ? index_.cards().of(document) : document);
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
    for (BlockPostings* term : word.terms) {
      for (const BlockPosting& posting : term->block(begin_)) {
        if (wdf_[posting.offset] == 0) with_word_.push_back(posting.offset);
        wdf_[posting.offset] += posting.wdf;
      }
    }
    for (const std::uint32_t offset : with_word_) {
      take(offset, score_of(word, wdf_[offset], offset));
      wdf_[offset] = 0;
    }
    with_word_.clear();
  }

  const Index& index_;
  const Xapian::Database& database_;
  Bm25 bm25_;
  std::map<std::string, std::unique_ptr<BlockPostings>> lists_;
  std::vector<Part> parts_;  ///< those that can give most first
  std::vector<Rest> rest_;   ///< from a part on
  // Of the block at hand, by offset; those of documents that are not asked for mean nothing.
  Xapian::docid begin_ = 1;
  std::vector<double> score_, norm_, sum_;
  std::vector<std::uint32_t> wdf_, count_;
  std::vector<std::uint32_t> met_, with_word_;
};

}  // namespace

double most_by_parts(const std::vector<ScorePart>& parts, const Bm25Settings& settings, const Index& index) {
  return Scorer(parts, settings, index).most();
}

std::vector<Scored> best_by_score(const std::vector<ScorePart>& parts, const std::vector<Xapian::docid>& documents,
                                  std::size_t wanted, bool by_card, const Bm25Settings& settings, const Index& index,
                                  const Deadline* deadline) {
  return Scorer(parts, settings, index).best(documents, wanted, by_card, deadline);
}

}  // namespace pykala::searcher
