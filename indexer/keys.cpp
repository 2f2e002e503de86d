// SPDX-License-Identifier: GPL-2.0-or-later
// Values of decisions in, keys out. The same functions serve the index, the filters and the labels.
#include "indexer/keys.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "stemmers/unicode.h"

namespace pykala::schema {
namespace {

/// One ASCII space between words, none at the ends; NBSP (C2 A0) and U+202F (E2 80 AF) count as spaces.
std::string even_spaces(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    std::size_t width = 0;
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') width = 1;
    if (rest.starts_with("\xC2\xA0")) width = 2;
    if (rest.starts_with("\xE2\x80\xAF")) width = 3;
    if (width > 0) {
      space = !out.empty();
      i += width - 1;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += text[i];
  }
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string make_term(const FieldRow& row, std::string_view value) {
  return make_term(row.prefix, value);
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() > 1 && prefix[0] == 'X') term += ':';
  std::string clean(value);
  std::erase(clean, '\0');  // Xapian counts a NUL twice against its limit
  if (clean.size() > max_key_bytes) {
    const auto kept = stemmers::cut_utf8(clean, max_key_bytes - 33);
    return term + std::string(kept) + "#" + content_hash(clean);
  }
  return term + clean;
}

std::string maker_key(const DecisionMaker& maker) {
  return maker.id && !maker.id->empty() ? *maker.id : even_spaces(maker.name);
}

std::string name_key(std::string_view name) {
  std::string plain;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto rest = name.substr(i);
    if (rest.starts_with("\xE2\x80\x9D") || rest.starts_with("\xE2\x80\x9C")) {  // ” “
      plain += '"';
      i += 2;
    } else {
      plain += name[i];
    }
  }
  return even_spaces(plain);
}

std::string case_number_key(std::string_view text) {
  std::string key = even_spaces(text);
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  // "HEL-2017-005881": the separator after the letters is a space.
  const auto letters = key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letters == std::string::npos || letters == 0 || letters + 1 >= key.size()) return key;
  if (key[letters] == '-' && is_digit(key[letters + 1])) key[letters] = ' ';
  // "HEL2017-005881", but not "A1": a year follows.
  constexpr std::size_t year_digits = 4;
  const std::size_t digits = std::min(key.find_first_not_of("0123456789", letters), key.size()) - letters;
  if (digits == year_digits && letters + digits < key.size()) key.insert(letters, 1, ' ');
  // "HEL 2017 005881": a hyphen stands between year and number.
  const std::size_t gap = letters + 1 + year_digits;
  const bool number_follows = gap + 1 < key.size() && key[gap] == ' ' && is_digit(key[gap + 1]) &&
                              key.find_first_not_of("0123456789", letters + 1) == gap;
  if (key[letters] == ' ' && number_follows) key[gap] = '-';
  // "HEL 2017-005881 T 00 01 06": the classification that follows is not part of it.
  if (key[letters] == ' ') {
    const auto end = key.find(' ', letters + 1);
    if (end != std::string::npos && is_digit(key[letters + 1])) key.resize(end);
  }
  return key;
}

std::string date_key(std::string_view iso_date) {
  std::string key(iso_date);
  std::erase(key, '-');
  return key;
}

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace pykala::schema
