// SPDX-License-Identifier: GPL-2.0-or-later
// A token and its source in, words out. Private: where each kind is cut.
#include "stemmers/token_pieces.h"

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

/// Groups as the source parts them; what the number's own text says of its end stays with the last.
std::vector<std::string> number_pieces(const std::string& number, std::string_view source) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  const auto groups = split_at_blanks(source);
  for (std::size_t i = 0; i + 1 < groups.size() && begin + groups[i].size() < number.size(); ++i) {
    out.push_back(number.substr(begin, groups[i].size()));
    begin += groups[i].size();
  }
  if (!out.empty()) out.push_back(number.substr(begin));
  return out;
}

/// "17a" -> "17", "a"
std::vector<std::string> section_pieces(std::string_view number) {
  const std::size_t digits = skip_digits(number, 0);
  std::vector<std::string> out{std::string(number.substr(0, digits))};
  if (digits < number.size()) out.emplace_back(number.substr(digits));
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
      return number_pieces(token.text, source);
    case TokenKind::section:
      return section_pieces(std::string_view(token.text).substr(section_sign_at(token.text, 0)));
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
