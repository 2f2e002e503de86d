// SPDX-License-Identifier: GPL-2.0-or-later
// Typed text and a place in, what stands there out.
#include "searcher/query_pieces.h"

#include <utility>

namespace pykala::searcher {

bool is_space(std::string_view text, std::size_t at, std::size_t& width) {
  const auto rest = text.substr(at);
  width = 1;
  if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) return true;
  width = 2;
  if (rest.starts_with("\xC2\xA0")) return true;  // no-break space
  width = 3;
  return rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE3\x80\x80");
}

std::size_t quote_width(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with('"')) return 1;
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB"}) {
    if (rest.starts_with(quote)) return quote.size();
  }
  return 0;
}

std::string_view piece_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t width = 0;
  while (end < text.size() && !is_space(text, end, width) && text[end] != '(' && text[end] != ')' &&
         quote_width(text, end) == 0) {
    ++end;
  }
  return text.substr(at, end - at);
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  std::size_t width = 0;
  while (at < text.size() && is_space(text, at, width)) at += width;
  return at;
}

Quotation quotation_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at + quote_width(text, at);
  std::size_t end = begin;
  while (end < text.size() && quote_width(text, end) == 0) ++end;
  return {text.substr(begin, end - begin), end < text.size() ? end + quote_width(text, end) : end};
}

std::optional<LexemeKind> operator_of(std::string_view piece) {
  for (const auto& [word, kind] : {std::pair<std::string_view, LexemeKind>{"AND", LexemeKind::both},
                                   {"JA", LexemeKind::both},
                                   {"OCH", LexemeKind::both},
                                   {"OR", LexemeKind::either},
                                   {"TAI", LexemeKind::either},
                                   {"ELLER", LexemeKind::either},
                                   {"NOT", LexemeKind::except},
                                   {"EI", LexemeKind::except},
                                   {"INTE", LexemeKind::except}}) {
    if (piece == word) return kind;
  }
  return std::nullopt;
}

}  // namespace pykala::searcher
