// SPDX-License-Identifier: GPL-2.0-or-later
// KeyFilter: a quick no to a line or word whose key is looked up in a list. A key is the line in lower case with single
// spaces; making it costs more than the look-up, and the first two letters turn most lines away.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace pykala::indexer {

class KeyFilter {
 public:
  /// `key`, in lower case, may be all of a line's key or its beginning.
  void add(std::string_view key) {
    const std::size_t place = place_of(key);
    if (key.size() < 2) {
      any_ = true;
    } else if (place != no_place) {
      places_.set(place);
    }
  }

  /// False only when the key of the line neither is nor begins with one of those added.
  [[nodiscard]] bool may_hold(std::string_view line) const {
    if (any_) return true;
    const std::size_t place = place_of(line);
    return place == no_place || places_.test(place);
  }

 private:
  static constexpr std::size_t letters = 36, no_place = letters * letters;

  /// ASCII letters in either case and digits, which a key keeps where the line has them; others may be left out of it
  /// (spaces) or change (capitals that are not ASCII).
  static constexpr std::size_t letter_of(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
    if (c >= 'A' && c <= 'Z') return static_cast<std::size_t>(c - 'A');
    return c >= '0' && c <= '9' ? static_cast<std::size_t>(c - '0') + 26 : letters;
  }

  static constexpr std::size_t place_of(std::string_view text) {
    if (text.size() < 2) return no_place;
    const std::size_t first = letter_of(text[0]), second = letter_of(text[1]);
    return first == letters || second == letters ? no_place : first * letters + second;
  }

  std::bitset<no_place> places_;
  bool any_ = false;
};

}  // namespace pykala::indexer
