// SPDX-License-Identifier: GPL-2.0-or-later
// The word as the Finnish rules see it: letters go in one byte each, the same letters without vowel harmony and marks
// come out beside them. Private: which letters fold to which.
#include "stemmers/letter_buffer.h"

namespace pykala::stemmers {
namespace {

constexpr char fold(unsigned char letter) {
  switch (letter) {
    case 0xE4:  // ä
    case 0xE6:  // æ
      return 'a';
    case 0xE5:  // å
      return 'o';
    case 0xF6:  // ö
    case 0xF8:  // ø
      return 'o';
    case 'y':
    case 0xFC:  // ü
      return 'u';
    case 0xE9:  // é (essee, Linné)
      return 'e';
    default:
      return letter < 0x80 ? static_cast<char>(letter) : '~';
  }
}

constexpr std::array<char, 256> folded_letters = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = fold(static_cast<unsigned char>(i));
  return table;
}();

}  // namespace

void LetterBuffer::push(unsigned char latin1) {
  letters_[size_] = latin1;
  folded_[size_] = folded_letters[latin1];
  ++size_;
}

void LetterBuffer::set_letter(std::size_t at, unsigned char letter) {
  letters_[at] = letter;
  folded_[at] = folded_letters[letter];
}

void LetterBuffer::erase(std::size_t at) {
  for (std::size_t i = at; i + 1 < size_; ++i) {
    letters_[i] = letters_[i + 1];
    folded_[i] = folded_[i + 1];
  }
  --size_;
}

bool LetterBuffer::set_harmony() {
  front_ = false;
  for (std::size_t i = size_; i-- > 0;) {
    const unsigned char c = letters_[i];
    if (c == 'a' || c == 'o' || c == 'u') return false;
    if (c == 0xE4 || c == 0xF6 || c == 'y') {
      front_ = true;
      return true;
    }
  }
  return false;
}

void LetterBuffer::append_harmonic(std::string_view folded_letters) {
  for (char c : folded_letters) {
    if (size_ == letters_.size()) return;
    unsigned char letter = static_cast<unsigned char>(c);
    if (front_ && c == 'a') letter = 0xE4;
    if (front_ && c == 'o') letter = 0xF6;
    if (c == 'U' || (front_ && c == 'u')) letter = 'y';
    push(letter);
  }
}

}  // namespace pykala::stemmers
