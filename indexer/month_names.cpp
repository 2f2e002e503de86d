// SPDX-License-Identifier: GPL-2.0-or-later
// In: a word in lower case. Out: the month it names. Private: the names, and a table by their first bytes, because
// every word of a text is asked about.
#include "indexer/month_names.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace pykala::indexer {
namespace {

using MonthNames = std::array<std::string_view, 3>;
constexpr std::array<MonthNames, 12> month_names{{{"tammikuu", "januari", "january"},
                                                  {"helmikuu", "februari", "february"},
                                                  {"maaliskuu", "mars", "march"},
                                                  {"huhtikuu", "april", "april"},
                                                  {"toukokuu", "maj", "may"},
                                                  {"kesäkuu", "juni", "june"},
                                                  {"heinäkuu", "juli", "july"},
                                                  {"elokuu", "augusti", "august"},
                                                  {"syyskuu", "september", "september"},
                                                  {"lokakuu", "oktober", "october"},
                                                  {"marraskuu", "november", "november"},
                                                  {"joulukuu", "december", "december"}}};

constexpr std::size_t place_of_beginning(std::string_view word) {
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
  return (byte(0) * 31 + byte(1) * 7 + byte(2)) % 1024;
}

/// Months that may begin with three bytes, one bit each. Nearly every word has none.
constexpr std::array<std::uint16_t, 1024> months_by_beginning = [] {
  std::array<std::uint16_t, 1024> months{};
  for (std::size_t month = 0; month < month_names.size(); ++month) {
    for (const std::string_view name : month_names[month]) {
      std::uint16_t& place = months[place_of_beginning(name)];
      place = static_cast<std::uint16_t>(place | 1u << month);
    }
  }
  return months;
}();

}  // namespace

int month_of(std::string_view lower_word) {
  if (lower_word.size() < 3) return 0;
  const std::uint16_t months = months_by_beginning[place_of_beginning(lower_word)];
  for (std::size_t month = 0; months >> month != 0; ++month) {
    if ((months >> month & 1) == 0) continue;
    const MonthNames& names = month_names[month];
    if (lower_word.starts_with(names[0]) || lower_word == names[1] || lower_word == names[2])
      return static_cast<int>(month) + 1;
  }
  return 0;
}

}  // namespace pykala::indexer
