// SPDX-License-Identifier: GPL-2.0-or-later
// Readings of one word -> the one to index. Private: the order of preference.
#include "stemmers/reading_choice.h"

#include <tuple>

#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

auto rank_of(const Reading& reading) {
  return std::tuple(reading.boundaries.size(), reading.word_class == WordClass::name,
                    reading.inflection == Inflection::rare, reading.derived);
}

}  // namespace

const Reading* choose_reading(const std::vector<Reading>& readings) {
  const Reading* best = nullptr;
  for (const Reading& reading : readings) {
    if (best == nullptr || rank_of(reading) < rank_of(*best)) best = &reading;
  }
  return best;
}

std::string lemma_of(const Reading& reading) { return to_lower(reading.verb.empty() ? reading.base : reading.verb); }

}  // namespace pykala::stemmers
