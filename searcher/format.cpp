// SPDX-License-Identifier: GPL-2.0-or-later
// Values in, short texts out.
#include "searcher/format.h"

#include <ostream>
#include <sstream>

#include "stemmers/unicode.h"

namespace pykala::searcher {

std::string printable(std::string_view text) {
  std::string out = stemmers::repair_utf8(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (byte < 0x20 || byte == 0x7F) out[i] = ' ';
    // U+0080-009F are control characters too (C2 80 - C2 9F); U+202A-202E and U+2066-2069 turn the direction of text.
    const auto rest = std::string_view(out).substr(i);
    const bool c1 = rest.size() > 1 && byte == 0xC2 && static_cast<unsigned char>(rest[1]) < 0xA0;
    const bool bidi = rest.size() > 2 && byte == 0xE2 &&
                      ((rest[1] == '\x80' && rest[2] >= '\xAA' && rest[2] <= '\xAE') ||
                       (rest[1] == '\x81' && rest[2] >= '\xA6' && rest[2] <= '\xA9'));
    if (c1) out.replace(i, 2, " ");
    if (bidi) out.replace(i, 3, " ");
  }
  return out;
}

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

void write_wrapped(const std::string& text, std::size_t width, const std::string& indent, std::ostream& out) {
  std::istringstream words(text);
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    const std::size_t length = visible_length(word);
    if (column > 0 && indent.size() + column + 1 + length > width) {
      out << '\n';
      column = 0;
    }
    out << (column == 0 ? indent : " ") << word;
    column += length + (column == 0 ? 0 : 1);
  }
  if (column > 0) out << '\n';
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
