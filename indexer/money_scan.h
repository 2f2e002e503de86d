// SPDX-License-Identifier: GPL-2.0-or-later
// Money scan: every sum of money in a text, in all the spellings of Finnish and Swedish administration: "554 452
// euroa", "1,2 milj. €", "70.000 euron", "22.890.829,00", "1,1M€", "viisi miljoonaa euroa", "15 tuhatta euroa",
// "16 000 000 mk", "10 000–20 000 euroa", and numbers under a table header "euroina".
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/fact_text.h"

namespace pykala::indexer {

struct MoneySum {
  std::int64_t cents = 0;
  bool markka = false;      ///< old Finnish marks, else euros
  bool genitive = false;    ///< "118 000 euron": what the money is for follows it
  bool unit_price = false;  ///< "4 688 €/asm²", "250 €/kk"
  Range atoms;
};

inline constexpr std::int64_t max_cents = 1'000'000'000'000'000;  ///< ten thousand milliard euros; more is no sum

/// In the order of the text. Percentages, budget codes, years and numbers without a unit are no sums. Linear.
[[nodiscard]] std::vector<MoneySum> scan_money(const TextPart& part);

}  // namespace pykala::indexer
