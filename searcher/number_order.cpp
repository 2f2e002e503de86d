// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, the first of them out. Private: keys that put the unknown last in either order.
#include "searcher/number_order.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "searcher/ranking.h"
#include "searcher/scorer.h"

namespace pykala::searcher {
namespace {

class Keys {
 public:
  Keys(const Index& index, Sort sort)
      : numbers_(index.numbers(sort == Sort::amount ? schema::Slot::amount : schema::Slot::date)),
        smallest_first_(sort == Sort::oldest) {}

  /// The largest comes first.
  [[nodiscard]] double of(Xapian::docid document) const {
    const double number = numbers_.of(document);
    return smallest_first_ && number != NumberColumn::unknown ? -number : number;
  }

  /// That of the last of the first `wanted`, which are no more than there are.
  [[nodiscard]] double least_of_first(const std::vector<Xapian::docid>& documents, std::size_t wanted) const {
    std::vector<double> keys;
    keys.reserve(documents.size());
    for (const Xapian::docid document : documents) keys.push_back(of(document));
    const auto last = keys.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::nth_element(keys.begin(), last, keys.end(), std::greater<>());
    return *last;
  }

 private:
  const NumberColumn& numbers_;
  bool smallest_first_;
};

}  // namespace

std::vector<Xapian::docid> first_by_number(const std::vector<Xapian::docid>& documents, const Index& index, Sort sort,
                                           std::size_t wanted) {
  const Keys keys(index, sort);
  const double least = keys.least_of_first(documents, wanted);
  std::vector<Xapian::docid> first;
  std::copy_if(documents.begin(), documents.end(), std::back_inserter(first),
               [&](Xapian::docid document) { return keys.of(document) >= least; });
  return first;
}

std::vector<Scored> page_by_number(const std::vector<ScorePart>& parts, const std::vector<Xapian::docid>& documents,
                                   Sort sort, std::size_t wanted, const Index& index, const Deadline* deadline) {
  wanted = std::min(wanted, documents.size());
  if (wanted == 0) return {};
  const Keys keys(index, sort);
  const double least = keys.least_of_first(documents, wanted);
  std::vector<Xapian::docid> sure, equal;
  for (const Xapian::docid document : documents) {
    const double key = keys.of(document);
    if (key > least) sure.push_back(document);
    if (key == least) equal.push_back(document);
  }
  std::vector<Scored> page = best_by_score(parts, sure, sure.size(), false, ranking_bm25, index, deadline);
  const auto rest = best_by_score(parts, equal, wanted - sure.size(), false, ranking_bm25, index, deadline);
  // Within each the better come before: equal numbers keep that.
  std::stable_sort(page.begin(), page.end(),
                   [&](const Scored& a, const Scored& b) { return keys.of(a.document) > keys.of(b.document); });
  page.insert(page.end(), rest.begin(), rest.end());
  return page;
}

}  // namespace pykala::searcher
