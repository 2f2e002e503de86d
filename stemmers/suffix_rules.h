// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

/// A word while it is being stemmed: one byte per letter (Latin-1), and the same letters with vowel harmony
/// folded away (ä=a, ö=o, y=u), on which all patterns match. Only the last `capacity` letters are held.
class LetterBuffer {
 public:
  static constexpr std::size_t capacity = 48;

  std::size_t size() const { return size_; }
  char folded(std::size_t i) const { return folded_[i]; }
  unsigned char letter(std::size_t i) const { return letters_[i]; }
  std::string_view folded() const { return {folded_.data(), size_}; }
  bool ends_with(std::string_view folded_suffix) const { return folded().ends_with(folded_suffix); }

  void push(unsigned char latin1);
  void truncate(std::size_t size) { size_ = size; }
  void erase(std::size_t at);
  void set_letter(std::size_t at, unsigned char letter);
  /// Appends folded letters, given back the harmony of the word (`front`).
  void append_harmonic(std::string_view folded_letters);
  bool set_harmony();  ///< true for a word with front vowels

 private:
  std::array<unsigned char, capacity + 8> letters_{};
  std::array<char, capacity + 8> folded_{};
  std::size_t size_ = 0;
  bool front_ = false;
};

/// What is known of the stem so far, as bits: a rule gives some and may ask for others.
namespace form {
inline constexpr std::uint16_t inflected = 1;     ///< an ending was cut
inline constexpr std::uint16_t oblique = 2;       ///< a case that only nouns and adjectives have
inline constexpr std::uint16_t infinitive3 = 4;   ///< a case in which -ma is mostly the third infinitive
inline constexpr std::uint16_t finite = 8;        ///< a personal form of a verb
inline constexpr std::uint16_t closed = 16;       ///< the ending closed the syllable: weak grade
inline constexpr std::uint16_t keep_vowel = 32;   ///< the last vowel belongs to the stem (huone, tärkeä)
inline constexpr std::uint16_t finished = 64;     ///< no further class rule
inline constexpr std::uint16_t again = 128;       ///< the rest is a form with an ending of its own
inline constexpr std::uint16_t front = 256;       ///< a word with front vowels
}  // namespace form

/// One rewriting rule. `pattern` is read against the end of the folded word: lower-case letters stand for
/// themselves, V a vowel, C a consonant, = the same letter as the one before it, ^ the start of the word, | the
/// point where the word is cut (at the end if missing); `add` is then appended. `least` is the number of letters
/// that must stay before the cut; the rule fits when all bits of `when` and none of `unless` are known.
struct SuffixRule {
  std::string_view pattern;
  std::string_view add = {};
  std::uint16_t gives = 0;
  std::uint8_t least = 2;
  std::uint16_t when = 0;
  std::uint16_t unless = 0;
};

/// A rule group: the longest matching pattern wins, earlier rules first among equals.
class SuffixRules {
 public:
  explicit SuffixRules(std::span<const SuffixRule> rules);
  /// Rewrites the word by the best rule and adds what it gives to `known`; false when none matches.
  bool apply(LetterBuffer& word, std::uint16_t& known) const;

 private:
  struct Compiled {
    const SuffixRule* rule;
    std::array<char, 16> reversed;  // the pattern from its end, without '|'
    std::uint8_t length;
    std::uint8_t letters;  // of these, plain letters: they win over classes
    std::uint8_t cut;  // letters to take off
  };
  static Compiled compile(const SuffixRule& rule);
  static bool matches(const Compiled& candidate, std::string_view word);

  static constexpr std::size_t letter_count = 27;  // a..z and everything else
  std::array<std::vector<Compiled>, letter_count * letter_count> by_last_letters_;
};

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}
constexpr bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

}  // namespace pykala::stemmers
