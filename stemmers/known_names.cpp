// SPDX-License-Identifier: GPL-2.0-or-later
// A word in, the listed name it is a form of out. Private: the list, and the case endings.
#include "stemmers/known_names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "data/embedded.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

// Singular cases; "kin" and "kaan" may follow none of them: a name with both is rare.
constexpr std::array<std::string_view, 18> endings{"",    "n",   "a",   "ä",   "ta",  "tä",  "ssa", "ssä", "sta",
                                                   "stä", "lla", "llä", "lta", "ltä", "lle", "na",  "nä",  "ksi"};
constexpr std::size_t least_bytes = 4;

/// Of names, which seldom end in ä or ö.
bool is_plain_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_case_ending(std::string_view ending, char before) {
  if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return true;
  return ending.size() == 2 && ending[1] == 'n' && ending[0] == before;  // "steaan"
}

bool fits(std::string_view name, std::string_view ending) {
  const char last = name.back();
  if (ending.empty()) return true;
  if (is_plain_vowel(last)) return is_case_ending(ending, last);
  return ending.starts_with('i') && ending.size() > 1 && is_case_ending(ending.substr(1), 'i');  // "vincitiin"
}

}  // namespace

std::string_view known_name(std::string_view word) {
  using Words = std::unordered_set<std::string_view>;
  static const auto names = [] {
    const auto lines = data::embedded_lines("lexicon/names_fi.txt");
    return Words(lines.begin(), lines.end());
  }();
  static const auto starts = [] {
    Words all;
    for (const std::string_view name : names) all.insert(name.substr(0, least_bytes));
    return all;
  }();
  if (word.size() < least_bytes || !starts.contains(word.substr(0, least_bytes))) return {};  // nearly all words
  constexpr std::size_t longest_ending = 5;
  for (std::size_t cut = 0; cut <= longest_ending && word.size() >= cut + least_bytes; ++cut) {
    const auto found = names.find(word.substr(0, word.size() - cut));
    if (found != names.end() && fits(*found, word.substr(word.size() - cut))) return *found;
  }
  return {};
}

std::size_t without_case_ending(std::string_view word, std::size_t letters) {
  const std::size_t at = first_code_points(word, letters).size();
  if (at == 0 || at >= word.size() || !is_plain_vowel(word[at - 1])) return 0;
  return is_case_ending(word.substr(at), word[at - 1]) ? at : 0;
}

}  // namespace pykala::stemmers
