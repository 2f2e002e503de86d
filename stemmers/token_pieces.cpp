// SPDX-License-Identifier: GPL-2.0-or-later
// A token and its source in, words out. Private: where each kind is cut.
#include "stemmers/token_pieces.h"

#include "stemmers/number_token.h"
#include "stemmers/scan.h"

namespace pykala::stemmers {
namespace {

/// What stands between blanks.
std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t blank = at < text.size() ? blank_at(text, at) : 1;
    if (blank == 0) {
      ++at;
      continue;
    }
    if (at > begin) out.push_back(text.substr(begin, at - begin));
    begin = at += blank;
  }
  return out;
}

std::vector<std::string> number_pieces(std::string_view source) {
  std::vector<std::string> out;
  for (const std::string_view piece : split_at_blanks(source)) {
    if (auto number = match_number(piece, 0)) out.push_back(std::move(number->text));
  }
  if (out.size() == 1) out.clear();
  return out;
}

/// Digits and letter without the sign and its ending: "17 a §:n" -> "17", "a".
std::vector<std::string> section_pieces(std::string_view source) {
  std::vector<std::string> out;
  for (std::string_view piece : split_at_blanks(source)) {
    if (const std::size_t sign = section_sign_at(piece, 0)) piece.remove_prefix(sign);
    std::size_t end = skip_digits(piece, 0);
    if (is_lower_letter(piece, end)) ++end;
    if (end > 0) out.emplace_back(piece.substr(0, end));
  }
  return out;
}

std::vector<std::string> halves(const std::string& text, char between) {
  const std::size_t at = text.find(between);
  if (at == std::string::npos) return {};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

std::vector<std::string> pieces_of(const Token& token, std::string_view source) {
  switch (token.kind) {
    case TokenKind::number:
      return number_pieces(source);
    case TokenKind::section:
      return section_pieces(source);
    case TokenKind::case_number:
      return halves(token.text, ' ');
    case TokenKind::year_range:
      return halves(token.text, '-');
    case TokenKind::word:
    case TokenKind::date:
      break;
  }
  return {};
}

}  // namespace pykala::stemmers
