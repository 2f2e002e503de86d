// SPDX-License-Identifier: GPL-2.0-or-later
// A word in, the listed name it is a form of out. Private: the list, and the case endings.
#include "stemmers/known_names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "data/embedded.h"

namespace pykala::stemmers {
namespace {

// Singular cases; "kin" and "kaan" may follow none of them: a name with both is rare.
constexpr std::array<std::string_view, 15> endings{"",     "n",    "a",   "ä",   "ta",   "tä",   "ssa", "ssä",
                                                   "sta",  "stä",  "lla", "llä", "lta",  "ltä",  "lle"};
constexpr std::array<std::string_view, 3> late_endings{"na", "nä", "ksi"};
constexpr std::size_t least_bytes = 4;

std::unordered_set<std::string_view> read_list() {
  std::unordered_set<std::string_view> names;
  std::string_view rest = data::embedded_file("lexicon/names_fi.txt");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && !line.starts_with('#')) names.insert(line);
  }
  return names;
}

bool is_vowel_byte(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool is_case_ending(std::string_view ending, char before) {
  const auto among = [ending](const auto& list) { return std::find(list.begin(), list.end(), ending) != list.end(); };
  if (among(endings) || among(late_endings)) return true;
  return ending.size() == 2 && ending[1] == 'n' && ending[0] == before;  // "steaan"
}

bool fits(std::string_view name, std::string_view ending) {
  const char last = name.back();
  if (ending.empty()) return true;
  if (is_vowel_byte(last)) return is_case_ending(ending, last);
  return ending.starts_with('i') && ending.size() > 1 && is_case_ending(ending.substr(1), 'i');  // "vincitiin"
}

}  // namespace

std::string_view known_name(std::string_view word) {
  static const std::unordered_set<std::string_view> names = read_list();
  constexpr std::size_t longest_ending = 5;
  for (std::size_t cut = 0; cut <= longest_ending && word.size() >= cut + least_bytes; ++cut) {
    const auto found = names.find(word.substr(0, word.size() - cut));
    if (found != names.end() && fits(*found, word.substr(word.size() - cut))) return *found;
  }
  return {};
}

std::size_t without_case_ending(std::string_view word, std::size_t letters) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < letters && at < word.size(); ++n) {
    for (++at; at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80;) ++at;
  }
  if (at == 0 || at >= word.size() || !is_vowel_byte(word[at - 1])) return 0;
  return is_case_ending(word.substr(at), word[at - 1]) ? at : 0;
}

}  // namespace pykala::stemmers
