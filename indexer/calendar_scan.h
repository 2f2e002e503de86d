// SPDX-License-Identifier: GPL-2.0-or-later
// Calendar scan: days, spans of days and spans of years in a text of atoms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/fact_text.h"

namespace pykala::indexer {

struct ScannedDate {
  std::string iso;
  Range atoms;
};

/// "1.10.2020–30.8.2021", "10.10.-9.11.2021", "1.1.2022 alkaen 31.12.2022 saakka": from and to; years alone become
/// their first and last day.
struct ScannedSpan {
  std::string from, to;
  Range atoms;
  bool years_only = false;
};

/// The day "d.m.yyyy" that begins at `atom`.
[[nodiscard]] std::optional<ScannedDate> date_at(const TextPart& part, std::size_t atom);

/// Every day of the part, those of spans too, in order. "3. ja 10.11.2021" gives both days.
[[nodiscard]] std::vector<ScannedDate> scan_dates(const TextPart& part);

/// Every span of days or of years ("2018–2021"), in order; the end not before the beginning.
[[nodiscard]] std::vector<ScannedSpan> scan_spans(const TextPart& part);

}  // namespace pykala::indexer
