// SPDX-License-Identifier: GPL-2.0-or-later
// The rule machine of the Finnish stemmer: in goes a word and a table of suffix rules, out comes the word rewritten by
// the longest rule that fits. Private: how the rules are bucketed by their last two letters so that a word meets only
// a few of them.
#include "stemmers/suffix_rules.h"

#include <algorithm>
#include <stdexcept>

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

constexpr std::size_t slot(char c) { return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : 26; }

/// The letters a pattern character can stand for, as a test.
bool stands_for(char pattern, char letter, char left) {
  switch (pattern) {
    case 'V':
      return is_vowel(letter);
    case 'C':
      return is_consonant(letter);
    case '=':
      return letter == left;
    default:
      return pattern == letter;
  }
}

}  // namespace

void LetterBuffer::push(unsigned char latin1) {
  letters_[size_] = latin1;
  folded_[size_] = fold(latin1);
  ++size_;
}

void LetterBuffer::set_letter(std::size_t at, unsigned char letter) {
  letters_[at] = letter;
  folded_[at] = fold(letter);
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

SuffixRules::Compiled SuffixRules::compile(const SuffixRule& rule) {
  Compiled out{&rule, {}, 0, 0, 0};
  bool cut_seen = false;
  for (std::size_t i = rule.pattern.size(); i-- > 0;) {
    const char c = rule.pattern[i];
    if (c == '|') {
      out.cut = out.length;
      cut_seen = true;
      continue;
    }
    if (out.length == out.reversed.size()) throw std::logic_error("suffix rule too long");
    out.reversed[out.length++] = c;
    if (c >= 'a' && c <= 'z') ++out.letters;
  }
  if (!cut_seen) out.cut = 0;
  return out;
}

SuffixRules::SuffixRules(std::span<const SuffixRule> rules) {
  constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz~";
  for (const SuffixRule& rule : rules) {
    const Compiled compiled = compile(rule);
    const char last = compiled.reversed[0];
    const char before = compiled.length > 1 ? compiled.reversed[1] : '^';
    for (char a : alphabet) {
      if (!stands_for(last == '=' ? before : last, a, a)) continue;
      for (char b : alphabet) {
        const bool fits = last == '=' ? a == b : before == '^' || before == '=' || stands_for(before, b, b);
        if (fits) by_last_letters_[slot(a) * letter_count + slot(b)].push_back(compiled);
      }
    }
  }
  for (auto& bucket : by_last_letters_) {
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Compiled& x, const Compiled& y) {
                       return x.length != y.length ? x.length > y.length : x.letters > y.letters;
                     });
  }
}

bool SuffixRules::matches(const Compiled& candidate, std::string_view word) {
  std::size_t at = word.size();
  for (std::size_t i = 0; i < candidate.length; ++i) {
    const char p = candidate.reversed[i];
    if (p == '^') return at == 0;
    if (at == 0) return false;
    --at;
    if (!stands_for(p, word[at], at > 0 ? word[at - 1] : '\0')) return false;
  }
  return true;
}

bool SuffixRules::apply(LetterBuffer& word, std::uint16_t& known) const {
  const std::string_view text = word.folded();
  if (text.size() < 2) return false;
  const auto& bucket = by_last_letters_[slot(text.back()) * letter_count + slot(text[text.size() - 2])];
  for (const Compiled& candidate : bucket) {
    const SuffixRule& rule = *candidate.rule;
    if (text.size() < std::size_t{candidate.cut} + rule.least) continue;
    if ((known & rule.when) != rule.when || (known & rule.unless) != 0) continue;
    if (!matches(candidate, text)) continue;
    word.truncate(text.size() - candidate.cut);
    word.append_harmonic(rule.add);
    known = static_cast<std::uint16_t>(known | rule.gives);
    return true;
  }
  return false;
}

}  // namespace pykala::stemmers
