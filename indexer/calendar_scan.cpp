// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: days and spans. Private: reading numbers and months of a date one after another. Long because
// each spelling of a span is a short reader of its own, tried one after another.
#include "indexer/calendar_scan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/iso_date.h"
#include "indexer/month_names.h"

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

/// "22. toukokuuta 2023", "22 maj 2023"; also without the year, as "1. syyskuuta".
std::optional<DayMonth> named_day_at(const TextPart& part, std::size_t atom) {
  const auto day = number_at(part, atom, 1, 2);
  if (!day) return std::nullopt;
  const std::size_t word = point_at(part, atom + 1) ? atom + 2 : atom + 1;
  const int month = part.is_word(word) ? month_of(part.lower_view(word)) : 0;
  if (month == 0) return std::nullopt;
  DayMonth out{*day, month, std::nullopt, word + 1};
  if (const auto year = number_at(part, word + 1, 4, 4)) {
    out.year = year;
    out.end = word + 2;
  }
  return out;
}

std::optional<DayMonth> any_day_at(const TextPart& part, std::size_t atom) {
  const auto digits = day_month_at(part, atom);
  return digits ? digits : named_day_at(part, atom);
}

/// "9/2023", "09.2023", "syyskuun 2023" at `atom`; the day is left out.
std::optional<DayMonth> month_year_at(const TextPart& part, std::size_t atom) {
  if (part.is_word(atom)) {
    const int month = month_of(part.lower_view(atom));
    const auto year = month == 0 ? std::nullopt : number_at(part, atom + 1, 4, 4);
    return year ? std::optional(DayMonth{1, month, year, atom + 2}) : std::nullopt;
  }
  const auto month = number_at(part, atom, 1, 2);
  const bool sign = (part.is_symbol(atom + 1, "/") || part.is_symbol(atom + 1, ".")) && part.touches(atom + 1);
  if (!month || !sign || !part.touches(atom + 2) || *month < 1 || *month > 12) return std::nullopt;
  const auto year = number_at(part, atom + 2, 4, 4);
  const bool date_goes_on = point_at(part, atom + 3) && part.is_number(atom + 4) && part.touches(atom + 4);
  if (!year || *year < first_year || *year > last_year || date_goes_on) return std::nullopt;
  return DayMonth{1, *month, year, atom + 3};
}

/// "välisenä aikana", "välillä" behind the second of two dates that "ja" joins; "mellan" before the first.
bool lies_between(const TextPart& part, std::size_t begin, std::size_t end) {
  const std::string_view before = begin == 0 ? std::string_view() : part.lower_view(begin - 1);
  return part.lower_view(end).starts_with("väli") || before == "mellan" || before == "between";
}

bool is_and(std::string_view word) {
  return word == "ja" || word == "och" || word == "and";
}

/// The atom after a dash or "alkaen" between two dates; 0 when there is none.
std::size_t past_joint(const TextPart& part, std::size_t atom) {
  if (dash_at(part, atom)) return atom + 1;
  const std::string_view word = part.lower_view(atom);
  if (word != "alkaen" && word != "lukien" && word != "till" && word != "to") return 0;
  const bool more = dash_at(part, atom + 1) || part.lower_view(atom + 1) == "den";
  return more ? atom + 2 : atom + 1;
}

/// "päättyy", "jatkuu", "upphör": says that a date behind it is an end.
bool is_ending_word(std::string_view word) {
  return begins_with_any(word, {"päättyy", "päättyvä", "päättyen", "loppuu", "loppuen", "jatkuu", "kestää", "slutar",
                                "upphör", "avslutas", "ends"});
}

/// "alkaa 1.9.2023 ja päättyy 31.8.2025": the atom of the second date, a few words on, one of which says that it is the
/// end; 0 when there is none.
std::size_t past_ending_words(const TextPart& part, std::size_t atom) {
  constexpr std::size_t max_words = 5;
  bool ends = false;
  for (std::size_t at = atom; at < atom + max_words; ++at) {
    if (part.is_number(at)) return ends ? at : 0;
    if (!part.is_word(at) && !part.is_symbol(at, ",")) return 0;
    ends = ends || is_ending_word(part.lower_view(at));
  }
  return 0;
}

