// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, the first of them out. Private: keys that put the unknown last in either order.
#include "searcher/number_order.h"

#include <algorithm>
#include <functional>
#include <vector>

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
  [[nodiscard]] double least_of_first(const DocumentSet& documents, std::size_t wanted) const {
    const std::size_t room = std::max<std::size_t>(2 * wanted, least_room);
    std::vector<double> best;  // all that may be of the first
    best.reserve(room);
    const auto keep_first = [&] {
      const auto last = best.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
      std::nth_element(best.begin(), last, best.end(), std::greater<>());
      best.resize(wanted);
      return best.back();
    };
    double least = NumberColumn::unknown;
    documents.each([&](Xapian::docid document) {
      const double key = of(document);
      if (key < least) return;
      best.push_back(key);
      if (best.size() == room) least = keep_first();
    });
    return keep_first();
  }

 private:
  static constexpr std::size_t least_room = 4096;  ///< keys that are sorted out at once

  const NumberColumn& numbers_;
  bool smallest_first_;
};

}  // namespace

DocumentSet first_by_number(const DocumentSet& documents, const Index& index, Sort sort, std::size_t wanted) {
  const Keys keys(index, sort);
  const double least = keys.least_of_first(documents, wanted);
  DocumentSet first(documents.last());
  documents.each([&](Xapian::docid document) {
    if (keys.of(document) >= least) first.add(document);
  });
  return first;
}

std::vector<Scored> page_by_number(const std::vector<ScorePart>& parts, const DocumentSet& documents, Sort sort,
                                   std::size_t wanted, const Index& index, const Deadline* deadline) {
  wanted = std::min(wanted, documents.size());
  if (wanted == 0) return {};
  const Keys keys(index, sort);
  const double least = keys.least_of_first(documents, wanted);
  DocumentSet sure(documents.last()), equal(documents.last());
  documents.each([&](Xapian::docid document) {
    const double key = keys.of(document);
    if (key > least) sure.add(document);
    if (key == least) equal.add(document);
  });
  const std::size_t before = sure.size();
  std::vector<Scored> page = best_by_score(parts, sure, before, false, ranking_bm25, index, deadline);
  const auto rest = best_by_score(parts, equal, wanted - before, false, ranking_bm25, index, deadline);
  // Within each the better come before: equal numbers keep that.
  std::stable_sort(page.begin(), page.end(),
                   [&](const Scored& a, const Scored& b) { return keys.of(a.document) > keys.of(b.document); });
  page.insert(page.end(), rest.begin(), rest.end());
  return page;
}

}  // namespace pykala::searcher
