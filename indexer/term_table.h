// SPDX-License-Identifier: GPL-2.0-or-later
// Term table: numbers for strings, from 0 in the order of their first coming; the strings lie behind one another in one
// buffer. Filled anew for every document or batch, it keeps its memory; a std::unordered_map makes and frees a node for
// each term.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::indexer {

class TermTable {
 public:
  /// clear() keeps the memory of so many slots, two for each term.
  explicit TermTable(std::size_t kept_slots = std::size_t{1} << 14);

  /// The number of a term, a new one for a new term. At most 4 GiB of strings.
  std::uint32_t number(std::string_view term) { return number(term, hash_of(term)); }
  /// The same of several terms, written to `out`. In a table of a batch, which no cache of the processor holds, they
  /// take half the time: what is looked at for each is fetched while the ones before it are.
  void numbers(std::span<const std::string_view> terms, std::span<std::uint32_t> out);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// Until the next number() of a new term.
  [[nodiscard]] std::string_view term(std::uint32_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
  }
  /// All numbers, in order of the bytes of their terms.
  [[nodiscard]] std::vector<std::uint32_t> in_order() const;
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  void clear();

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number_and_one = 0;   ///< 0: free
    std::uint32_t begin = 0, size = 0;  ///< of the term, in bytes_
  };
  static std::uint32_t hash_of(std::string_view term);
  std::uint32_t number(std::string_view term, std::uint32_t hash);
  void grow();

  std::size_t kept_slots_;
  std::vector<Slot> slots_;  ///< a power of two of them, no more than half in use
  std::vector<std::uint32_t> ends_;
  std::string bytes_;
};

}  // namespace pykala::indexer
