// SPDX-License-Identifier: GPL-2.0-or-later
// Lexemes in, notes out. A minus is told by its byte: NOT and EI say what they do themselves.
#include "searcher/dash_notes.h"

#include "searcher/labels.h"
#include "searcher/query_lexer.h"

namespace pykala::searcher {
namespace {

bool is_minus(const Lexeme& lexeme, std::string_view query) {
  return lexeme.kind == LexemeKind::except && query.substr(lexeme.begin, 1) == "-";
}

/// The lexeme past what begins at `at`: a word, or a group with all that is in it.
std::size_t item_end(const std::vector<Lexeme>& lexemes, std::size_t at) {
  int depth = 0;
  while (at < lexemes.size()) {
    if (lexemes[at].kind == LexemeKind::open) ++depth;
    if (lexemes[at].kind == LexemeKind::close) --depth;
    ++at;
    if (depth <= 0) break;
  }
  return at;
}

}  // namespace

std::vector<std::string> notes_on_dashes(std::string_view query, UiLanguage lang) {
  const std::vector<Lexeme> lexemes = lex_query(query, lang);
  std::vector<std::string> notes;
  std::string left_out;
  bool asks = false;
  for (std::size_t at = 0; at < lexemes.size();) {
    const Lexeme& lexeme = lexemes[at];
    if (is_minus(lexeme, query) && at + 1 < lexemes.size()) {
      const std::size_t end = item_end(lexemes, at + 1);
      const std::size_t begin = lexemes[at + 1].begin;
      left_out += (left_out.empty() ? "" : ", ") + std::string(query.substr(begin, lexemes[end - 1].end - begin));
      at = end;
      continue;
    }
    if (lexeme.name_with_dash) {
      const std::string_view typed = query.substr(lexeme.begin, lexeme.end - lexeme.begin);
      notes.push_back(message(Message::name_with_dash, lang, typed, typed.substr(1)));
    }
    asks = asks || !lexeme.text.empty();
    ++at;
  }
  if (asks && !left_out.empty()) notes.push_back(message(Message::left_out, lang, left_out));
  return notes;
}

}  // namespace pykala::searcher
