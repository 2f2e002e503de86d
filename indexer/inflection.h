// SPDX-License-Identifier: GPL-2.0-or-later
// Inflection of Finnish (and Swedish) names by rule: is this word a form of that nominative, which case is it, and what
// is the nominative of a form. Names are in no dictionary ("Mäntykatajalle"), so this must work without one.
// Endings and gradation after Iso suomen kielioppi (kaino.kotus.fi/visk), § 41-43, 81-94.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::indexer {

/// Cases as far as fact extraction tells them apart.
enum class Case : std::uint8_t {
  nominative,
  genitive,   ///< STEA:n, ministeriets
  partitive,  ///< STEA:a
  from,       ///< elative or ablative: STEA:lta, rahastosta
  to,         ///< allative or illative: STEA:lle, rahastoon
  at,         ///< inessive or adessive: STEA:ssa, ministeriöllä
  other,      ///< essive, translative, plural nominative
};

/// The case of a bare ending as it follows an abbreviation: "lta" -> from. "" is the nominative; nothing for text that
/// is no ending. Possessive suffixes and "kin" may follow.
[[nodiscard]] std::optional<Case> case_of_ending(std::string_view ending);

/// The case in which `word` is a form of `nominative` (both in lower case), if it is one: ("ministeriö",
/// "ministeriöltä") -> from; ("liitto", "liiton") -> genitive; ("ministeriet", "ministeriets") -> genitive.
[[nodiscard]] std::optional<Case> match_inflected(std::string_view nominative, std::string_view word);

/// The same for a nominative that is looked for again and again: its stems are made once.
class InflectedWord {
 public:
  explicit InflectedWord(std::string_view nominative);
  [[nodiscard]] const std::string& nominative() const { return nominative_; }
  /// What every form begins with.
  [[nodiscard]] std::string_view beginning() const;
  [[nodiscard]] std::optional<Case> match(std::string_view word) const;

 private:
  std::string nominative_;
  std::vector<std::string> stems_;
};

/// The nominative of an inflected name, its capitals kept: "Mäntykatajalle" -> "Mäntykataja", "diakonissalaitoksen" ->
/// "diakonissalaitos", "M2-Kodeille" -> "M2-Kodit". A word without a case ending comes back as it is.
[[nodiscard]] std::string to_nominative(std::string_view word);

}  // namespace pykala::indexer
