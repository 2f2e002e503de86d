// SPDX-License-Identifier: GPL-2.0-or-later
// Scanning helpers over UTF-8: in text and an offset, out what stands there. Everything else is private.
#include "indexer/text_scan.h"

#include <array>

#include "indexer/iso_date.h"
#include "indexer/reading_time.h"

namespace pykala::indexer {
namespace {

constexpr bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// Most bytes begin no white space: a look at one spares the decoding.
constexpr std::array<bool, 256> space_leads = [] {
  std::array<bool, 256> leads{};
  for (std::size_t control = 0; control <= ' '; ++control) leads[control] = true;
  for (const std::size_t lead : {0xC2, 0xE2, 0xE3, 0xEF}) leads[lead] = true;
  return leads;
}();

constexpr bool may_begin_space(char c) {
  return space_leads[static_cast<unsigned char>(c)];
}

/// What most texts begin and end with, and no white space.
constexpr bool is_ascii_sign(char c) {
  return c > ' ' && c <= '~';
}

/// Offset of the first byte of the last code point.
std::size_t last_begin(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
  }
  return at;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t length = 1;
  std::uint32_t value = lead;
  if (lead >= 0xF0) {
    length = 4;
    value = lead & 0x07U;
  } else if (lead >= 0xE0) {
    length = 3;
    value = lead & 0x0FU;
  } else if (lead >= 0xC0) {
    length = 2;
    value = lead & 0x1FU;
  }
  if (at + length > text.size()) return {0xFFFD, text.size() - at};
  for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return {value, length};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && !is_ascii_sign(text.front())) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty() && !is_ascii_sign(text.back())) {
    const std::size_t begin = last_begin(text);
    if (!is_space(code_point_at(text, begin).value)) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

namespace {

/// Calls use(word) for every run of what is no white space.
template <class Use>
void for_each_word(std::string_view text, Use use) {
  ReadingTime::check();
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!may_begin_space(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      if (at > begin) use(text.substr(begin, at - begin));
      begin = at + c.length;
    }
    at += c.length;
  }
  if (text.size() > begin) use(text.substr(begin));
}

/// True when all white space of the text is single ASCII spaces between words, as in most lines. Looks at every byte
/// without a branch, many at a time.
bool has_single_spaces(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return text.empty();
  unsigned char odd = may_begin_space(text.front()) ? 1 : 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]), before = static_cast<unsigned char>(text[at - 1]);
    // U+0085, U+00A0, U+2000 and what comes after it begin so; "…" and "–" are read the slow way too.
    const bool may_be_space = (byte < ' ') | (byte == 0xC2) | (byte >= 0xE2) | ((byte == ' ') & (before == ' '));
    odd = static_cast<unsigned char>(odd | static_cast<unsigned char>(may_be_space));
  }
  return odd == 0;
}

}  // namespace

std::string collapse_spaces(std::string_view text) {
  if (has_single_spaces(text)) {
    ReadingTime::check();
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for_each_word(text, [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
  });
  return out;
}

std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::size_t usual_word = 7;  // bytes, with the space after it
  std::vector<std::string_view> words;
  if (text.empty()) return words;
  words.reserve(text.size() / usual_word + 1);
  for_each_word(text, [&](std::string_view word) { words.push_back(word); });
  return words;
}

std::string_view last_word(std::string_view text) {
  text = trim(text);
  const auto space = text.find_last_of(" \n\t");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool is_lower_letter(std::uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x100 && c <= 0x17F && c % 2 == 1);
}

bool is_upper_letter(std::uint32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x100 && c <= 0x17F && c % 2 == 0);
}

bool starts_lower(std::string_view text) {
  return is_lower_letter(code_point_at(text, 0).value);
}

bool starts_upper(std::string_view text) {
  return is_upper_letter(code_point_at(text, 0).value);
}

bool ends_with_letter(std::string_view text) {
  if (text.empty()) return false;
  const auto c = code_point_at(text, last_begin(text)).value;
  return is_lower_letter(c) || is_upper_letter(c);
}

std::optional<int> scan_number(std::string_view text, std::size_t& at, std::size_t max_digits) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && is_digit(text[end]) && end - at < max_digits) value = value * 10 + (text[end++] - '0');
  if (end == at || (end < text.size() && is_digit(text[end]))) return std::nullopt;
  at = end;
  return value;
}

std::optional<std::string> scan_date(std::string_view text, std::size_t& at) {
  if (at > 0 && is_digit(text[at - 1])) return std::nullopt;
  std::size_t end = at;
  const auto day = scan_number(text, end, 2);
  if (!day || end >= text.size() || text[end++] != '.') return std::nullopt;
  const auto month = scan_number(text, end, 2);
  if (!month || end >= text.size() || text[end++] != '.') return std::nullopt;
  const auto year = scan_number(text, end, 4);
  if (!year) return std::nullopt;
  auto date = schema::iso_date(*year, *month, *day);
  if (date) at = end;
  return date;
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
}

}  // namespace pykala::indexer
