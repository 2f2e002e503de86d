// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens in, rows of words out. Private: one number in groups.
#include "searcher/phrase_spellings.h"

#include <algorithm>

namespace pykala::searcher {
namespace {

using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;
using stemmers::TokenKind;

enum class Spelling { typed, whole, grouped };

/// "1234567,89" -> "1", "234", "567,89"; versions and shares ("3.2.1") stay as they are.
std::vector<std::string> in_groups(const std::string& number) {
  constexpr std::size_t group = 3;
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  if (digits <= group || number[0] == '0' || number.find('.') != std::string::npos) return {number};
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t end = (digits - 1) % group + 1; end < digits; begin = end, end += group) {
    out.push_back(number.substr(begin, end - begin));
  }
  out.push_back(number.substr(begin));
  return out;
}

/// The word, or the pieces in its place.
std::vector<std::string> words_of(const AnalyzedToken& token) {
  std::vector<std::string> pieces;
  for (const Term& term : token.terms) {
    if (term.kind == TermKind::word) return {term.text};
    if (term.kind == TermKind::piece) pieces.push_back(term.text);
  }
  return pieces;
}

std::vector<std::string> spelled(const std::vector<AnalyzedToken>& tokens, Spelling spelling) {
  std::vector<std::string> row;
  std::uint32_t last = 0;
  for (const AnalyzedToken& token : tokens) {
    if (token.token.position == last) continue;  // the hidden half of "ohjaus- ja neuvontapalvelut"
    last = token.token.position;
    std::vector<std::string> words = words_of(token);
    if (token.token.kind == TokenKind::number && spelling == Spelling::whole) words = {token.token.text};
    if (token.token.kind == TokenKind::number && spelling == Spelling::grouped) words = in_groups(token.token.text);
    row.insert(row.end(), words.begin(), words.end());
  }
  return row;
}

}  // namespace

std::vector<std::vector<std::string>> phrase_spellings(const std::vector<AnalyzedToken>& tokens) {
  std::vector<std::vector<std::string>> out;
  for (const Spelling spelling : {Spelling::typed, Spelling::whole, Spelling::grouped}) {
    std::vector<std::string> row = spelled(tokens, spelling);
    if (std::find(out.begin(), out.end(), row) == out.end()) out.push_back(std::move(row));
  }
  return out;
}

}  // namespace pykala::searcher
