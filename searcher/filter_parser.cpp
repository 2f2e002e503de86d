// SPDX-License-Identifier: GPL-2.0-or-later
// Values as people type them -> Filter: years, dates, sums and their ranges.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "indexer/error.h"
#include "indexer/iso_date.h"
#include "indexer/limits.h"
#include "searcher/filters.h"
#include "searcher/value_names.h"

namespace pykala::searcher {

using namespace schema;

namespace {

[[noreturn]] void fail(FieldId id, const std::string& value) {
  const FieldRow& row = field(id);
  throw Error(ErrorCode::bad_query,
              "\"" + value + "\" is no " + std::string(row.name) + " (" + std::string(row.meaning) + ")",
              "for example: " + std::string(row.example));
}

constexpr std::string_view section_sign = "§";  ///< "17 §"
constexpr int max_range_values = 1000;          ///< a range of numbers becomes one term each

struct Bounds {
  std::string from, to;     ///< empty: open
  bool after_from = false;  ///< ">a": a itself is out
  bool before_to = false;   ///< "<b": b itself is out
};

/// "a..b", "a..", "..b", ">a", ">=a", "<b", "<=b", "a–b" (en dash), "a".
Bounds split_range(std::string value) {
  std::erase(value, ' ');
  for (const std::string_view dash : {std::string_view(".."), std::string_view("\xE2\x80\x93")}) {
    const auto at = value.find(dash);
    if (at != std::string::npos) return {value.substr(0, at), value.substr(at + dash.size()), false, false};
  }
  const auto after = [&value](std::size_t n) { return value.substr(n); };
  if (value.starts_with(">=")) return {after(2), {}, false, false};
  if (value.starts_with("<=")) return {{}, after(2), false, false};
  if (value.starts_with(">")) return {after(1), {}, true, false};
  if (value.starts_with("<")) return {{}, after(1), false, true};
  if (value.starts_with("=")) value.erase(0, 1);
  return {value, value, false, false};
}

/// "2017-2020" -> "2017..2020"; a minus stays what it is.
std::string hyphen_as_dots(std::string value) {
  const auto hyphen = value.find('-');
  const bool between = hyphen != std::string::npos && hyphen > 0 && hyphen == value.rfind('-');
  return between ? value.replace(hyphen, 1, "..") : value;
}

std::optional<int> whole_number(const std::string& text, int low, int high) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < low || number > high) return std::nullopt;
  return number;
}

/// Every number from one bound to the other, as values.
Filter numbers(FieldId id, const std::string& value, int low, int high) {
  std::string figures = hyphen_as_dots(value);
  for (auto at = figures.find(section_sign); at != std::string::npos; at = figures.find(section_sign)) {
    figures.erase(at, section_sign.size());
  }
  const Bounds bounds = split_range(figures);
  auto from = bounds.from.empty() ? std::optional<int>(low) : whole_number(bounds.from, low, high);
  auto to = bounds.to.empty() ? std::optional<int>(high) : whole_number(bounds.to, low, high);
  if (from && bounds.after_from) ++*from;
  if (to && bounds.before_to) --*to;
  if (!from || !to || *from > *to || *to - *from > max_range_values) fail(id, value);
  Filter filter{id, {}, {}, {}};
  for (int number = *from; number <= *to; ++number) filter.values.emplace_back(std::to_string(number));
  return filter;
}

/// A day, month ("2017-05") or year as its first or last day.
std::optional<std::string> day(const std::string& text, bool last) {
  if (is_iso_date(text)) return text;
  if (auto date = from_finnish_date(text)) return date;
  const auto year = whole_number(text.substr(0, 4), 1800, 2200);
  if (!year) return std::nullopt;
  if (text.size() == 4) return iso_date(*year, last ? 12 : 1, last ? 31 : 1);
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto month = whole_number(text.substr(5), 1, 12);
  if (!month) return std::nullopt;
  for (int d = last ? 31 : 1; d >= 1; --d) {
    if (auto date = iso_date(*year, *month, d)) return date;
  }
  return std::nullopt;
}

/// The day before; the calendar's first day stays.
std::string day_before(const std::string& iso_date) {
  std::string candidate = iso_date;
  const int year_number = whole_number(iso_date.substr(0, 4), 0, 9999).value_or(0);
  const int month_number = whole_number(iso_date.substr(5, 2), 1, 12).value_or(1);
  const int day_number = whole_number(iso_date.substr(8, 2), 1, 31).value_or(1);
  if (day_number > 1) return schema::iso_date(year_number, month_number, day_number - 1).value_or(candidate);
  for (int last = 31; last >= 28; --last) {
    const bool january = month_number == 1;
    if (auto found = schema::iso_date(january ? year_number - 1 : year_number, january ? 12 : month_number - 1, last)) {
      return *found;
    }
  }
  return candidate;
}

