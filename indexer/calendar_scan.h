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

/// "1.10.2020–30.8.2021", "10.10.-9.11.2021", "1.1.2022 alkaen 31.12.2022 saakka", "9/2023–8/2025", "syyskuusta 2023
/// elokuuhun 2025", "vuosina 2024 ja 2025": from and to; months and years alone become their first and last day.
struct ScannedSpan {
  std::string from, to;
  Range atoms;
  bool years_only = false;
};

/// The day "d.m.yyyy", "22. toukokuuta 2023" or "22 maj 2023" that begins at `atom`.
[[nodiscard]] std::optional<ScannedDate> date_at(const TextPart& part, std::size_t atom);

/// Every day of the part, those of spans too, in order. "3. ja 10.11.2021" gives both days.
[[nodiscard]] std::vector<ScannedDate> scan_dates(const TextPart& part);

/// Every span of days or of years ("2018–2021"), in order; the end not before the beginning.
[[nodiscard]] std::vector<ScannedSpan> scan_spans(const TextPart& part);
/// Those of some atoms.
[[nodiscard]] std::vector<ScannedSpan> spans_in(const TextPart& part, Range range);

/// "vuosille 2021–2022", "för åren": the time that something is given for, which says nothing of when it was given.
[[nodiscard]] bool is_given_for(const TextPart& part, const ScannedSpan& span);

/// "sai", "rahoitti", "toteutettiin": tells what was.
[[nodiscard]] bool is_past_verb(std::string_view lower_word);

}  // namespace pykala::indexer
