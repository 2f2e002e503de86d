// SPDX-License-Identifier: GPL-2.0-or-later
// Document set: docids as one bit each.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pykala::searcher {

/// How many bits are set. By the processor's own instruction where it has one, which not every x86-64 does.
[[nodiscard]] std::size_t count_bits(std::span<const std::uint64_t> words);

/// Sets that meet in an operation are of the same database.
class DocumentSet {
 public:
  /// `last`: the highest docid of the database.
  explicit DocumentSet(Xapian::docid last) : last_(last), words_(last / bits + 1) {}
  DocumentSet(Xapian::docid last, std::span<const Xapian::docid> documents) : DocumentSet(last) {
    for (const Xapian::docid document : documents) add(document);
  }

  /// The highest docid that may be in it.
  [[nodiscard]] Xapian::docid last() const { return last_; }

  /// `document`: up to the last one.
  void add(Xapian::docid document) { words_[document / bits] |= std::uint64_t{1} << (document % bits); }
  /// From the first docid to the last one.
  void add_all();
  /// Adds those of the documents for which `matches`(docid) is true.
  template <class Matches>
  void add_where(const Matches& matches);

  /// Of a docid past the last one too.
  [[nodiscard]] bool contains(Xapian::docid document) const {
    return document <= last_ && (words_[document / bits] >> (document % bits) & 1U) != 0;
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

  /// Calls `take` with each docid, ascending.
  template <class Take>
  void each(const Take& take) const {
    each_word(0, words_.size(), take);
  }
  /// Those of [begin, end), which are multiples of 64.
  template <class Take>
  void each_between(std::size_t begin, std::size_t end, const Take& take) const {
    each_word(begin / bits, std::min(end / bits, words_.size()), take);
  }
  [[nodiscard]] bool has_between(std::size_t begin, std::size_t end) const {
    const auto first = words_.begin() + static_cast<std::ptrdiff_t>(begin / bits);
    const auto past = words_.begin() + static_cast<std::ptrdiff_t>(std::min(end / bits, words_.size()));
    return std::any_of(first, past, [](std::uint64_t word) { return word != 0; });
  }
  /// The same as bits, 64 documents a number, the first in the lowest bit; fewer past the last document.
  [[nodiscard]] std::span<const std::uint64_t> words_between(std::size_t begin, std::size_t end) const {
    const std::size_t past = std::min(end / bits, words_.size());
    return std::span(words_).subspan(std::min(begin / bits, past), past - std::min(begin / bits, past));
  }
  /// Ascending.
  [[nodiscard]] std::vector<Xapian::docid> documents() const {
    std::vector<Xapian::docid> out;
    out.reserve(size());
    each([&out](Xapian::docid document) { out.push_back(document); });
    return out;
  }

 private:
  static constexpr std::size_t bits = 64;

  template <class Take>
  void each_word(std::size_t begin, std::size_t end, const Take& take) const {
    for (std::size_t i = begin; i < end; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        take(static_cast<Xapian::docid>(i * bits + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  friend class AscendingAdder;

  Xapian::docid last_;
  std::vector<std::uint64_t> words_;
};

/// Adds documents that mostly come in ascending order: 64 of them are put together before they go to memory. They are
/// in the set when it is gone.
class AscendingAdder {
 public:
  explicit AscendingAdder(DocumentSet& set) : words_(set.words_) {}
  AscendingAdder(const AscendingAdder&) = delete;
  AscendingAdder& operator=(const AscendingAdder&) = delete;
  ~AscendingAdder() { words_[at_] |= word_; }

  void add(Xapian::docid document) {
    const std::size_t at = document / DocumentSet::bits;
    if (at != at_) {
      words_[at_] |= word_;
      at_ = at;
      word_ = 0;
    }
    word_ |= std::uint64_t{1} << (document % DocumentSet::bits);
  }

 private:
  std::vector<std::uint64_t>& words_;
  std::size_t at_ = 0;
  std::uint64_t word_ = 0;
};

template <class Matches>
void DocumentSet::add_where(const Matches& matches) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::size_t begin = i * bits, end = std::min<std::size_t>(begin + bits, std::size_t{last_} + 1);
    std::uint64_t word = 0;
    for (std::size_t document = std::max<std::size_t>(begin, 1); document < end; ++document) {
      word |= static_cast<std::uint64_t>(matches(static_cast<Xapian::docid>(document))) << (document - begin);
    }
    words_[i] |= word;
  }
}

}  // namespace pykala::searcher
