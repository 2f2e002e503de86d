// SPDX-License-Identifier: GPL-2.0-or-later
// Document set: docids as one bit each.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace pykala::searcher {

/// How many bits are set. By the processor's own instruction where it has one, which not every x86-64 does.
[[nodiscard]] std::size_t count_bits(std::span<const std::uint64_t> words);

class DocumentSet {
 public:
  explicit DocumentSet(Xapian::docid last) : words_(last / bits + 1) {}

  /// `document`: up to the last one.
  void add(Xapian::docid document) { words_[document / bits] |= std::uint64_t{1} << (document % bits); }
  void add_all(Xapian::docid last) {
    for (Xapian::docid document = 1; document <= last; ++document) add(document);
  }
  [[nodiscard]] bool contains(Xapian::docid document) const {
    return (words_[document / bits] >> (document % bits) & 1U) != 0;
  }
  void unite(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void intersect(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void subtract(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  [[nodiscard]] std::size_t size() const { return count_bits(words_); }
  /// Ascending.
  [[nodiscard]] std::vector<Xapian::docid> documents() const {
    std::vector<Xapian::docid> out;
    out.reserve(size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        out.push_back(static_cast<Xapian::docid>(i * bits + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
    return out;
  }

 private:
  static constexpr std::size_t bits = 64;
  std::vector<std::uint64_t> words_;
};

}  // namespace pykala::searcher
