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
  bool grouped = false;   ///< written with thousands apart: "30 000"
  bool decimals = false;  ///< "2,50"
  bool no_cents = false;  ///< "500,-": a sum by itself
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

/// A number in words, or in digits with a half or a second number behind it.
struct SpelledSum {
  std::int64_t hundredths = 0;
  std::size_t end = 0;
  std::int64_t scale = 1;  ///< of its largest part
  bool sure = true;        ///< false: "miljoonaa" with no number, "muutama miljoona"
};

/// "kaksisataa tuhatta", "kaksi ja puoli miljoonaa", "viisi milj." at `atom`.
[[nodiscard]] std::optional<SpelledSum> read_spelled(const TextPart& part, std::size_t atom);

/// Moves `number` over "ja puoli" or "½": "2 ja puoli miljoonaa", and over an ending: "12 000:n euron".
void read_fraction(const TextPart& part, MoneyNumber& number);

/// The atom past a remark in brackets, "(alv 0 %)"; `atom` itself when there is none.
[[nodiscard]] std::size_t past_remark(const TextPart& part, std::size_t atom);

/// Factor of "miljoonaa", "milj.", "M", "tuhatta", "t"; 1 when there is none. Moves `at` past it.
[[nodiscard]] std::int64_t read_scale(const TextPart& part, std::size_t& at);

/// "euroa", "€", "mk", "e/kk" at `at`.
[[nodiscard]] std::optional<Currency> read_currency(const TextPart& part, std::size_t at);

}  // namespace pykala::indexer
