// SPDX-License-Identifier: GPL-2.0-or-later
// Text in, checked calendar day out; the calendar itself is std::chrono's.
#include "indexer/iso_date.h"

#include <charconv>
#include <chrono>
#include <ctime>
#include <cstdio>

namespace pykala::schema {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2200;

std::optional<int> number(std::string_view digits, std::size_t min_digits, std::size_t max_digits) {
  if (digits.size() < min_digits || digits.size() > max_digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::string> iso_date(int year, int month, int day) {
  using namespace std::chrono;
  if (year < first_year || year > last_year || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return std::string(text);
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = number(text.substr(0, 4), 4, 4);
  const auto month = number(text.substr(5, 2), 2, 2);
  const auto day = number(text.substr(8, 2), 2, 2);
  return year && month && day && iso_date(*year, *month, *day);
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

std::optional<std::string> next_day(std::string_view text) {
  if (!is_iso_date(text)) return std::nullopt;
  using namespace std::chrono;
  const auto part = [&](std::size_t at, std::size_t digits) {
    return number(text.substr(at, digits), digits, digits).value_or(0);
  };
  const sys_days day = sys_days(year(part(0, 4)) / part(5, 2) / part(8, 2)) + days(1);
  const year_month_day next(day);
  return iso_date(static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
                  static_cast<int>(static_cast<unsigned>(next.day())));
}

std::optional<std::string> from_finnish_date(std::string_view text) {
  const auto first = text.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto day = number(text.substr(0, first), 1, 2);
  const auto month = number(text.substr(first + 1, second - first - 1), 1, 2);
  const auto year = number(text.substr(second + 1), 4, 4);
  if (!day || !month || !year) return std::nullopt;
  return iso_date(*year, *month, *day);
}

}  // namespace pykala::schema
