// SPDX-License-Identifier: GPL-2.0-or-later
// A word in, whether names end in it out. Forms are told by their stem: the table has one form of each word.
#include "searcher/suspended_nouns.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "data/embedded.h"
#include "stemmers/finnish_stemmer.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {
namespace {

constexpr std::size_t least_first_part = 3;  ///< letters before the noun of a compound
constexpr std::size_t most_word_bytes = 80;

const std::unordered_set<std::string>& stems() {
  static const std::unordered_set<std::string> read = [] {
    std::unordered_set<std::string> out;
    for (const std::string_view line : data::embedded_lines("lexicon/suspended_nouns.txt")) {
      out.insert(stemmers::stem_finnish(line));
    }
    return out;
  }();
  return read;
}

}  // namespace

bool is_suspended_noun(std::string_view word, bool after_name) {
  while (!word.empty() && std::string_view(".,;!?").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  if (word.empty() || word.size() > most_word_bytes) return false;
  const std::string lower = stemmers::to_lower(stemmers::to_nfc(word));
  if (stems().contains(stemmers::stem_finnish(lower))) return true;
  for (std::size_t at = least_first_part; after_name && at < lower.size(); ++at) {
    const bool inside_letter = (static_cast<unsigned char>(lower[at]) & 0xC0U) == 0x80U;
    constexpr std::size_t least_noun = 4;
    if (inside_letter || lower.size() - at < least_noun) continue;
    if (stems().contains(stemmers::stem_finnish(std::string_view(lower).substr(at)))) return true;
  }
  return false;
}

bool stands_for_name(std::string_view before) {
  if (before.empty()) return false;
  if (before.find_first_of("0123456789!?\"'+.)") != std::string_view::npos) return true;
  return stemmers::to_lower(before) != before;
}

bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 6> conjunctions{"ja", "tai", "sekä", "eli", "och", "eller"};
  return std::find(conjunctions.begin(), conjunctions.end(), word) != conjunctions.end();
}

}  // namespace pykala::searcher
