// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a Finnish compound, cut where the dictionary says that the parts meet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// Most parts of one compound that are told apart; further ones stay in the last.
inline constexpr std::size_t max_compound_parts = 6;

/// Where an unknown compound divides when its end is a known word: "kylätalkkarihanke" -> before "hanke".
struct KnownHead {
  std::size_t begin = 0;  ///< byte of the word where the head begins
  Reading reading;        ///< reading of the head alone
};

/// The longest end of `word` that the dictionary knows as an inflected noun of at least five letters, with a start
/// before it that could be a word. No value when there is none. A guess: only for words the dictionary does not know.
[[nodiscard]] std::optional<KnownHead> find_known_head(std::string_view word);

/// The pieces of `word` worth a term of their own: each part, and for compounds of three or more parts also the
/// longer pieces from the start and from the end ("sosiaalilautakunta": sosiaali, lauta, kunta, lautakunta;
/// "toimialajohtaja": toimi, ala, johtaja, toimiala, alajohtaja). `boundaries` ascending, inside the word.
struct Piece {
  std::string_view text;  ///< into the word, hyphens at its ends cut off
  bool at_end = false;    ///< the inflected end of the word: its lemma is the end of the word's lemma
  std::size_t begin = 0;  ///< byte of the word where it begins
};
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view word, const std::vector<std::uint16_t>& boundaries);

/// `word` with '#' at `boundaries`, save where a hyphen already divides: "kaupungin#teatterissa".
[[nodiscard]] std::string mark_boundaries(std::string_view word, const std::vector<std::uint16_t>& boundaries);

}  // namespace pykala::stemmers
