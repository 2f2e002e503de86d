// SPDX-License-Identifier: GPL-2.0-or-later
// Values as people type them -> Filter: years, dates, sums and their ranges.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "indexer/error.h"
#include "indexer/iso_date.h"
#include "indexer/limits.h"
#include "searcher/filters.h"

namespace pykala::searcher {

using namespace schema;

namespace {

[[noreturn]] void fail(FieldId id, const std::string& value) {
  const FieldRow& row = field(id);
  throw Error(ErrorCode::bad_query,
              "\"" + value + "\" is no " + std::string(row.name) + " (" + std::string(row.meaning) + ")",
              "for example: " + std::string(row.example));
}

constexpr int max_range_values = 1000;  ///< a range of numbers becomes one term each

struct Bounds {
  std::string from, to;  ///< empty: open
  bool single = false;   ///< one value, not a range
};

/// "a..b", "a..", "..b", ">a", ">=a", "<b", "<=b", "a–b" (en dash), "a".
Bounds split_range(std::string value) {
  std::erase(value, ' ');
  for (const std::string_view dash : {std::string_view(".."), std::string_view("\xE2\x80\x93")}) {
    const auto at = value.find(dash);
    if (at != std::string::npos) return {value.substr(0, at), value.substr(at + dash.size()), false};
  }
  const auto after = [&value](std::size_t n) { return value.substr(n); };
  if (value.starts_with(">=")) return {after(2), {}, false};
  if (value.starts_with("<=")) return {{}, after(2), false};
  if (value.starts_with(">")) return {after(1), {}, false};
  if (value.starts_with("<")) return {{}, after(1), false};
  return {value, value, true};
}

std::optional<int> whole_number(const std::string& text, int low, int high) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < low || number > high) return std::nullopt;
  return number;
}

/// Every number from one bound to the other, as values.
Filter numbers(FieldId id, const std::string& value, int low, int high) {
  const Bounds bounds = split_range(value);
  const auto from = bounds.from.empty() ? std::optional<int>(low) : whole_number(bounds.from, low, high);
  const auto to = bounds.to.empty() ? std::optional<int>(high) : whole_number(bounds.to, low, high);
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

Filter dates(const std::string& value) {
  const Bounds bounds = split_range(value);
  Filter filter{FieldId::date, {}, {}, {}};
  if (!bounds.from.empty()) filter.from = day(bounds.from, false);
  if (!bounds.to.empty()) filter.to = day(bounds.to, true);
  const bool broken = (!bounds.from.empty() && !filter.from) || (!bounds.to.empty() && !filter.to);
  if (broken || (!filter.from && !filter.to)) fail(FieldId::date, value);
  return filter;
}

/// "1,2 milj" -> 120000000 cents; "100000", "100 000", "50k", "12,50".
std::optional<std::string> cents(std::string text) {
  double factor = 100;
  for (const auto& [unit, times] :
       {std::pair{"milj", 1e6}, {"M", 1e6}, {"k", 1e3}, {"t", 1e3}, {"€", 1.0}, {"e", 1.0}}) {
    const std::string ending(unit);
    if (text.size() > ending.size() && text.ends_with(ending)) {
      text.resize(text.size() - ending.size());
      factor *= times;
    }
  }
  std::replace(text.begin(), text.end(), ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0) || number > 1e12) return std::nullopt;
  return std::to_string(std::llround(number * factor));
}

Filter amounts(const std::string& value) {
  const Bounds bounds = split_range(value);
  Filter filter{FieldId::amount, {}, {}, {}};
  if (!bounds.from.empty()) filter.from = cents(bounds.from);
  if (!bounds.to.empty()) filter.to = cents(bounds.to);
  const bool broken = (!bounds.from.empty() && !filter.from) || (!bounds.to.empty() && !filter.to);
  if (broken || (!filter.from && !filter.to)) fail(FieldId::amount, value);
  return filter;
}

}  // namespace

Filter parse_filter(FieldId id, const std::string& value) {
  constexpr int last_section = 9999;
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
