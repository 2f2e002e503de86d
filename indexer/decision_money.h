// SPDX-License-Identifier: GPL-2.0-or-later
// Decision money: which of the sums of a decision speak for it, in statistics, sorting and ranges.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/decision.h"

namespace pykala::schema {

/// The main sum of a decision: its largest total or grant in euros, else the largest own share, else the largest other.
/// What was asked for in vain is no grant: all of it in a decision whose title says that it rejects, and beside other
/// grants what only was applied for ("Yhdistys on hakenut 25 000 euroa"); that is read from the text around the sum.
[[nodiscard]] std::optional<std::int64_t> main_amount_cents(const Decision& decision);

struct FunderAmount {
  std::string funder;  ///< id; empty: not told
  std::int64_t cents = 0;
  bool operator==(const FunderAmount&) const = default;
};

/// What each funder of the decision grants or is asked to grant, each once: its largest grant in euros. Not what the
/// whole costs, nor the city's own share. A grant that names its funder is that funder's alone. One that names none is
/// the funder's where just one funds the decision; else, when no grant names its funder, nobody's (an empty id). What
/// was asked for in vain does not count, as for the main sum.
[[nodiscard]] std::vector<FunderAmount> funder_amounts(const Decision& decision);

}  // namespace pykala::schema