Filter dates(const std::string& value) {
  const bool finnish = value.find('.') != std::string::npos;  // "1.1.2017-30.6.2017", but "2017-05"
  const Bounds bounds = split_range(finnish ? hyphen_as_dots(value) : value);
  Filter filter{FieldId::date, {}, {}, {}};
  // ">2017" begins after the last day of 2017, "<2017" ends before its first.
  if (!bounds.from.empty()) filter.from = day(bounds.from, bounds.after_from);
  if (!bounds.to.empty()) filter.to = day(bounds.to, !bounds.before_to);
  if (filter.from && bounds.after_from) filter.from = next_day(*filter.from);
  if (filter.to && bounds.before_to) filter.to = day_before(*filter.to);
  const bool broken = (!bounds.from.empty() && !filter.from) || (!bounds.to.empty() && !filter.to);
  const bool reversed = filter.from && filter.to && *filter.from > *filter.to;
  if (broken || reversed || (!filter.from && !filter.to)) fail(FieldId::date, value);
  return filter;
}

/// "100.000" and "1,000,000" are thousands: three digits behind each of the same mark, up to three before the first.
bool has_thousands(const std::string& text) {
  const auto mark = text.find_first_of(".,");
  if (mark == std::string::npos || mark == 0 || mark > 3) return false;
  for (std::size_t at = mark; at < text.size(); at += 4) {
    if (text[at] != text[mark] || text.size() - at < 4) return false;
    for (std::size_t digit = at + 1; digit < at + 4; ++digit) {
      if (text[digit] < '0' || text[digit] > '9') return false;
    }
  }
  return true;
}

/// Takes units off the end and says what they multiply by: "1,2 milj. €" -> "1,2" and 1e6.
double take_units(std::string& text) {
  double factor = 1;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [unit, times] : {std::pair{"milj.", 1e6},
                                      {"milj", 1e6},
                                      {"M", 1e6},
                                      {"k", 1e3},
                                      {"t", 1e3},
                                      {"euroa", 1.0},
                                      {"€", 1.0},
                                      {"e", 1.0}}) {
      const std::string ending(unit);
      if (text.size() <= ending.size() || !text.ends_with(ending)) continue;
      text.resize(text.size() - ending.size());
      factor *= times;
      found = true;
      break;
    }
  }
  return factor;
}

/// "1,2milj" -> 120000000 cents; "100000", "100.000", "50k", "12,50".
std::optional<std::string> cents(std::string text) {
  const double factor = 100 * take_units(text);
  if (has_thousands(text)) {
    std::erase_if(text, [](char c) { return c == '.' || c == ','; });
  } else {
    std::replace(text.begin(), text.end(), ',', '.');
  }
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0)) return std::nullopt;
  if (number * factor > static_cast<double>(max_cents)) return std::nullopt;
  return std::to_string(std::llround(number * factor));
}

Filter amounts(const std::string& value) {
  const Bounds bounds = split_range(hyphen_as_dots(value));
  Filter filter{FieldId::amount, {}, {}, {}};
  if (!bounds.from.empty()) filter.from = cents(bounds.from);
  if (!bounds.to.empty()) filter.to = cents(bounds.to);
  if (filter.from && bounds.after_from) filter.from = std::to_string(std::stoll(*filter.from) + 1);
  if (filter.to && bounds.before_to) filter.to = std::to_string(std::max(0LL, std::stoll(*filter.to) - 1));
  const bool broken = (!bounds.from.empty() && !filter.from) || (!bounds.to.empty() && !filter.to);
  const bool reversed = filter.from && filter.to && std::stoll(*filter.from) > std::stoll(*filter.to);
  if (broken || reversed || (!filter.from && !filter.to)) fail(FieldId::amount, value);
  return filter;
}

}  // namespace

Filter parse_filter(FieldId id, const std::string& value) {
  constexpr int last_section = 9999;
  if (field(id).type != FieldType::text && is_unknown_name(value)) return {id, {std::nullopt}, {}, {}};
  switch (field(id).type) {
    case FieldType::year:
      return numbers(id, value, 1800, 2200);
    case FieldType::number:
      return numbers(id, value, 0, last_section);
    case FieldType::date:
      return dates(value);
    case FieldType::amount:
      return amounts(value);
    case FieldType::keyword:
    case FieldType::text:
      break;
  }
  if (value.empty()) fail(id, value);
  return {id, {value}, {}, {}};
}

}  // namespace pykala::searcher
