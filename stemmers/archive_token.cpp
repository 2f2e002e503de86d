// SPDX-License-Identifier: GPL-2.0-or-later
// A place in a text -> the archive's token that begins there. Private: one matcher for each kind; each looks a bounded
// number of bytes ahead.
#include "stemmers/archive_token.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "stemmers/number_token.h"
#include "stemmers/scan.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_blanks = 3;
constexpr std::size_t max_section_digits = 4;
constexpr std::size_t case_year_digits = 4;
constexpr std::size_t case_serial_digits = 6;
constexpr std::size_t max_case_register = 4;   // "HEL"
constexpr std::size_t max_ending_letters = 8;  // "EU:lläkään"
constexpr std::size_t max_address_bytes = 2048;

int number_in(std::string_view text, std::size_t begin, std::size_t end) {
  int value = 0;
  for (std::size_t i = begin; i < end; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

bool is_year(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin != 4) return false;
  const int year = number_in(text, begin, end);
  return year >= 1800 && year < 2100;
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

std::optional<std::string> iso_date(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 1000) return std::nullopt;
  const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

// "17 §", "17§", "17 a §", "17 §:n". In "2017 § 17" the sign belongs to the second number.
std::optional<ArchiveToken> match_section_number(std::string_view text, std::size_t begin, std::size_t digits_end) {
  if (digits_end - begin > max_section_digits) return std::nullopt;
  std::size_t at = skip_blanks(text, digits_end, max_blanks);
  std::string letter;
  if (is_lower_letter(text, at) && static_cast<unsigned char>(text[at]) < 0x80 &&
      section_sign_at(text, skip_blanks(text, at + 1, max_blanks)) > 0) {
    letter = text[at];
    at = skip_blanks(text, at + 1, max_blanks);
  }
  const std::size_t sign = section_sign_at(text, at);
  if (sign == 0) return std::nullopt;
  const bool number_follows = is_digit(text, skip_blanks(text, at + sign, max_blanks));
  if (number_follows && is_year(text, begin, digits_end)) return std::nullopt;
  return ArchiveToken{skip_colon_ending(text, at + sign), TokenKind::section,
                      "§" + std::string(without_zeros(text.substr(begin, digits_end - begin))) + letter};
}

// Byte behind "2017-005881" at `begin`, or 0.
std::size_t case_serial_end(std::string_view text, std::size_t begin) {
  const std::size_t year_end = skip_digits(text, begin);
  if (year_end - begin != case_year_digits || !is_year(text, begin, year_end)) return 0;
  const std::size_t serial = year_end + dash_at(text, year_end);
  const std::size_t end = skip_digits(text, serial);
  return serial > year_end && end - serial == case_serial_digits && !is_letter(text, end) ? end : 0;
}

std::string case_serial(std::string_view text, std::size_t begin, std::size_t end) {
  return std::string(text.substr(begin, case_year_digits)) + "-" +
         std::string(text.substr(end - case_serial_digits, case_serial_digits));
}

// "1.10.2020", "01.10.2020"
std::optional<ArchiveToken> match_date(std::string_view text, std::size_t begin, std::size_t digits_end) {
  const std::size_t month = digits_end + 1;
  if (digits_end - begin > 2 || digits_end >= text.size() || text[digits_end] != '.') return std::nullopt;
  const std::size_t month_end = skip_digits(text, month);
  if (month_end == month || month_end - month > 2 || month_end >= text.size() || text[month_end] != '.') {
    return std::nullopt;
  }
  const std::size_t year = month_end + 1;
  const std::size_t end = skip_digits(text, year);
  if (end - year != 4 || is_letter(text, end)) return std::nullopt;
  auto iso =
      iso_date(number_in(text, year, end), number_in(text, month, month_end), number_in(text, begin, digits_end));
  if (!iso) return std::nullopt;
  return ArchiveToken{skip_colon_ending(text, end), TokenKind::date, *std::move(iso)};
}

// "§ 17", "§17", "§ 17:n"; in "§ 4.8.2021" a date follows.
std::optional<ArchiveToken> match_section_sign(std::string_view text, std::size_t begin) {
  const std::size_t digits = skip_blanks(text, begin + section_sign_at(text, begin), max_blanks);
  const std::size_t end = skip_digits(text, digits);
  if (end == digits || end - digits > max_section_digits || is_letter(text, end)) return std::nullopt;
  if (match_date(text, digits, end)) return std::nullopt;
  return ArchiveToken{skip_colon_ending(text, end), TokenKind::section,
                      "§" + std::string(without_zeros(text.substr(digits, end - digits)))};
}

// "2020-10-01"
std::optional<ArchiveToken> match_iso_date(std::string_view text, std::size_t begin, std::size_t digits_end) {
  const std::size_t end = digits_end + 6;
  if (digits_end - begin != 4 || end > text.size() || text[digits_end] != '-' || text[digits_end + 3] != '-' ||
      skip_digits(text, digits_end + 1) != digits_end + 3 || skip_digits(text, digits_end + 4) != end) {
    return std::nullopt;
  }
  auto iso = iso_date(number_in(text, begin, digits_end), number_in(text, digits_end + 1, digits_end + 3),
                      number_in(text, digits_end + 4, end));
  if (!iso) return std::nullopt;
  return ArchiveToken{end, TokenKind::date, *std::move(iso)};
}

// "2018–2021", "2018-2021", "2018 - 2021"
std::optional<ArchiveToken> match_year_range(std::string_view text, std::size_t begin, std::size_t digits_end) {
  if (!is_year(text, begin, digits_end)) return std::nullopt;
  const std::size_t dash = skip_blanks(text, digits_end, 1);
  const std::size_t length = dash_at(text, dash);
  if (length == 0) return std::nullopt;
  const std::size_t second = skip_blanks(text, dash + length, 1);
  const std::size_t end = skip_digits(text, second);
  if (!is_year(text, second, end) || !number_ends_at(text, end)) return std::nullopt;
  const std::string_view from = text.substr(begin, 4);
  const std::string_view to = text.substr(second, 4);
  const bool date_follows = end < text.size() && text[end] == '-' && is_digit(text, end + 1);
  if (to < from || date_follows) return std::nullopt;
  return ArchiveToken{skip_colon_ending(text, end), TokenKind::year_range, std::string(from) + "-" + std::string(to)};
}

// Index behind the character of a URL at `at`, or `at`: printable ASCII without quotes, and letters.
std::size_t skip_address_character(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80)
    return is_letter(text, at) ? next_character(text, at) : skip_marks(text, at);
  return c > ' ' && c != '<' && c != '>' && c != '"' && c != 0x7F ? at + 1 : at;
}

// The same for a mailbox or its domain.
std::size_t skip_mailbox_character(std::string_view text, std::size_t at) {
  if (is_letter_or_digit(text, at)) return skip_marks(text, next_character(text, at));
  return std::string_view("._-+%").find(text[at]) != std::string_view::npos ? at + 1 : at;
}

template <typename Skip>
std::size_t skip_while(std::string_view text, std::size_t at, std::size_t limit, Skip skip) {
  while (at < limit) {
    const std::size_t next = skip(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

bool begins_any_case(std::string_view text, std::size_t at, std::string_view what) {
  if (text.size() - at < what.size()) return false;
  return std::equal(what.begin(), what.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + ('a' - 'A')); });
}

// A full stop or bracket behind an address belongs to the sentence.
std::size_t trim_address(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view punctuation = ".,;:!?)]}'-";
  while (end > begin && punctuation.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

std::size_t match_mailbox(std::string_view text, std::size_t begin) {
  const std::size_t at = skip_while(text, begin, std::min(text.size(), begin + max_term_bytes), skip_mailbox_character);
  if (at == begin || at >= text.size() || text[at] != '@') return 0;
  const std::size_t domain = at + 1;
  const std::size_t limit = std::min(text.size(), domain + max_address_bytes);
  const std::size_t end = trim_address(text, domain, skip_while(text, domain, limit, skip_mailbox_character));
  return text.substr(domain, end - domain).find('.') != std::string_view::npos ? end : 0;
}

}  // namespace

std::size_t skip_colon_ending(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ':') return at;
  std::size_t end = at + 1;
  for (std::size_t letters = 0; letters <= max_ending_letters; ++letters) {
    if (!is_lower_letter(text, end)) return letters == 0 || is_letter(text, end) || is_digit(text, end) ? at : end;
    end = skip_marks(text, next_character(text, end));
  }
  return at;
}

std::optional<ArchiveToken> match_numeric_token(std::string_view text, std::size_t begin) {
  if (section_sign_at(text, begin) > 0) return match_section_sign(text, begin);
  if (!is_digit(text, begin)) return std::nullopt;
  const std::size_t digits_end = skip_digits(text, begin);
  if (const std::size_t end = case_serial_end(text, begin); end > 0) {
    return ArchiveToken{end, TokenKind::case_number, case_serial(text, begin, end)};
  }
  if (auto date = match_date(text, begin, digits_end)) return date;
  if (auto date = match_iso_date(text, begin, digits_end)) return date;
  if (auto range = match_year_range(text, begin, digits_end)) return range;
  if (auto section = match_section_number(text, begin, digits_end)) return section;
  if (auto number = match_number(text, begin)) {
    return ArchiveToken{skip_colon_ending(text, number->end), TokenKind::number, std::move(number->text)};
  }
  return std::nullopt;
}

std::optional<ArchiveToken> match_case_number(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end - begin <= max_case_register && end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 &&
         is_letter(text, end)) {
    ++end;
  }
  if (end - begin < 2 || end - begin > max_case_register) return std::nullopt;
  const std::size_t hyphen = dash_at(text, end);
  const std::size_t serial = hyphen > 0 ? end + hyphen : skip_blanks(text, end, max_blanks, true);
  const std::size_t serial_end = serial > end ? case_serial_end(text, serial) : 0;
  if (serial_end == 0) return std::nullopt;
  std::string name(text.substr(begin, end - begin));
  const bool capitals = std::all_of(name.begin(), name.end(), [](char c) { return c <= 'Z'; });
  for (char& c : name) c = static_cast<char>(c | 0x20);
  // "hel 2017-005881" as typed is one token, "asia 2017-005881" is two
  const bool register_sign = capitals || name == "hel" || hyphen > 0;
  if (!register_sign || name == "nro" || name == "dnr" || name == "dnro") return std::nullopt;
  return ArchiveToken{serial_end, TokenKind::case_number, name + " " + case_serial(text, serial, serial_end)};
}

std::size_t match_address(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return 0;
  std::size_t host = begin;
  for (const std::string_view start : {"www.", "https://", "http://", "ftp://"}) {
    if (begins_any_case(text, begin, start)) host = begin + start.size();
  }
  if (host == begin) return match_mailbox(text, begin);
  const std::size_t limit = std::min(text.size(), host + max_address_bytes);
  const std::size_t end = trim_address(text, host, skip_while(text, host, limit, skip_address_character));
  return is_letter_or_digit(text, host) && end > host ? end : 0;
}

}  // namespace pykala::stemmers
