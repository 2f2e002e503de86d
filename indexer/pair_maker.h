// SPDX-License-Identifier: GPL-2.0-or-later
// Pair maker: keeps the words of a batch of documents in their order, and finds the pairs of common words in them once
// it is known which are common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/word_pairs.h"
#include "indexer/word_stream.h"

namespace pykala::indexer {

/// Which words' pairs become terms.
struct PairSettings {
  std::size_t least_documents = 500;  ///< that tell which words are common
  double least_share = 1.0 / 16;      ///< of its documents that have such a word
  std::size_t most_words = 1024;      ///< the most frequent ones; the square of it is kept in memory for a batch
  std::size_t most_word_bytes = 60;   ///< two of them are a key of Xapian's
  std::size_t most_runs = 32;         ///< each is a part of every phrase search
};
inline constexpr PairSettings pair_settings;

class PairMaker {
 public:
  /// `places`: in order of position; `number_of`(word) is the word's number in the table of terms.
  template <class NumberOf>
  void add(std::uint32_t document, std::span<const schema::PlacedWord> places, const NumberOf& number_of) {
    for (const schema::PlacedWord& placed : places) places_.push_back({placed.position, number_of(placed.word)});
    documents_.push_back({document, places_.size()});
  }

  /// Calls `take`(number, document) once for each pair of `common` words of each document; `common` are numbers of
  /// terms, of which there are `terms`. `number_of`(first, second) is asked once for each pair.
  void each_pair(const std::vector<std::uint32_t>& common, std::size_t terms,
                 const std::function<std::uint32_t(std::uint32_t first, std::uint32_t second)>& number_of,
                 const std::function<void(std::uint32_t number, std::uint32_t document)>& take) const;

  void clear();

 private:
  struct Document {
    std::uint32_t id;
    std::size_t end;  ///< of its places
  };
  std::vector<Document> documents_;
  std::vector<schema::PlacedWord> places_;  ///< by number in the table of terms
};

/// Finds the words of which the pairs become terms: add() takes every term of some documents, in any order.
class CommonWords {
 public:
  /// `documents`: of how many the frequencies are told.
  explicit CommonWords(std::uint32_t documents) : documents_(documents) {}
  void add(std::string_view term, std::uint32_t frequency);
  /// In order of bytes.
  [[nodiscard]] std::vector<std::string> words() &&;

 private:
  std::uint32_t documents_;
  std::vector<std::pair<std::uint32_t, std::string>> found_;  ///< frequency, word
};

}  // namespace pykala::indexer
