// SPDX-License-Identifier: GPL-2.0-or-later
// Text terms: the terms of one decision's texts, each once, with its count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/word_stream.h"

namespace pykala::indexer {

struct TextTerms {
  struct Count {
    std::uint32_t end;  ///< of the term, in `bytes`; it begins where the one before ends
    std::uint32_t wdf;
  };
  std::string bytes;
  std::vector<Count> counts;
  std::uint32_t length = 0;  ///< sum of all wdf
  /// The words in order of position, as numbers of terms: what pairs of them are made of (pair_maker.h).
  std::vector<schema::PlacedWord> places;

  void add(std::string_view prefix, std::string_view term, std::uint32_t wdf) {
    bytes.append(prefix).append(term);
    counts.push_back({static_cast<std::uint32_t>(bytes.size()), wdf});
    length += wdf;
  }
  [[nodiscard]] std::string_view term(std::size_t n) const {
    const std::uint32_t begin = n == 0 ? 0 : counts[n - 1].end;
    return std::string_view(bytes).substr(begin, counts[n].end - begin);
  }
};

}  // namespace pykala::indexer
