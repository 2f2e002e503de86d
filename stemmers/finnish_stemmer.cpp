// SPDX-License-Identifier: GPL-2.0-or-later
// The Finnish stemmer: in goes a word, out comes its stem. Private: what is stemmed of a word with hyphens, a colon or
// digits, the order of the rule groups, and the way between UTF-8 and the one-byte letters the rules work on.
#include "stemmers/finnish_stemmer.h"

#include <array>
#include <cstdint>
#include <vector>

#include "stemmers/finnish_rules.h"

namespace pykala::stemmers {
namespace {

/// Case and number endings together, so that the longest of all wins (annettiin before -iin).
std::span<const RuleGroup> ending_rules() {
  static const std::vector<RuleGroup> all = [] {
    std::vector<RuleGroup> rules(verb_ending_rules().begin(), verb_ending_rules().end());
    rules.insert(rules.end(), case_rules().begin(), case_rules().end());
    return rules;
  }();
  return all;
}

std::span<const RuleGroup> class_rules() {
  static const std::vector<RuleGroup> all = [] {
    std::vector<RuleGroup> rules(verb_class_rules().begin(), verb_class_rules().end());
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

constexpr bool is_ascii_letter(unsigned char c) {
  return c >= 'a' && c <= 'z';
}

/// Length of the UTF-8 sequence at the start of `text`, 0 when it is not valid. `code` is set.
std::size_t decode(std::string_view text, char32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    code = first;
    return 1;
  }
  std::size_t length = 0;
  if (first >= 0xC2 && first < 0xE0) length = 2;
  if (first >= 0xE0 && first < 0xF0) length = 3;
  if (first >= 0xF0 && first < 0xF5) length = 4;
  if (length == 0 || length > text.size()) return 0;
  code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
  return length;
}

void append_utf8(std::string& out, const LetterBuffer& word) {
  std::array<char, 2 * (LetterBuffer::capacity + LetterBuffer::spare)> bytes;
  std::size_t size = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const unsigned char latin1 = word.letter(i);
    if (latin1 < 0x80) {
      bytes[size++] = static_cast<char>(latin1);
    } else {
      bytes[size++] = static_cast<char>(0xC0 | (latin1 >> 6));
      bytes[size++] = static_cast<char>(0x80 | (latin1 & 0x3F));
    }
  }
  out.append(bytes.data(), size);
}

bool may_have_marked_ending(std::string_view word) {
  for (const char c : word) {
    if (c == ':' || c == '\'' || c == '\xE2') return true;
  }
  return false;
}

/// `stea:lta` -> `stea`, `show’n` -> `show`: what follows a colon or an apostrophe is an ending when it is short and
/// has only letters; the apostrophe between like vowels (vaa’an) belongs to the word.
std::string_view without_marked_ending(std::string_view word) {
  constexpr std::size_t longest_after_colon = 12;  // :ssaankaan
  constexpr std::size_t longest_after_apostrophe = 5;
  constexpr std::string_view typographic = "\xE2\x80\x99";
  std::size_t end = word.rfind(':');
  std::size_t after = end == std::string_view::npos ? end : end + 1;
  std::size_t longest = longest_after_colon;
  if (end == std::string_view::npos) {
    longest = longest_after_apostrophe;
    end = word.rfind('\'');
    after = end == std::string_view::npos ? end : end + 1;
  }
  if (end == std::string_view::npos) {
    end = word.rfind(typographic);
    after = end == std::string_view::npos ? end : end + typographic.size();
  }
  if (end == std::string_view::npos || end == 0 || after >= word.size() || word.size() - after > longest) return word;
  if (word[after - 1] != ':' && is_vowel(word[end - 1]) && word[end - 1] == word[after]) return word;
  for (const char c : word.substr(after)) {
    const auto byte = static_cast<unsigned char>(c);
    if (!is_ascii_letter(byte) && byte < 0x80) return word;
  }
  return word.substr(0, end);
}

}  // namespace

std::string stem_finnish(std::string_view word) {
  const std::string_view whole = may_have_marked_ending(word) ? without_marked_ending(word) : word;
  std::string stem;  // what stands before the letters that are stemmed: kansain-, 1960-
  LetterBuffer tail;
  for (std::size_t at = 0; at < whole.size();) {
    const auto byte = static_cast<unsigned char>(whole[at]);
    if (is_ascii_letter(byte) && tail.size() < LetterBuffer::capacity) {
      tail.push(byte);
      ++at;
      continue;
    }
    char32_t code = 0;
    const std::size_t length = decode(whole.substr(at), code);
    if (length != 0) {
      if (code >= 0xC0 && code <= 0xFF && tail.size() < LetterBuffer::capacity) {
        tail.push(static_cast<unsigned char>(code));
      } else {
        append_utf8(stem, tail);
        tail.truncate(0);
        stem.append(whole.substr(at, length));
      }
    }
    at += length != 0 ? length : 1;
  }
  stem_letters(tail);
  append_utf8(stem, tail);
  if (stem.empty()) stem.push_back('_');
  return stem;
}

}  // namespace pykala::stemmers
