// SPDX-License-Identifier: GPL-2.0-or-later
// Beginnings in; the table of entries by their place out.
#include "indexer/word_beginnings.h"

#include <algorithm>
#include <tuple>

namespace pykala::indexer {

WordBeginnings::WordBeginnings(const std::vector<std::string_view>& beginnings) {
  for (std::size_t i = 0; i < beginnings.size(); ++i) {
    if (beginnings[i].empty()) continue;
    entries_.push_back({std::string(beginnings[i]), i});
    has_single_bytes_ = has_single_bytes_ || beginnings[i].size() == 1;
  }
  const auto order = [](const Entry& entry) {
    return std::tuple(place_of(entry.text), entry.text.size(), entry.index);
  };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
  for (const Entry& entry : entries_) ++begin_[place_of(entry.text) + 1];
  for (std::size_t place = 1; place < begin_.size(); ++place) begin_[place] += begin_[place - 1];
}

}  // namespace pykala::indexer