/// "elokuun 2023 alusta heinäkuun 2025 loppuun", "alkaa elokuussa 2023 ja päättyy heinäkuussa 2025": the atom of the
/// second month; 0 when there is none.
std::size_t past_month_words(const TextPart& part, std::size_t atom) {
  constexpr std::size_t max_words = 4;
  bool ends = false;
  for (std::size_t at = atom; at < atom + max_words && part.is_word(at); ++at) {
    const bool second = month_year_at(part, at).has_value();
    if (second) return ends ? at : 0;
    ends = ends || part.lower_view(at) == "alusta" || is_ending_word(part.lower_view(at));
  }
  return 0;
}

std::optional<ScannedSpan> day_span_at(const TextPart& part, std::size_t atom) {
  if (!begins_number(part, atom)) return std::nullopt;
  const auto first = any_day_at(part, atom);
  const auto bare = first ? std::nullopt : bare_day_at(part, atom);
  if (!first && !bare) return std::nullopt;
  const std::size_t end = first ? first->end : atom + 2;
  std::size_t joint = past_joint(part, end);
  const bool whole = first && first->year;
  if (joint == 0 && whole) joint = past_ending_words(part, end);
  const bool joined_by_and = joint == 0 && first && is_and(part.lower_view(end));
  if (joined_by_and) joint = end + 1;
  if (joint == 0) return std::nullopt;
  const auto last = any_day_at(part, joint);
  if (!last || !last->year || (joined_by_and && !lies_between(part, atom, last->end))) return std::nullopt;
  const auto from = first ? schema::iso_date(first->year.value_or(*last->year), first->month, first->day)
                          : schema::iso_date(*last->year, last->month, *bare);
  const auto to = schema::iso_date(*last->year, last->month, last->day);
  if (!from || !to || *from > *to) return std::nullopt;
  return ScannedSpan{*from, *to, {atom, last->end}, false};
}

/// "9/2023–8/2025", "syyskuun 2023 ja elokuun 2025 välisenä aikana", "syyskuusta 2023 elokuuhun 2025".
std::optional<ScannedSpan> month_span_at(const TextPart& part, std::size_t atom) {
  if (!begins_number(part, atom)) return std::nullopt;
  auto first = month_year_at(part, atom);
  // "syyskuun ja joulukuun 2023 välillä", "syys–joulukuu 2023" without a year of its own
  const bool yearless = !first && part.is_word(atom) && month_of(part.lower_view(atom)) != 0;
  if (yearless) first = DayMonth{1, month_of(part.lower_view(atom)), std::nullopt, atom + 1};
  if (!first) return std::nullopt;
  std::size_t joint = past_joint(part, first->end);
  const bool joined_by_and = joint == 0 && is_and(part.lower_view(first->end));
  const bool from_case = joint == 0 && part.is_word(atom) && part.lower_view(atom).ends_with("kuusta");
  if (joined_by_and) joint = first->end + 1;
  if (from_case && !joined_by_and) joint = first->end;
  const std::size_t later = first->year ? past_month_words(part, first->end) : 0;
  if (later != 0) joint = later;
  if (joint == 0) return std::nullopt;
  const auto last = month_year_at(part, joint);
  if (!last) return std::nullopt;
  const bool to_case = part.lower_view(joint).ends_with("kuuhun") || part.lower_view(last->end) == "loppuun";
  if (later == 0 && joined_by_and && !lies_between(part, atom, last->end)) return std::nullopt;
  if (later == 0 && from_case && !joined_by_and && !to_case) return std::nullopt;
  const auto from = schema::iso_date(first->year.value_or(*last->year), first->month, 1);
  std::optional<std::string> to;
  for (int day = 31; day >= 28 && !to; --day) to = schema::iso_date(*last->year, last->month, day);
  if (!from || !to || *from > *to) return std::nullopt;
  return ScannedSpan{*from, *to, {atom, last->end}, false};
}

