// SPDX-License-Identifier: GPL-2.0-or-later
// Two words in, a cost out. Three rows of the usual table are kept: a swap looks two rows back.
#include "searcher/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pykala::searcher {
namespace {

constexpr std::size_t usual_columns = 64;  ///< letters of a word, and one

/// Cost of a letter that stands in one word only: half when it doubles its neighbour.
int single_cost(std::u32string_view word, std::size_t at) {
  const bool doubles = (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
  return doubles ? doubling_cost : slip_cost;
}

int change_cost(char32_t a, char32_t b) {
  if (a == b) return 0;
  return without_marks(a) == without_marks(b) ? dots_cost : slip_cost;
}

constexpr std::size_t letters_with_marks = 0x180;  ///< Latin-1 and Latin Extended-A end before it

constexpr std::array<char32_t, letters_with_marks> plain_letters() {
  constexpr std::array<std::pair<std::u32string_view, char32_t>, 10> families{{
      {U"äåàáâãāă", U'a'},
      {U"öòóôõøōő", U'o'},
      {U"éèêëēėę", U'e'},
      {U"üùúûūů", U'u'},
      {U"íìîïī", U'i'},
      {U"šśş", U's'},
      {U"žźż", U'z'},
      {U"čćç", U'c'},
      {U"ñńň", U'n'},
      {U"ýÿ", U'y'},
  }};
  std::array<char32_t, letters_with_marks> out{};
  for (std::size_t letter = 0; letter < out.size(); ++letter) out[letter] = static_cast<char32_t>(letter);
  for (const auto& [marked, plain] : families) {
    for (const char32_t letter : marked) out[letter] = plain;
  }
  return out;
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next_point(text, at);
  return out;
}

char32_t without_marks(char32_t letter) {
  static constexpr auto plain = plain_letters();
  return letter < letters_with_marks ? plain[letter] : letter;
}

int edit_distance(std::u32string_view typed, std::u32string_view word, int limit) {
  // So far from the diagonal, letters left out or added alone cost more than the limit.
  const auto band = static_cast<std::size_t>(std::max(limit, 0) / doubling_cost);
  const int past = limit + 1;
  if (typed.size() > word.size() + band || word.size() > typed.size() + band) return past;
  const std::size_t columns = word.size() + 1;
  std::array<int, 3 * usual_columns> usual;  // one call a word of the vocabulary: most need no memory of their own
  std::vector<int> more(columns > usual_columns ? 3 * columns : 0);
  int* before = more.empty() ? usual.data() : more.data();
  int* last = before + columns;
  int* row = last + columns;
  std::fill(before, before + 3 * columns, past);
  last[0] = 0;
  for (std::size_t j = 1; j < columns; ++j) last[j] = last[j - 1] + single_cost(word, j - 1);
  int least_before = 0;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    const std::size_t begin = i > band ? i - band : 1;
    const std::size_t end = std::min(columns, i + band + 1);
    const int left_out = single_cost(typed, i - 1);
    row[begin - 1] = begin == 1 ? last[0] + left_out : past;
    int least = row[begin - 1];
    for (std::size_t j = begin; j < end; ++j) {
      int cost = last[j - 1] + change_cost(typed[i - 1], word[j - 1]);
      cost = std::min(cost, last[j] + left_out);
      cost = std::min(cost, row[j - 1] + single_cost(word, j - 1));
      const bool swapped = i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1];
      if (swapped) cost = std::min(cost, before[j - 2] + (typed[i - 1] == typed[i - 2] ? 0 : slip_cost));
      row[j] = cost;
      least = std::min(least, cost);
    }
    if (end < columns) row[end] = past;
    // A swap may reach back over one row, so a row past the limit ends it only when the one before was past it too.
    if (least > limit && least_before > limit) return past;
    least_before = least;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[columns - 1], past);
}

NearWords::NearWords(std::u32string_view typed, int limit)
    : length_(typed.size()), most_edits_(static_cast<std::size_t>(std::max(limit, 0) / doubling_cost)) {
  constexpr std::size_t bits = 64;
  fits_ = length_ > 0 && length_ <= bits;
  for (std::size_t i = 0; fits_ && i < length_; ++i) {
    const char32_t letter = without_marks(typed[i]) - U'a';
    fits_ = letter < alphabet;
    if (fits_) places_[letter] |= std::uint64_t{1} << i;
  }
}

bool NearWords::may_have(std::string_view word) const {
  if (!fits_) return true;
  // Names as in the papers: where the table rises (p) or falls (m), down a column (v) or along a row (h).
  std::uint64_t pv = ~std::uint64_t{0}, mv = 0;
  std::size_t edits = length_;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = without_marks(next_point(word, at)) - U'a';
    const std::uint64_t equal = letter < alphabet ? places_[letter] : 0;
    const std::uint64_t xv = equal | mv;
    const std::uint64_t xh = (((equal & pv) + pv) ^ pv) | equal;
    std::uint64_t ph = mv | ~(xh | pv);
    std::uint64_t mh = pv & xh;
    edits += ph >> (length_ - 1) & 1U;
    edits -= mh >> (length_ - 1) & 1U;
    ph = ph << 1U | 1U;
    mh <<= 1U;
    pv = mh | ~(xv | ph);
    mv = ph & xv;
    if (edits > most_edits_ + (word.size() - at)) return false;  // each letter to come takes away one at most
  }
  return edits <= most_edits_;
}

}  // namespace pykala::searcher
