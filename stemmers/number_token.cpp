// SPDX-License-Identifier: GPL-2.0-or-later
// A place in a text -> the number that begins there. Private: groups of thousands and decimals.
#include "stemmers/number_token.h"

#include "stemmers/scan.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_groups = 4;  // up to 999 999 999 999; more are columns of a table
constexpr std::size_t max_number_bytes = 64;

bool is_group(std::string_view text, std::size_t at) {
  return skip_digits(text, at) == at + 3;
}

// Byte behind groups of three digits parted by one kind of separator, and how many; "" when there is none.
struct Groups {
  std::size_t end = 0;
  std::size_t count = 0;
  std::string digits;
};

template <typename SeparatorAt>
Groups match_groups(std::string_view text, std::size_t first_end, SeparatorAt separator_at) {
  Groups groups{first_end, 0, {}};
  std::string_view separator;
  while (groups.count < max_groups - 1) {
    const std::size_t length = separator_at(text, groups.end);
    const std::string_view here = text.substr(groups.end, length);
    if (length == 0 || (groups.count > 0 && here != separator) || !is_group(text, groups.end + length)) break;
    separator = here;
    groups.digits += text.substr(groups.end + length, 3);
    groups.end += length + 3;
    ++groups.count;
  }
  return groups;
}

Groups match_thousands(std::string_view text, std::size_t begin, std::size_t first_end) {
  const std::size_t first = first_end - begin;
  if (first == 0 || first > 3 || text[begin] == '0') return {first_end, 0, {}};
  Groups blanks = match_groups(text, first_end, [](std::string_view t, std::size_t at) {
    return at < t.size() && t[at] != '\t' ? blank_at(t, at) : std::size_t{0};
  });
  if (blanks.count > 0) return blanks;
  const auto mark = [](char c) {
    return [c](std::string_view t, std::size_t at) { return std::size_t{at < t.size() && t[at] == c}; };
  };
  Groups points = match_groups(text, first_end, mark('.'));
  const bool more_points = points.end < text.size() && text[points.end] == '.' && is_digit(text, points.end + 1);
  if (points.count > 0 && !more_points) return points;
  Groups commas = match_groups(text, first_end, mark(','));
  if (commas.count > 1) return commas;  // "1,234,567"; "1,234" is a decimal
  return {first_end, 0, {}};
}

}  // namespace

bool number_ends_at(std::string_view text, std::size_t at) {
  if (is_letter(text, at)) return false;
  const std::size_t hyphen = hyphen_at(text, at);
  return hyphen == 0 || !is_letter(text, at + hyphen);
}

std::optional<NumberToken> match_number(std::string_view text, std::size_t begin) {
  const std::size_t first_end = skip_digits(text, begin);
  if (first_end == begin) return std::nullopt;
  const Groups groups = match_thousands(text, begin, first_end);
  NumberToken number{groups.end, std::string(text.substr(begin, first_end - begin)) + groups.digits};

  std::string tail;
  std::size_t tails = 0;
  while (number.end - begin < max_number_bytes && number.end < text.size() &&
         (text[number.end] == '.' || text[number.end] == ',') && is_digit(text, number.end + 1)) {
    const std::size_t end = skip_digits(text, number.end + 1);
    tail += text.substr(number.end, end - number.end);
    number.end = end;
    ++tails;
  }
  const bool no_cents = tails == 1 && (tail == ",00" || tail == ",0");
  if (!no_cents) number.text += tail;
  if (!number_ends_at(text, number.end)) return std::nullopt;
  return number;
}

}  // namespace pykala::stemmers
