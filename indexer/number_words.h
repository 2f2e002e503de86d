// SPDX-License-Identifier: GPL-2.0-or-later
// Number words of sums, Finnish, Swedish and English, in one word or many, in their cases: "viisi miljoonaa",
// "kaksisataaviisikymmentätuhatta", "kahdensadan tuhannen", "kaksi ja puoli miljoonaa", "tjugofem tusen".
// Numerals after Iso suomen kielioppi (kaino.kotus.fi/visk), § 770-776: every part but "toista" inflects.
#pragma once

#include <cstdint>
#include <string_view>

namespace pykala::indexer {

/// A number said in words, read word by word. Words that do not go on with the number leave it as it is.
class SpelledNumber {
 public:
  /// Reads one more word in lower case; false when the word is no numeral or cannot follow.
  bool add(std::string_view lower_word);
  /// "kaksi ja puoli": whether the word is a half that may follow "ja"; reads it.
  bool add_half(std::string_view lower_word);
  /// Hundredths of the number: "puolitoista" -> 150; 0 before any word.
  [[nodiscard]] std::int64_t hundredths() const;
  /// "miljoonaa" with no number before it, which is one only in words as "lähes miljoonaa".
  [[nodiscard]] bool lacks_number() const { return lacks_number_; }
  /// The smallest scale read, "tuhatta", "miljoonaa"; 0 for none.
  [[nodiscard]] std::int64_t scale() const { return scale_ / 100; }

 private:
  bool apply(std::int64_t value, bool counted);

  std::int64_t total_ = 0;    ///< thousands and more, whole
  std::int64_t chunk_ = 0;    ///< tens and hundreds since
  std::int64_t pending_ = 0;  ///< ones since
  std::int64_t scale_ = 0;    ///< the last scale in hundredths: what follows is less
  bool lacks_number_ = false, empty_ = true;
};

/// "miljoonaa" -> 1 000 000, "tuhannen" -> 1000, "miljarder" -> 10^9; 1 for any other word.
[[nodiscard]] std::int64_t scale_of_word(std::string_view lower_word);

/// "muutama", "kymmeniä", "kolmisenkymmentä": a quantity that is no number: what it multiplies is no sum.
[[nodiscard]] bool is_vague_quantity(std::string_view lower_word);

}  // namespace pykala::indexer
