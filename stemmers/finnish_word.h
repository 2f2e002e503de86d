// SPDX-License-Identifier: GPL-2.0-or-later
// Everything known of one Finnish word form, by dictionary first and rules where it knows nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// `lemma` is what the word is indexed under; never empty.
struct FinnishWord {
  std::string lemma;                      ///< "rahoitushaku" for "rahoitushaun"; a stem for unknown words
  std::vector<std::string> parts;         ///< "rahoitus", "haku"; none equals the lemma, none twice
  std::vector<std::uint16_t> boundaries;  ///< bytes of the word where a later part begins, ascending
};

/// `word`: a token's text (NFC, lower case, not empty). Steps, first that applies:
///  1. dictionary, choosing among its readings ("maksanut" -> maksaa)
///  2. ending after a colon: "stea:lta" is analysed as "stea"
///  3. hyphen: the last part alone is inflected: "yhteismaa-hankkeen" -> yhteismaa-hanke
///  4. bound first part: "sosiaali" (known as "sosiaali-")
///  5. known head at the end: "kylätalkkarihankkeen" -> kylätalkkarihanke
///  6. short words stay as they are: "stea" is an acronym
///  7. rules of inflection
/// With `use_lexicon` false: steps 2, 3 (by rules) and 7 only.
[[nodiscard]] FinnishWord analyze_finnish_word(std::string_view word, bool use_lexicon);

/// Length of `word` without the ending after its colon, or npos: "stea:lta" -> 4. The ending is short and of letters;
/// "päätös:hyväksytään" has none.
[[nodiscard]] std::size_t find_colon_ending(std::string_view word);

}  // namespace pykala::stemmers
