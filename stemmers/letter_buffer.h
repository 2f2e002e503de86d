// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace pykala::stemmers {

/// A word while it is being stemmed: one byte per letter (Latin-1), and the same letters with vowel harmony
/// folded away (ä=a, ö=o, y=u), on which all patterns match. Holds at most `capacity` letters:
/// of a longer run of letters only the rest is stemmed.
class LetterBuffer {
 public:
  static constexpr std::size_t capacity = 48;
  static constexpr std::size_t spare = 8;  // for what rules append

  std::size_t size() const { return size_; }
  char folded(std::size_t i) const { return folded_[i]; }
  unsigned char letter(std::size_t i) const { return letters_[i]; }
  std::string_view folded() const { return {folded_.data(), size_}; }

  void push(unsigned char latin1);
  void truncate(std::size_t size) { size_ = size; }
  void erase(std::size_t at);
  void set_letter(std::size_t at, unsigned char letter);
  /// Appends folded letters, given back the harmony of the word (`front`).
  void append_harmonic(std::string_view folded_letters);
  bool set_harmony();  ///< true for a word with front vowels

 private:
  // Not initialised: only the first size_ letters are ever read.
  std::array<unsigned char, capacity + spare> letters_;
  std::array<char, capacity + spare> folded_;
  std::size_t size_ = 0;
  bool front_ = false;
};

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}
constexpr bool is_consonant(char c) {
  return c >= 'a' && c <= 'z' && !is_vowel(c);
}

}  // namespace pykala::stemmers
