// SPDX-License-Identifier: GPL-2.0-or-later
// KeyFilter: a quick no to a line or word whose key is looked up in a list. A key is the line in lower case with single
// spaces; making it costs more than the look-up, and the first three letters turn most lines away.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace pykala::indexer {

class KeyFilter {
 public:
  /// `key`, in lower case, may be all of a line's key or its beginning.
  void add(std::string_view key) {
    const std::size_t pair = pair_of(key);
    if (key.size() < 2) {
      any_ = true;
    } else if (pair == no_pair) {
      signs_ = true;
    } else if (key.size() > 2 && letter_of(key[2]) != letters) {
      triples_.set(triple_of(pair, key[2]));
    } else {
      pairs_.set(pair);
    }
  }

  /// False only when the key of the line neither is nor begins with one of those added.
  [[nodiscard]] bool may_hold(std::string_view line) const {
    if (any_) return true;
    if (line.empty()) return false;
    const std::size_t pair = pair_of(line);
    if (pair == no_pair) return is_plain(line) ? signs_ : true;
    if (pairs_.test(pair)) return true;
    if (line.size() == 2 || line[1] == latin1) return false;
    if (letter_of(line[2]) == letters) return !is_ascii(line[2]);
    return triples_.test(triple_of(pair, line[2]));
  }

 private:
  static constexpr std::size_t letters = 37, no_pair = letters * letters, triples = 4096;
  static constexpr char latin1 = '\xC3';  ///< the first byte of "ä" and of "Ä"

  /// ASCII letters in either case, digits, and the first byte of letters of Latin-1: a key keeps them.
  static constexpr std::size_t letter_of(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
    if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A');
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0') + 26;
    return c == latin1 ? letters - 1 : letters;
  }

  static constexpr std::size_t pair_of(std::string_view text) {
    if (text.size() < 2) return no_pair;
    const std::size_t first = letter_of(text[0]), second = letter_of(text[1]);
    return first == letters || second == letters ? no_pair : first * letters + second;
  }

  static constexpr std::size_t triple_of(std::size_t pair, char third) {
    return (pair * letters + letter_of(third)) % triples;
  }

  static constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

  /// True when the key begins with the same two bytes: no white space before them, no capital that gets shorter.
  static constexpr bool is_plain(std::string_view line) {
    if (line[0] == latin1) return true;
    return line[0] > ' ' && line[0] <= '~' && (line.size() == 1 || is_ascii(line[1]) || line[1] == latin1);
  }

  std::bitset<no_pair> pairs_;    ///< the first two letters of keys that have no third: "ab 1", "päätös"
  std::bitset<triples> triples_;  ///< the first three of the others
  bool any_ = false;              ///< a key of one byte is there
  bool signs_ = false;            ///< a key whose first two are not both letters is there: "äänestys", "§ 5"
};

}  // namespace pykala::indexer
