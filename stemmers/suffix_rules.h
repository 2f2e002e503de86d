// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stemmers/letter_buffer.h"

namespace pykala::stemmers {

/// What is known of the stem so far, as bits: a rule gives some and may ask for others.
namespace form {
inline constexpr std::uint16_t inflected = 1;    ///< an ending was cut
inline constexpr std::uint16_t oblique = 2;      ///< a case that only nouns and adjectives have
inline constexpr std::uint16_t infinitive3 = 4;  ///< a case in which -ma is mostly the third infinitive
inline constexpr std::uint16_t finite = 8;       ///< a personal form of a verb
inline constexpr std::uint16_t closed = 16;      ///< the ending closed the syllable: weak grade
inline constexpr std::uint16_t keep_vowel = 32;  ///< the last vowel belongs to the stem (huone, tärkeä)
inline constexpr std::uint16_t finished = 64;    ///< no further class rule
inline constexpr std::uint16_t again = 128;      ///< the rest is a form with an ending of its own
inline constexpr std::uint16_t front = 256;      ///< a word with front vowels
}  // namespace form

/// Rewriting rules with the same conditions. `patterns` are separated by blanks; each is read against the end of the
/// folded word: lower-case letters stand for themselves, V a vowel, V= a long vowel, C a consonant, ^ the start of the
/// word, | the point where the word is cut (at the end if missing, then the rule only guards the word), and after >
/// come the letters to append (`Vu|tta>s`; a capital U is y whatever the harmony). `least` is the number of letters
/// that must stay before the cut; a rule fits when all bits of `when` and none of `unless` are known.
struct RuleGroup {
  std::string_view patterns;
  std::uint16_t gives = 0;
  std::uint8_t least = 2;
  std::uint16_t when = 0;
  std::uint16_t unless = 0;
};

/// A table of rules: the longest matching pattern wins; of equally long ones the one with more plain letters, then the
/// earlier one. Compiled once into an automaton that reads the word from its end, so that the time per word does not
/// grow with the number of rules.
class SuffixRules {
 public:
  /// The groups must outlive the table. Throws std::logic_error for a malformed pattern.
  explicit SuffixRules(std::span<const RuleGroup> groups);
  /// Rewrites the word by the best rule and adds what it gives to `known`; false when none matches.
  bool apply(LetterBuffer& word, std::uint16_t& known) const;

 private:
  static constexpr std::size_t symbol_count = 28;  // a..z, any other letter, start of word

  struct Accepted {
    const RuleGroup* group;
    std::string_view add;
    std::uint8_t cut;  // letters to take off
  };
  struct State {
    std::array<std::uint16_t, symbol_count> next{};  // 0: no rule goes on
    std::uint16_t first_accepted = 0;
    std::uint16_t accepted_count = 0;
  };
  friend class SuffixRulesBuilder;

  std::vector<State> states_;
  std::vector<Accepted> accepted_;
};

}  // namespace pykala::stemmers
