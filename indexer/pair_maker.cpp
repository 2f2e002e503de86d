// SPDX-License-Identifier: GPL-2.0-or-later
// Places in, pairs out. Private: the table that tells which pairs a document has had.
#include "indexer/pair_maker.h"

#include <algorithm>
#include <utility>

#include "indexer/keys.h"

namespace pykala::indexer {
namespace {

using schema::is_prefixed;
using schema::PlacedWord;

constexpr std::uint32_t not_common = ~std::uint32_t{0};

/// Behind the words at the place of the one at `at`.
std::size_t end_of_place(std::span<const PlacedWord> places, std::size_t at) {
  const std::uint32_t position = places[at].position;
  while (at < places.size() && places[at].position == position) ++at;
  return at;
}

}  // namespace

void PairMaker::each_pair(const std::vector<std::uint32_t>& common, std::size_t terms,
                          const std::function<std::uint32_t(std::uint32_t, std::uint32_t)>& number_of,
                          const std::function<void(std::uint32_t, std::uint32_t)>& take) const {
  std::vector<std::uint32_t> number(terms, not_common);  // among the common words, by term
  for (std::uint32_t n = 0; n < common.size(); ++n) number[common[n]] = n;
  struct Pair {
    std::uint32_t number = 0;
    std::uint32_t last = 0;  // document that had it; no docid is 0
  };
  std::vector<Pair> pairs(common.size() * common.size());
  const auto meet = [&](const PlacedWord& first, const PlacedWord& second, std::uint32_t document) {
    if (number[first.word] == not_common || number[second.word] == not_common) return;
    Pair& pair = pairs[number[first.word] * common.size() + number[second.word]];
    if (pair.last == document) return;
    if (pair.last == 0) pair.number = number_of(first.word, second.word);
    pair.last = document;
    take(pair.number, document);
  };
  std::size_t begin = 0;
  for (const Document& document : documents_) {
    const std::span<const PlacedWord> places(places_.data() + begin, document.end - begin);
    begin = document.end;
    for (std::size_t at = 0; at < places.size();) {
      const std::size_t next = end_of_place(places, at);
      const bool follows = next < places.size() && places[next].position == places[at].position + 1;
      const std::size_t end = follows ? end_of_place(places, next) : next;
      for (std::size_t one = at; one < next; ++one) {
        for (std::size_t other = next; other < end; ++other) meet(places[one], places[other], document.id);
      }
      at = next;
    }
  }
}

void PairMaker::clear() {
  documents_.clear();
  places_.clear();
}

void CommonWords::add(std::string_view term, std::uint32_t frequency) {
  if (frequency < pair_settings.least_share * documents_ || term.size() > pair_settings.most_word_bytes) return;
  if (!is_prefixed(term)) found_.emplace_back(frequency, term);
}

std::vector<std::string> CommonWords::words() && {
  std::sort(found_.begin(), found_.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (found_.size() > pair_settings.most_words) found_.resize(pair_settings.most_words);
  std::vector<std::string> words;
  words.reserve(found_.size());
  for (auto& [frequency, word] : found_) words.push_back(std::move(word));
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace pykala::indexer
