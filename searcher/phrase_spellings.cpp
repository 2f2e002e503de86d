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

using Row = std::vector<std::string>;

bool is_year(const std::string& number) {
  return number.size() == 4 && (number.starts_with("18") || number.starts_with("19") || number.starts_with("20"));
}

/// "1234567,89" -> "1", "234", "567,89"; versions ("3.2.1") and numbers longer than any sum stay as they are.
Row in_groups(const std::string& number) {
  constexpr std::size_t group = 3, most_digits = 12;
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  const bool one_tail = digits == number.size() || number.find_first_of(".,", digits + 1) == std::string::npos;
  if (digits <= group || digits > most_digits || number[0] == '0' || !one_tail || is_year(number)) return {number};
  Row out;
  std::size_t begin = 0;
  for (std::size_t end = (digits - 1) % group + 1; end < digits; begin = end, end += group) {
    out.push_back(number.substr(begin, end - begin));
  }
  out.push_back(number.substr(begin));
  return out;
}

/// The words at the places of a token. A number may go on before its first group ("1 554 452"); other tokens of several
/// words stand as a whole at their last place, as "17 §" is no "17".
Row words_of(const AnalyzedToken& token) {
  Row row;
  for (const Term& term : token.terms) {
    if (term.kind == TermKind::piece) row.push_back(term.text);
    if (term.kind != TermKind::word) continue;
    if (row.empty()) row.emplace_back();
    if (token.token.kind != TokenKind::number || row.size() == 1) row.back() = term.text;
  }
  return row;
}

/// How the token may be written: one way or, a number, two.
std::vector<Row> spellings_of(const AnalyzedToken& token) {
  std::vector<Row> out{words_of(token)};
  if (token.token.kind != TokenKind::number) return out;
  for (Row row : {Row{token.token.text}, in_groups(token.token.text)}) {
    if (std::find(out.begin(), out.end(), row) == out.end()) out.push_back(std::move(row));
  }
  return out;
}

/// Each row so far with each spelling behind it.
std::vector<Row> crossed(const std::vector<Row>& rows, const std::vector<Row>& spellings) {
  std::vector<Row> out;
  for (const Row& spelling : spellings) {
    for (const Row& row : rows) {
      out.push_back(row);
      out.back().insert(out.back().end(), spelling.begin(), spelling.end());
    }
  }
  return out;
}

}  // namespace

std::vector<Row> phrase_spellings(const std::vector<AnalyzedToken>& tokens) {
  std::vector<std::vector<Row>> places;
  // The hidden half of "ohjaus- ja neuvontapalvelut" has no word, and adds none.
  for (const AnalyzedToken& token : tokens) places.push_back(spellings_of(token));
  const auto numbers = std::count_if(places.begin(), places.end(), [](const auto& place) { return place.size() > 1; });
  std::vector<Row> rows{{}};
  if (static_cast<std::size_t>(numbers) <= most_numbers_apart) {
    for (const auto& place : places) rows = crossed(rows, place);
    return rows;
  }
  rows.assign(2, {});
  for (const auto& place : places) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& words = place[std::min(i, place.size() - 1)];
      rows[i].insert(rows[i].end(), words.begin(), words.end());
    }
  }
  return rows;
}

}  // namespace pykala::searcher
