// SPDX-License-Identifier: GPL-2.0-or-later
// Edit distance as Finnish is mistyped: dots left out and letters doubled or not cost less than other slips.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::searcher {

/// Costs of one slip; a whole one is 10.
inline constexpr int slip_cost = 10;
inline constexpr int doubling_cost = 5;  ///< "kumpanuus", "vapaehtoistyö": a letter of a double one left out, or added
inline constexpr int dots_cost = 2;      ///< "paatos": a for ä or å, o for ö, e for é

/// The code point at `at` of valid UTF-8; moves behind it.
[[nodiscard]] inline char32_t next_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t point = width == 1 ? lead : lead & (0xFFu >> (width + 1));
  for (std::size_t i = 1; i < width && at + i < text.size(); ++i) {
    point = (point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  at += width;
  return point;
}

/// Code points of valid UTF-8.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// A letter without its marks: ä -> a; other characters as they are. Latin-1 and Latin Extended-A letters of the
/// languages of the archive.
[[nodiscard]] char32_t without_marks(char32_t letter);

/// Least cost of turning one word into the other by leaving out, adding, changing or swapping letters (optimal string
/// alignment: Damerau 1964, Levenshtein 1966, with the costs above), or limit + 1 when it is more than `limit`.
/// Linear in the product of the lengths.
[[nodiscard]] int edit_distance(std::u32string_view typed, std::u32string_view word, int limit);

/// Passes over the words of a vocabulary that are too far from a typed one, at a tenth of the price of edit_distance.
class NearWords {
 public:
  NearWords(std::u32string_view typed, int limit);

  /// False: edit_distance() to this word (UTF-8) is more than the limit. True: it may be within.
  /// Counts letters changed, added and left out, marks aside, and a swap as two; each costs doubling_cost at least
  /// (G. Myers: A fast bit-vector algorithm for approximate string matching, 1999, in H. Hyyrö's form for whole words).
  [[nodiscard]] bool may_have(std::string_view word) const;

 private:
  static constexpr std::size_t alphabet = 26;
  std::array<std::uint64_t, alphabet> places_{};  ///< of each letter in the typed word, a bit for each
  std::size_t length_;
  std::size_t most_edits_;
  bool fits_ = true;  ///< letters a-z only, marks aside, and no more than a machine word has bits
};

}  // namespace pykala::searcher
