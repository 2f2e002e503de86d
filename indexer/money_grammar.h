// SPDX-License-Identifier: GPL-2.0-or-later
// Money grammar: the pieces of a sum of money, number, scale and currency, each read at one place of the text.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/fact_text.h"

namespace pykala::indexer {

/// A number in hundredths, and the atom past it.
struct MoneyNumber {
  std::int64_t hundredths = 0;
  std::size_t end = 0;
  bool grouped = false;  ///< written with thousands apart: "30 000"
};

/// A unit of money, and the atom past it.
struct Currency {
  std::size_t end = 0;
  bool markka = false, genitive = false;
};

inline constexpr std::size_t max_sum_digits = 13;

/// Three digits that may be a group of thousands.
[[nodiscard]] bool three_digits(const TextPart& part, std::size_t atom);

/// Digits "554 452", "22.890.829,00", "1,2" at `atom`.
[[nodiscard]] std::optional<MoneyNumber> read_digits(const TextPart& part, std::size_t atom);

/// Factor of "miljoonaa", "milj.", "M", "tuhatta", "t"; 1 when there is none. Moves `at` past it.
[[nodiscard]] std::int64_t read_scale(const TextPart& part, std::size_t& at);

/// "euroa", "€", "mk", "e/kk" at `at`.
[[nodiscard]] std::optional<Currency> read_currency(const TextPart& part, std::size_t at);

}  // namespace pykala::indexer
