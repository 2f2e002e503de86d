// SPDX-License-Identifier: GPL-2.0-or-later
// Whole words at a time. Private: the counting of bits, once for each kind of processor.
#include "searcher/document_set.h"

namespace pykala::searcher {
namespace {

std::size_t sum_of_bits(std::span<const std::uint64_t> words) {
  std::size_t sum = 0;
  for (const std::uint64_t word : words) sum += static_cast<std::size_t>(std::popcount(word));
  return sum;
}

#ifdef __x86_64__
[[gnu::target("popcnt")]] std::size_t sum_by_instruction(std::span<const std::uint64_t> words) {
  std::size_t sum = 0;
  for (const std::uint64_t word : words) sum += static_cast<std::size_t>(__builtin_popcountll(word));
  return sum;
}
#endif

}  // namespace

std::size_t count_bits(std::span<const std::uint64_t> words) {
#ifdef __x86_64__
  static const bool has_instruction = __builtin_cpu_supports("popcnt") != 0;
  if (has_instruction) return sum_by_instruction(words);
#endif
  return sum_of_bits(words);
}

void DocumentSet::add_all() {
  std::fill(words_.begin(), words_.end(), ~std::uint64_t{0});
  words_.front() &= ~std::uint64_t{1};  // there is no document 0
  words_.back() &= ~std::uint64_t{0} >> (bits - 1 - last_ % bits);
}

}  // namespace pykala::searcher