/// "vuosina 2024 ja 2025", "vuosille 2024, 2025 ja 2026", "åren 2024 och 2025".
std::optional<ScannedSpan> year_list_at(const TextPart& part, std::size_t atom) {
  if (atom == 0 || !begins_with_any(part.lower_view(atom - 1), {"vuosi", "åren", "years"})) return std::nullopt;
  const auto from = number_at(part, atom, 4, 4);
  auto last = from;
  std::size_t end = atom + 1;
  bool closed = false;
  while (last && !closed &&
         (part.is_symbol(end, ",") || is_and(part.lower_view(end)) || part.lower_view(end) == "sekä")) {
    closed = !part.is_symbol(end, ",");
    const auto next = number_at(part, end + 1, 4, 4);
    if (!next || *next != *last + 1) return std::nullopt;
    last = next;
    end += 2;
  }
  if (!closed || *from < first_year || *last > last_year) return std::nullopt;
  return ScannedSpan{std::to_string(*from) + "-01-01", std::to_string(*last) + "-12-31", {atom, end}, true};
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

std::optional<ScannedSpan> span_at(const TextPart& part, std::size_t atom) {
  if (part.is_word(atom)) return month_of(part.lower_view(atom)) == 0 ? std::nullopt : month_span_at(part, atom);
  if (!part.is_number(atom)) return std::nullopt;
  for (const auto read : {day_span_at, month_span_at, year_span_at, year_list_at})
    if (auto span = read(part, atom)) return span;
  return std::nullopt;
}

}  // namespace

std::optional<ScannedDate> date_at(const TextPart& part, std::size_t atom) {
  if (!begins_number(part, atom)) return std::nullopt;
  const auto read = any_day_at(part, atom);
  if (!read || !read->year) return std::nullopt;
  const auto iso = schema::iso_date(*read->year, read->month, read->day);
  return iso ? std::optional(ScannedDate{*iso, {atom, read->end}}) : std::nullopt;
}

std::vector<ScannedDate> scan_dates(const TextPart& part) {
  std::vector<ScannedDate> out;
  for (std::size_t atom = 0; atom < part.atoms.size();) {
    if (!part.is_number(atom)) {
      ++atom;
      continue;
    }
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

std::vector<ScannedSpan> spans_in(const TextPart& part, Range range) {
  std::vector<ScannedSpan> out;
  for (std::size_t atom = range.begin; atom < range.end;) {
    auto span = span_at(part, atom);
    if (!span) {
      ++atom;
      continue;
    }
    atom = span->atoms.end;
    out.push_back(std::move(*span));
  }
  return out;
}

std::vector<ScannedSpan> scan_spans(const TextPart& part) {
  return spans_in(part, {0, part.atoms.size()});
}

bool is_given_for(const TextPart& part, const ScannedSpan& span) {
  if (span.atoms.begin < 2) return false;
  const std::string_view before = part.lower_view(span.atoms.begin - 1);
  return before.ends_with("lle") || part.lower_view(span.atoms.begin - 2) == "för";
}

bool is_past_verb(std::string_view lower_word) {
  static constexpr std::array<std::string_view, 22> verbs{
      "sai",     "saivat",   "saanut",      "saaneet", "saatiin",       "rahoitti",    "rahoittanut",   "rahoitettiin",
      "toimi",   "toiminut", "oli",         "olivat",  "toteutettiin",  "toteutui",    "järjestettiin", "käynnistyi",
      "päättyi", "myönsi",   "myönnettiin", "fick",    "finansierades", "finansierade"};
  return std::find(verbs.begin(), verbs.end(), lower_word) != verbs.end();
}

}  // namespace pykala::indexer
