// SPDX-License-Identifier: GPL-2.0-or-later
// Lexemes in, a tree out, by recursive descent; depth and words are counted against the limits.
#include "searcher/query_parser.h"

#include <algorithm>

#include "indexer/limits.h"
#include "searcher/limits.h"
#include "searcher/query_lexer.h"
#include "searcher/query_problem.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

namespace {

class Parser {
 public:
  Parser(std::string_view text, UiLanguage lang) : text_(text), lang_(lang), lexemes_(lex_query(text, lang)) {}

  Query run() {
    check_length();
    Query query = either(0);
    if (at_ < lexemes_.size()) fail(lexemes_[at_], QueryProblem::nothing_to_close);
    return query;
  }

 private:
  [[nodiscard]] bool next_is(LexemeKind kind) const { return at_ < lexemes_.size() && lexemes_[at_].kind == kind; }
  [[nodiscard]] std::size_t code_point(std::size_t byte) const {
    return stemmers::count_code_points(text_.substr(0, byte));
  }

  [[noreturn]] void fail(const Lexeme& lexeme, QueryProblem problem, std::size_t limit = 0) const {
    fail_query(problem, lang_, code_point(lexeme.begin), std::to_string(limit));
  }

  /// Spaces between words are counted here; what the analyser makes of punctuation, where it is analysed.
  void check_length() const {
    std::size_t words = 0;
    std::size_t patterns = 0;
    for (const Lexeme& lexeme : lexemes_) {
      if (lexeme.text.empty()) continue;
      const auto spaces = static_cast<std::size_t>(std::count(lexeme.text.begin(), lexeme.text.end(), ' '));
      if (lexeme.kind == LexemeKind::phrase && spaces + 1 > schema::max_phrase_words) {
        fail(lexeme, QueryProblem::long_phrase, schema::max_phrase_words);
      }
      if (lexeme.kind == LexemeKind::pattern && ++patterns > max_query_patterns) {
        fail(lexeme, QueryProblem::many_patterns, max_query_patterns);
      }
      words += spaces + 1;
      if (words > schema::max_query_words) fail(lexeme, QueryProblem::too_many_words, schema::max_query_words);
    }
  }

  Query node(QueryKind kind, const Lexeme& lexeme) const {
    return {kind, lexeme.text, lexeme.field, {}, code_point(lexeme.begin), code_point(lexeme.end)};
  }

  static Query join(QueryKind kind, std::vector<Query> children) {
    if (children.size() == 1) return std::move(children.front());
    Query query;
    query.kind = kind;
    query.begin = children.front().begin;
    query.end = children.back().end;
    query.children = std::move(children);
    return query;
  }

  Query either(std::size_t depth) {
    std::vector<Query> children{both(depth)};
    while (next_is(LexemeKind::either)) {
      const Lexeme& op = lexemes_[at_++];
      if (at_ >= lexemes_.size() || children.back().kind == QueryKind::everything) fail(op, QueryProblem::or_sides);
      children.push_back(both(depth));
      if (children.back().kind == QueryKind::everything) fail(op, QueryProblem::or_sides);
    }
    return join(QueryKind::any_of, std::move(children));
  }

  Query both(std::size_t depth) {
    std::vector<Query> children{sequence(depth)};
    while (next_is(LexemeKind::both)) {
      const Lexeme& op = lexemes_[at_++];
      if (children.back().kind == QueryKind::everything) fail(op, QueryProblem::and_sides);
      children.push_back(sequence(depth));
      if (children.back().kind == QueryKind::everything) fail(op, QueryProblem::and_sides);
    }
    return join(QueryKind::all_of, std::move(children));
  }

  /// Items side by side. Plain words next to one another become one run, so that "HEL 2017-005881" and "17 §" reach the
  /// analyser whole.
  Query sequence(std::size_t depth) {
    std::vector<Query> wanted, unwanted;
    bool word_run = false;
    while (at_ < lexemes_.size() && !next_is(LexemeKind::either) && !next_is(LexemeKind::both) &&
           !next_is(LexemeKind::close)) {
      if (next_is(LexemeKind::except)) {
        const Lexeme& op = lexemes_[at_++];
        if (at_ >= lexemes_.size() || !starts_item()) fail(op, QueryProblem::nothing_after);
        unwanted.push_back(item(depth));
        word_run = false;
        continue;
      }
      const bool word = next_is(LexemeKind::word);
      Query query = item(depth);
      if (word && word_run) {
        wanted.back().text += " " + query.text;
        wanted.back().end = query.end;
      } else if (query.kind != QueryKind::everything) {
        wanted.push_back(std::move(query));
        word_run = word;
      }
    }
    return combine(std::move(wanted), std::move(unwanted));
  }

  static Query combine(std::vector<Query> wanted, std::vector<Query> unwanted) {
    if (wanted.empty() && unwanted.empty()) return {};
    std::vector<Query> parts;
    if (!wanted.empty()) parts.push_back(join(QueryKind::sequence, std::move(wanted)));
    if (unwanted.empty()) return std::move(parts.front());
    parts.push_back(join(QueryKind::any_of, std::move(unwanted)));
    Query query;
    query.kind = QueryKind::except;
    query.begin = std::min(parts.front().begin, parts.back().begin);  // "-asunto avustus": what is wanted stands first
    query.end = std::max(parts.front().end, parts.back().end);
    query.children = std::move(parts);
    return query;
  }

  [[nodiscard]] bool starts_item() const {
    const LexemeKind kind = lexemes_[at_].kind;
    return kind != LexemeKind::both && kind != LexemeKind::either && kind != LexemeKind::close &&
           kind != LexemeKind::except;
  }

  Query item(std::size_t depth) {
    const Lexeme& lexeme = lexemes_[at_++];
    switch (lexeme.kind) {
      case LexemeKind::open:
        return group(lexeme, depth);
      case LexemeKind::phrase:
        return node(lexeme.text.empty() ? QueryKind::everything : QueryKind::phrase, lexeme);
      case LexemeKind::exact:
        return node(QueryKind::exact, lexeme);
      case LexemeKind::pattern:
        return node(QueryKind::pattern, lexeme);
      case LexemeKind::field:
        return node(QueryKind::field, lexeme);
      default:
        return node(QueryKind::words, lexeme);
    }
  }

  Query group(const Lexeme& open, std::size_t depth) {
    if (depth + 1 > schema::max_query_depth) {
      fail(open, QueryProblem::too_deep, schema::max_query_depth);
    }
    Query query = either(depth + 1);
    if (!next_is(LexemeKind::close)) fail(open, QueryProblem::not_closed);
    ++at_;
    return query;
  }

  std::string_view text_;
  UiLanguage lang_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
};

}  // namespace

Query parse_query(std::string_view text, UiLanguage lang) {
  if (text.size() > schema::max_query_bytes) {
    fail_query(QueryProblem::too_long, lang, 0, std::to_string(schema::max_query_bytes));
  }
  if (!stemmers::is_valid_utf8(text)) fail_query(QueryProblem::not_utf8, lang, 0);
  return Parser(text, lang).run();
}

}  // namespace pykala::searcher
