// SPDX-License-Identifier: GPL-2.0-or-later
// Word pairs: two words of which each stands in very many documents are a term of their own where one follows the
// other, so that a phrase of such words need not be looked for in all the documents that have both (H. Williams,
// J. Zobel, D. Bahle: Fast phrase querying with combined indexes, 2004: a partial nextword index).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::schema {

/// The term of documents in which `second` stands at the place after `first`.
[[nodiscard]] std::string pair_term(std::string_view first, std::string_view second);

/// Documents whose pairs are of the same words: docids above those of the run before, up to `last`.
struct PairRun {
  std::uint32_t last = 0;
  std::vector<std::string> words;  ///< in order of bytes; every pair of two of them is a term

  [[nodiscard]] bool has(std::string_view word) const;
  bool operator==(const PairRun&) const = default;
};

/// The runs of an index as metadata, and back; documents above the last run have no pairs. Throws Error{bad_data}.
[[nodiscard]] std::string to_bytes(const std::vector<PairRun>& runs);
[[nodiscard]] std::vector<PairRun> pair_runs_from(std::string_view bytes);

}  // namespace pykala::schema
