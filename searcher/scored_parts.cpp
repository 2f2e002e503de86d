// SPDX-License-Identifier: GPL-2.0-or-later
// Terms -> posting lists. Private: what a part costs and adds at most.
#include "searcher/scored_parts.h"

#include <algorithm>
#include <utility>

namespace pykala::searcher {
namespace {

ScoredParts::Rest cost_and_most(const ScoredParts::Part& part) {
  ScoredParts::Rest rest{part.most, part.without != nullptr ? 1.0 : 0.0, 0};
  for (const ScoredParts::Word& word : part.words) {
    rest.lists += static_cast<double>(word.terms.size());
    rest.postings += word.postings;
  }
  return rest;
}

}  // namespace

ScoredParts::ScoredParts(const std::vector<ScorePart>& parts, const Bm25& bm25, const Index& index)
    : index_(index), bm25_(bm25) {
  for (const ScorePart& part : parts) add_part(part);
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.most > b.most; });
  rest_.resize(parts_.size() + 1);
  for (std::size_t p = parts_.size(); p-- > 0;) rest_[p] = rest_[p + 1] + cost_and_most(parts_[p]);
}

BlockPostings* ScoredParts::postings_of(const std::string& term) {
  auto& list = lists_[term];
  if (!list) list = std::make_unique<BlockPostings>(index_.text(), index_.text().find(term));
  return list.get();
}

void ScoredParts::add_part(const ScorePart& told) {
  Part part;
  part.factor = told.factor;
  part.fixed = part.most = told.fixed;
  for (const ScoredWord& terms : told.words) {
    const bool summed = told.sums && told.sums->is_known();
    part.words.push_back(word_of(terms, summed ? told.sums.get() : nullptr));
    if (part.words.back().postings == 0) return;  // no document has them all
    part.most += part.factor * part.words.back().most;
    part.postings += part.words.back().postings;
  }
  if (!told.without.empty() && index_.text().has(told.without)) part.without = postings_of(told.without);
  std::stable_sort(part.words.begin(), part.words.end(),
                   [](const Word& a, const Word& b) { return a.postings < b.postings; });
  parts_.push_back(std::move(part));
}

ScoredParts::Word ScoredParts::word_of(const ScoredWord& terms, const WordSums* sums) {
  Word word;
  word.sums = sums;
  double most_wdf = 0;
  std::vector<Xapian::doccount> frequencies;
  for (const std::string& term : terms) {
    const auto found = index_.text().find(term);
    if (!found) continue;
    if (sums == nullptr) word.terms.push_back(postings_of(term));
    frequencies.push_back(found->frequency);
    word.postings += frequencies.back();
    most_wdf += found->most_wdf;
  }
  if (frequencies.empty()) return word;
  word.weight = bm25_.weight(bm25_.frequency_of_any(std::move(frequencies)));
  word.most = bm25_.most(word.weight, most_wdf, index_.database().get_doclength_lower_bound());
  return word;
}

}  // namespace pykala::searcher
