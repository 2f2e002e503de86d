// SPDX-License-Identifier: GPL-2.0-or-later
// Hits in order of score in, the page in order of score and closeness out.
#include "searcher/closeness_order.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <span>

#include "searcher/limits.h"
#include "searcher/ranking.h"

namespace pykala::searcher {
namespace {

/// Raises the scores of the first hits by the closeness of their words. They come in order of score: one that even the
/// greatest raise does not bring among the first `wanted` ends the walk, as no later one can do better.
void raise_close(const Index& index, const BuiltQuery& built, std::size_t wanted, StoredHits& stored,
                 std::span<Scored> window) {
  Closeness closeness(built.words, index);
  std::priority_queue<double, std::vector<double>, std::greater<>> best;  // the `wanted` highest so far, least on top
  for (Scored& hit : window) {
    const double own = hit.score >= built.step ? hit.score - built.step : hit.score;
    if (best.size() >= wanted && (best.empty() || hit.score + own * proximity_scale <= best.top())) return;
    hit.score += own * proximity_scale * closeness.of(hit.document, stored.of(hit.document));
    best.push(hit.score);
    if (best.size() > wanted) best.pop();
  }
}

}  // namespace

std::vector<Scored> by_closeness(const Index& index, std::vector<Scored> page, const BuiltQuery& built,
                                 std::size_t offset, std::size_t limit, StoredHits& stored) {
  const std::span window(page.data(), std::min(page.size(), proximity_window));
  raise_close(index, built, offset + limit, stored, window);
  std::stable_sort(window.begin(), window.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
  const std::size_t begin = std::min(offset, page.size());
  const std::size_t end = std::min(begin + limit, page.size());
  return {page.begin() + static_cast<std::ptrdiff_t>(begin), page.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace pykala::searcher
