// SPDX-License-Identifier: GPL-2.0-or-later
// The two ways to ask the dictionary; readings_of of lexicon.h takes the quick one where it can.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "stemmers/lexicon.h"

namespace pykala::stemmers {

/// Compounds of more bytes are not in decisions; Voikko's time grows with the length. Longer ones have no readings.
inline constexpr std::size_t max_word_bytes = 120;

/// By libvoikko.
[[nodiscard]] std::vector<Reading> readings_by_library(std::string_view word);

/// The same from the library's file by a walk of our own, see OutputReadings. nullopt: ask the library; always, when
/// the library may be using another dictionary than the installed one.
[[nodiscard]] std::optional<Readings> readings_by_transducer(std::string_view word);

}  // namespace pykala::stemmers
