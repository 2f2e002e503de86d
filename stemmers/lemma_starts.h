// SPDX-License-Identifier: GPL-2.0-or-later
// Lemma starts: tells by its letters that a word can have none of some lemmas, which spares the dictionary most words
// of a text in which only those are looked for.
#pragma once

#include <bitset>
#include <cstddef>
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
  /// A word in the very form in which it stands.
  void add_word(std::string_view word);

  /// False: the word (of a token, lower case) has none of the lemmas, neither as its own nor as that of a part of it
  /// ("haku" of "rahoitushaun"). True: it may.
  [[nodiscard]] bool may_stand_in(std::string_view word) const { return find_in(word, 0) != std::string_view::npos; }

  /// The same for a text in lower case: the first place from `from` on where one of them may begin, else npos.
  [[nodiscard]] std::size_t find_in(std::string_view lower, std::size_t from) const;

  /// True when one of them has a digit.
  [[nodiscard]] bool has_digits() const { return has_digits_; }

 private:
  void add_start(std::string start);

  bool has_digits_ = false;
  std::bitset<256> bytes_;
  std::bitset<65536> pairs_;  ///< of bytes, the first in the high half
  std::vector<std::string> starts_;
};

}  // namespace pykala::stemmers
