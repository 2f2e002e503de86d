// SPDX-License-Identifier: GPL-2.0-or-later
// Lemma starts: tells by its letters that a word can have none of some lemmas, which spares the dictionary most words
// of a text in which only those are looked for.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// A set of lemmas. Inflection changes the last letters of a word ("käsi", "kädet"; "hevonen", "hevosen"), not those
/// before the last three, of verbs with a deeper gradation before the last five ("suunnata", "suuntasi"; "kuunnella",
/// "kuuntelen"), and not its first two, save in words so short that the change comes
/// right after the first ("työ", "töitä"; "yksi", "yhden"; "tuoda", "toi").
/// Forms of another root ("paremmin" of hyvä) and of compounds whose first half is inflected too ("omantunnon" of
/// omatunto) are turned away: this is for showing and ordering what was found, not for
/// finding.
class LemmaStarts {
 public:
  void add(std::string_view lemma);

  /// False: the word (of a token, lower case) has none of the lemmas, neither as its own nor as that of a part of it
  /// ("haku" of "rahoitushaun"). True: it may.
  [[nodiscard]] bool may_stand_in(std::string_view word) const;

 private:
  std::bitset<256> bytes_;
  std::bitset<65536> pairs_;  ///< of bytes, the first in the high half
  std::vector<std::string> starts_;
};

}  // namespace pykala::stemmers
