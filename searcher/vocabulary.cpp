// SPDX-License-Identifier: GPL-2.0-or-later
// One walk over the terms of an index; words lie behind one another in one string.
#include "searcher/vocabulary.h"

#include <algorithm>
#include <limits>

#include "indexer/keys.h"
#include "searcher/edit_distance.h"

namespace pykala::searcher {
namespace {

constexpr char past_fields[] = "[";  ///< the sign after Z: what begins with a capital is of another field

std::uint32_t mask_of(char32_t letter) {
  const char32_t base = letter < 0x80 ? letter : without_marks(letter);
  return base >= U'a' && base <= U'z' ? 1u << (base - U'a') : Vocabulary::other_sign;
}

}  // namespace

Vocabulary::Vocabulary(const schema::TextIndex& index, std::string_view prefix) {
  const std::string start(prefix);
  const auto take = [&](const std::string& term, std::uint32_t frequency) {
    const std::string_view word = std::string_view(term).substr(start.size());
    const bool other_field = schema::is_prefixed(word);
    if (!word.empty() && !other_field) add(word, frequency);
    return !other_field;
  };
  index.each_term(start, start, take);
  index.each_term(start, start + past_fields, take);
}

std::pair<std::size_t, std::size_t> Vocabulary::beginning(std::string_view start) const {
  const auto text_of = [this](const Word& each) { return word(static_cast<std::size_t>(&each - words_.data())); };
  const auto first =
      std::partition_point(words_.begin(), words_.end(), [&](const Word& each) { return text_of(each) < start; });
  const auto past =
      std::partition_point(first, words_.end(), [&](const Word& each) { return text_of(each).starts_with(start); });
  return {static_cast<std::size_t>(first - words_.begin()), static_cast<std::size_t>(past - words_.begin())};
}

void Vocabulary::add(std::string_view word, std::uint32_t frequency) {
  const bool fits = word.size() <= std::numeric_limits<std::uint8_t>::max() &&
                    bytes_.size() + word.size() <= std::numeric_limits<std::uint32_t>::max();
  if (!fits) return;
  std::uint32_t letters = 0;
  std::uint8_t points = 0;
  for (std::size_t at = 0; at < word.size(); ++points) letters |= mask_of(next_point(word, at));
  if (words_.size() % words_a_block == 0) greatest_.push_back(0);
  greatest_.back() = std::max(greatest_.back(), frequency);
  words_.push_back(
      {static_cast<std::uint32_t>(bytes_.size()), frequency, letters, static_cast<std::uint8_t>(word.size()), points});
  bytes_ += word;
}

std::uint32_t Vocabulary::letters_of(std::u32string_view word) {
  std::uint32_t mask = 0;
  for (const char32_t letter : word) mask |= mask_of(letter);
  return mask;
}

}  // namespace pykala::searcher
