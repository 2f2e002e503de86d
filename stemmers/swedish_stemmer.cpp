// SPDX-License-Identifier: GPL-2.0-or-later
// Swedish word -> stem. Private: the nouns whose own end is -et.
#include "stemmers/swedish_stemmer.h"

#include <algorithm>
#include <array>

#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t min_noun_letters = 3;  // "brev" of "brevet"

/// "-het" and "-itet" make nouns, the others are nouns of foreign origin: their definite form is "budgeten".
constexpr std::array<std::string_view, 16> nouns_in_et{"het",      "itet",   "ietet",   "uitet", "budget", "paket",
                                                       "raket",    "planet", "magnet",  "komet", "poet",   "fakultet",
                                                       "internet", "staket", "alfabet", "profet"};

}  // namespace

std::string stem_swedish(const SnowballStemmer& snowball, std::string_view word) {
  std::string_view base = word;
  if (base.ends_with("ets")) base.remove_suffix(1);
  const bool own_end =
      std::any_of(nouns_in_et.begin(), nouns_in_et.end(), [&](std::string_view end) { return base.ends_with(end); });
  if (!base.ends_with("et") || own_end) return snowball.stem(word);
  const std::string_view noun = base.substr(0, base.size() - 2);
  if (count_code_points(noun) < min_noun_letters) return snowball.stem(word);
  return snowball.stem(noun);
}

}  // namespace pykala::stemmers
