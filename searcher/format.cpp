// SPDX-License-Identifier: GPL-2.0-or-later
// Values in, short texts out.
#include "searcher/format.h"

#include <algorithm>
#include <array>

#include "searcher/edit_distance.h"
#include "searcher/labels.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {
namespace {

struct Range {
  char32_t first, last;
  std::size_t columns;
};
constexpr std::array<Range, 12> odd_widths{{{0x00AD, 0x00AD, 0},
                                            {0x0300, 0x036F, 0},
                                            {0x1100, 0x115F, 2},
                                            {0x200B, 0x200F, 0},
                                            {0x20D0, 0x20FF, 0},
                                            {0x2E80, 0xA4CF, 2},
                                            {0xAC00, 0xD7A3, 2},
                                            {0xF900, 0xFAFF, 2},
                                            {0xFE00, 0xFE0F, 0},
                                            {0xFF00, 0xFF60, 2},
                                            {0x1F300, 0x1FAFF, 2},
                                            {0x20000, 0x3FFFD, 2}}};

std::size_t columns_of(char32_t point) {
  for (const Range& range : odd_widths) {
    if (point >= range.first && point <= range.last) return range.columns;
  }
  return 1;
}

std::string cents_after(std::uint64_t size, char mark) {
  if (size % 100 == 0) return {};
  return std::string(1, mark) + (size % 100 < 10 ? "0" : "") + std::to_string(size % 100);
}

std::uint64_t magnitude(std::int64_t cents) {
  return cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
}

}  // namespace

std::size_t visible_length(std::string_view text) {
  std::size_t columns = 0;
  std::string visible;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto end = text[at] == '\x1b' ? text.find('m', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      visible += text[at];
    } else {
      at = end;
    }
  }
  for (const char32_t point : code_points(visible)) columns += columns_of(point);
  return columns;
}

std::string finnish_date(std::string_view iso_date) {
  if (iso_date.size() != 10) return std::string(iso_date);
  const auto plain = [](std::string_view digits) { return std::string(digits[0] == '0' ? digits.substr(1) : digits); };
  return plain(iso_date.substr(8, 2)) + "." + plain(iso_date.substr(5, 2)) + "." + std::string(iso_date.substr(0, 4));
}

std::string money(std::int64_t cents, std::string_view currency) {
  const bool negative = cents < 0;
  const std::uint64_t size = magnitude(cents);
  std::string euros = std::to_string(size / 100);
  for (std::size_t at = euros.size(); at > 3;) {
    at -= 3;
    euros.insert(at, "\xC2\xA0");
  }
  const std::string out = (negative ? "-" : "") + euros + cents_after(size, ',');
  return out + "\xC2\xA0" + (currency == "EUR" ? "€" : currency == "FIM" ? "mk" : std::string(currency));
}

std::string decimal_euros(std::int64_t cents, char decimal_mark) {
  const std::uint64_t size = magnitude(cents);
  return (cents < 0 ? "-" : "") + std::to_string(size / 100) + cents_after(size, decimal_mark);
}

std::string citation_line(const schema::Decision& d, UiLanguage lang) {
  std::string line;
  const auto add = [&line](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : ", ") + printable(part);
  };
  if (d.decision_maker) add(maker_label(*d.decision_maker, lang));
  if (d.date) add(lang == UiLanguage::en ? *d.date : finnish_date(*d.date));
  if (d.section) add("§ " + std::to_string(*d.section));
  const std::string title = printable(d.title.value_or(""));
  if (!title.empty()) line += (line.empty() ? "" : ": ") + title;
  if (d.case_number) line += (line.empty() ? "" : " ") + ("(" + printable(*d.case_number) + ")");
  return line.empty() ? printable(d.id) : line;
}

}  // namespace pykala::searcher
