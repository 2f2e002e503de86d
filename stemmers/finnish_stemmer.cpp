// SPDX-License-Identifier: GPL-2.0-or-later
// The Finnish stemmer: in goes a word, out comes its stem. Private: what is stemmed of a word with hyphens, a colon or
// digits, the order of the rule groups, and the way between UTF-8 and the one-byte letters the rules work on.
#include "stemmers/finnish_stemmer.h"

#include <cstdint>

#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {

/// Case and number endings together, so that the longest of all wins (annettiin before -iin).
std::span<const SuffixRule> ending_rules() {
  static const std::vector<SuffixRule> all = [] {
    std::vector<SuffixRule> rules(verb_ending_rules().begin(), verb_ending_rules().end());
    rules.insert(rules.end(), case_rules().begin(), case_rules().end());
    return rules;
  }();
  return all;
}

std::span<const SuffixRule> class_rules() {
  static const std::vector<SuffixRule> all = [] {
    std::vector<SuffixRule> rules(verb_class_rules().begin(), verb_class_rules().end());
    rules.insert(rules.end(), nominal_class_rules().begin(), nominal_class_rules().end());
    return rules;
  }();
  return all;
}

bool has_vowel_before(const LetterBuffer& word, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if (is_vowel(word.folded(i))) return true;
  }
  return false;
}

/// The last vowel goes where it changes in inflection: kala : kaloja, tuoli : tuoleja, ovi : ove-, antaa : antoi.
void drop_last_vowel(LetterBuffer& word, std::uint16_t known) {
  const std::size_t size = word.size();
  if (size < 3 || (known & form::keep_vowel) != 0) return;
  const char last = word.folded(size - 1);
  if (last != 'a' && last != 'e' && last != 'i') return;
  if (!is_consonant(word.folded(size - 2)) || !has_vowel_before(word, size - 1)) return;
  word.truncate(size - 1);
}

void stem_letters(LetterBuffer& word) {
  static const SuffixRules clitics{clitic_rules()};
  static const SuffixRules possessives{possessive_rules()};
  static const SuffixRules endings{ending_rules()};
  static const SuffixRules classes{class_rules()};
  if (word.size() < 3) return;
  const std::uint16_t harmony = word.set_harmony() ? form::front : std::uint16_t{0};
  std::uint16_t known = harmony;
  clitics.apply(word, known);
  const bool possessed = possessives.apply(word, known);
  const bool bare_e = !possessed && word.folded(word.size() - 1) == 'e';
  if (endings.apply(word, known) && (known & form::again) != 0) endings.apply(word, known);
  if (bare_e && known == harmony) known = form::keep_vowel | harmony;
  for (int round = 0; round < 3 && (known & form::finished) == 0; ++round) {
    if (!classes.apply(word, known)) break;
  }
  drop_last_vowel(word, known);
  level_gradation(word, known);
}

/// Length of the valid UTF-8 sequence at `at`, 0 when it is none. `code` is set.
std::size_t decode(std::string_view text, std::size_t at, char32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    code = first;
    return 1;
  }
  const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) return 0;
  code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
  return length;
}

void append_utf8(std::string& out, unsigned char latin1) {
  if (latin1 < 0x80) {
    out.push_back(static_cast<char>(latin1));
  } else {
    out.push_back(static_cast<char>(0xC0 | (latin1 >> 6)));
    out.push_back(static_cast<char>(0x80 | (latin1 & 0x3F)));
  }
}

/// `stea:lta` -> `stea`: what follows a colon is an ending when it is short and has only letters. VISK § 45 (writing).
std::string_view without_colon_ending(std::string_view word) {
  constexpr std::size_t longest_ending = 12;  // :ssaankaan
  const std::size_t colon = word.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || word.size() - colon - 1 > longest_ending) return word;
  for (const char c : word.substr(colon + 1)) {
    if (c >= '0' && c <= '9') return word;
  }
  return word.substr(0, colon);
}

}  // namespace

std::string stem_finnish(std::string_view word) {
  const std::string_view whole = without_colon_ending(word);
  std::string head;
  LetterBuffer tail;
  std::size_t at = 0;
  const auto flush = [&] {
    for (std::size_t i = 0; i < tail.size(); ++i) append_utf8(head, tail.letter(i));
    tail.truncate(0);
  };
  while (at < whole.size()) {
    char32_t code = 0;
    const std::size_t length = decode(whole, at, code);
    if (length == 0) {
      ++at;
      continue;
    }
    const bool letter = (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0xFF);
    if (letter && tail.size() < LetterBuffer::capacity) {
      tail.push(static_cast<unsigned char>(code));
    } else {
      flush();
      head.append(whole.substr(at, length));
    }
    at += length;
  }
  stem_letters(tail);
  flush();
  if (head.empty()) head.push_back('_');
  return head;
}

}  // namespace pykala::stemmers
