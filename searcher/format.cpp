// SPDX-License-Identifier: GPL-2.0-or-later
// Values in, short texts out.
#include "searcher/format.h"

#include "stemmers/unicode.h"

namespace pykala::searcher {

std::size_t visible_length(std::string_view text) {
  std::size_t escapes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\x1b') continue;
    const auto end = text.find('m', i);
    if (end == std::string_view::npos) break;
    escapes += end - i + 1;
    i = end;
  }
  return stemmers::count_code_points(text) - escapes;
}

std::string finnish_date(std::string_view iso_date) {
  if (iso_date.size() != 10) return std::string(iso_date);
  const auto plain = [](std::string_view digits) { return std::string(digits[0] == '0' ? digits.substr(1) : digits); };
  return plain(iso_date.substr(8, 2)) + "." + plain(iso_date.substr(5, 2)) + "." + std::string(iso_date.substr(0, 4));
}

std::string money(std::int64_t cents, std::string_view currency) {
  const bool negative = cents < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
  std::string euros = std::to_string(size / 100);
  for (std::size_t at = euros.size(); at > 3;) {
    at -= 3;
    euros.insert(at, "\xC2\xA0");
  }
  std::string out = (negative ? "-" : "") + euros;
  if (size % 100 != 0) out += "," + std::string(size % 100 < 10 ? "0" : "") + std::to_string(size % 100);
  return out + "\xC2\xA0" + (currency == "EUR" ? "€" : currency == "FIM" ? "mk" : std::string(currency));
}

}  // namespace pykala::searcher
