// SPDX-License-Identifier: GPL-2.0-or-later
// Places in a text -> whether the word ends there. Private: which domain names are known by their end.
#include "stemmers/word_edges.h"

#include <algorithm>
#include <iterator>

#include "stemmers/archive_token.h"
#include "stemmers/scan.h"

namespace pykala::stemmers {
namespace {

bool is_domain(std::string_view word) {
  static constexpr std::string_view domains[] = {"fi", "com", "org", "net", "eu", "se", "info", "edu", "ax", "io"};
  const std::string_view last = word.substr(word.rfind('.') + 1);
  return std::find(std::begin(domains), std::end(domains), last) != std::end(domains);
}

}  // namespace

std::size_t cut_at_point(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view word = text.substr(begin, end - begin);
  for (std::size_t point = word.find('.'); point != std::string_view::npos; point = word.find('.', point + 1)) {
    const bool decimal = point > 0 && is_digit(word, point - 1) && is_digit(word, point + 1);
    if (!decimal) return is_domain(word) ? end : begin + point;
  }
  return end;
}

std::size_t cut_at_colon(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t colon = text.substr(begin, end - begin).find(':');
  return colon == std::string_view::npos ? end : skip_colon_ending(text, begin + colon);
}

bool hyphen_joins(std::string_view text, std::size_t begin, std::size_t end, std::size_t next) {
  if (is_letter(text, next)) return true;
  if (!is_digit(text, next)) return false;
  constexpr std::size_t far_enough = 64;
  for (std::size_t i = begin; i < end && i < begin + far_enough; ++i) {
    if (is_letter(text, i)) return true;
  }
  return false;
}

bool has_hyphen_before(std::string_view text, std::size_t begin) {
  std::size_t hyphen = begin;
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}}) {
    if (begin >= length && dash_at(text, begin - length) == length) hyphen = begin - length;
  }
  if (hyphen == begin) return false;
  if (hyphen == 0) return true;
  const char before = text[hyphen - 1];
  constexpr unsigned char end_of_no_break_space = 0xA0;  // C2 A0
  constexpr unsigned char end_of_narrow_space = 0xAF;    // E2 80 AF
  const auto byte = static_cast<unsigned char>(before);
  return std::string_view(" \n\r\t(/").find(before) != std::string_view::npos || byte == end_of_no_break_space ||
         byte == end_of_narrow_space;
}

bool has_hyphen_after(std::string_view text, std::size_t end) {
  const std::size_t hyphen = dash_at(text, end);
  return hyphen > 0 && !is_letter(text, end + hyphen) && !is_digit(text, end + hyphen);
}

}  // namespace pykala::stemmers
