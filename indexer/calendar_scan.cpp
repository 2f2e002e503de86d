// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: days and spans. Private: reading numbers of a date one after another.
#include "indexer/calendar_scan.h"

#include <algorithm>

#include "indexer/iso_date.h"

namespace pykala::indexer {
namespace {

constexpr int first_year = 1900, last_year = 2099;

std::optional<int> number_at(const TextPart& part, std::size_t atom, std::size_t min_digits, std::size_t max_digits) {
  const std::string_view digits = part.view(atom);
  if (!part.is_number(atom) || digits.size() < min_digits || digits.size() > max_digits) return std::nullopt;
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool point_at(const TextPart& part, std::size_t atom) {
  return part.is_symbol(atom, ".") && part.touches(atom);
}

bool dash_at(const TextPart& part, std::size_t atom) {
  return part.is_symbol(atom, "–") || part.is_symbol(atom, "-");
}

/// A date or year is not the tail of a longer number: "5.6.2021" is none inside "1.5.6.2021".
bool begins_number(const TextPart& part, std::size_t atom) {
  return atom == 0 || !part.touches(atom) || !(point_at(part, atom - 1) && atom > 1 && part.is_number(atom - 2));
}

/// "d.m." at `atom`, with or without the year; `end` is past it.
struct DayMonth {
  int day = 0, month = 0;
  std::optional<int> year;
  std::size_t end = 0;
};

std::optional<DayMonth> day_month_at(const TextPart& part, std::size_t atom) {
  const auto day = number_at(part, atom, 1, 2);
  if (!day || !point_at(part, atom + 1)) return std::nullopt;
  const auto month = number_at(part, atom + 2, 1, 2);
  if (!month || !part.touches(atom + 2) || !point_at(part, atom + 3)) return std::nullopt;
  DayMonth out{*day, *month, std::nullopt, atom + 4};
  if (const auto year = number_at(part, atom + 4, 4, 4); year && part.touches(atom + 4)) {
    out.year = year;
    out.end = atom + 5;
  }
  return out;
}

/// "d." before a dash or "ja", whose month and year follow: "30.-31.3.2022", "3. ja 10.11.2021".
std::optional<int> bare_day_at(const TextPart& part, std::size_t atom) {
  const auto day = number_at(part, atom, 1, 2);
  return day && point_at(part, atom + 1) ? day : std::nullopt;
}

/// The atom after a dash or "alkaen" between two dates; 0 when there is none.
std::size_t past_joint(const TextPart& part, std::size_t atom) {
  if (dash_at(part, atom)) return atom + 1;
  const std::string_view word = part.lower_view(atom);
  if (word == "alkaen" || word == "till" || word == "to") {
    return dash_at(part, atom + 1) ? atom + 2 : atom + 1;
  }
  return 0;
}

std::optional<ScannedSpan> day_span_at(const TextPart& part, std::size_t atom) {
  if (!begins_number(part, atom)) return std::nullopt;
  const auto first = day_month_at(part, atom);
  const auto bare = first ? std::nullopt : bare_day_at(part, atom);
  if (!first && !bare) return std::nullopt;
  const std::size_t joint = past_joint(part, first ? first->end : atom + 2);
  if (joint == 0) return std::nullopt;
  const auto last = day_month_at(part, joint);
  if (!last || !last->year) return std::nullopt;
  const auto from = first ? schema::iso_date(first->year.value_or(*last->year), first->month, first->day)
                          : schema::iso_date(*last->year, last->month, *bare);
  const auto to = schema::iso_date(*last->year, last->month, last->day);
  if (!from || !to || *from > *to) return std::nullopt;
  return ScannedSpan{*from, *to, {atom, last->end}, false};
}

std::optional<ScannedSpan> year_span_at(const TextPart& part, std::size_t atom) {
  const auto from = number_at(part, atom, 4, 4);
  if (!from || !begins_number(part, atom) || !dash_at(part, atom + 1)) return std::nullopt;
  // "HEL 2021-012560" is a case number: its second half has other than four digits, or letters come before.
  const auto to = number_at(part, atom + 2, 4, 4);
  if (!to || *from < first_year || *to > last_year || *from > *to || *to - *from > 40) return std::nullopt;
  if (point_at(part, atom + 3) && part.is_number(atom + 4) && part.touches(atom + 4)) return std::nullopt;
  return ScannedSpan{std::to_string(*from) + "-01-01", std::to_string(*to) + "-12-31", {atom, atom + 3}, true};
}

}  // namespace

std::optional<ScannedDate> date_at(const TextPart& part, std::size_t atom) {
  if (!begins_number(part, atom)) return std::nullopt;
  const auto read = day_month_at(part, atom);
  if (!read || !read->year) return std::nullopt;
  const auto iso = schema::iso_date(*read->year, read->month, read->day);
  return iso ? std::optional(ScannedDate{*iso, {atom, read->end}}) : std::nullopt;
}

std::vector<ScannedDate> scan_dates(const TextPart& part) {
  std::vector<ScannedDate> out;
  for (std::size_t atom = 0; atom < part.atoms.size();) {
    // "3. ja 10.11.2021": the first day borrows month and year.
    if (const auto bare = bare_day_at(part, atom);
        bare && begins_number(part, atom) && part.lower_view(atom + 2) == "ja") {
      const auto second = day_month_at(part, atom + 3);
      const auto iso = second && second->year ? schema::iso_date(*second->year, second->month, *bare) : std::nullopt;
      if (iso) out.push_back({*iso, {atom, atom + 2}});
    }
    auto date = date_at(part, atom);
    if (!date) {
      ++atom;
      continue;
    }
    atom = date->atoms.end;
    out.push_back(std::move(*date));
  }
  return out;
}

std::vector<ScannedSpan> scan_spans(const TextPart& part) {
  std::vector<ScannedSpan> out;
  for (std::size_t atom = 0; atom < part.atoms.size();) {
    auto span = part.is_number(atom) ? day_span_at(part, atom) : std::nullopt;
    if (!span && part.is_number(atom)) span = year_span_at(part, atom);
    if (!span) {
      ++atom;
      continue;
    }
    atom = span->atoms.end;
    out.push_back(std::move(*span));
  }
  return out;
}

}  // namespace pykala::indexer
