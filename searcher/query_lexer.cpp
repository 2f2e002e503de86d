// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts typed text at spaces, quotes and parentheses and says what each piece is. Bytes in, lexemes with byte ranges
// out.
#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>

#include "indexer/error.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using schema::Error;
using schema::ErrorCode;

namespace {

/// Case endings that follow a colon: "STEA:lta", "eu:n", "ESR:ään". Such a word is no field.
constexpr std::array<std::string_view, 40> case_endings{
    "n",   "a",   "ä",   "t",   "ta",  "tä",  "na",  "nä",  "ssa", "ssä", "sta", "stä", "lla", "llä",
    "lta", "ltä", "lle", "ksi", "tta", "ttä", "an",  "en",  "in",  "on",  "un",  "yn",  "än",  "ön",
    "aan", "een", "iin", "oon", "uun", "ään", "öön", "hon", "hin", "han", "ia",  "s"};

bool is_space(std::string_view text, std::size_t at, std::size_t& width) {
  const auto rest = text.substr(at);
  width = 1;
  if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) return true;
  width = 2;
  if (rest.starts_with("\xC2\xA0")) return true;  // no-break space
  width = 3;
  return rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE3\x80\x80");
}

/// Width of a double quote at `at`, straight or typographic („ “ ” « »); 0 when there is none.
std::size_t quote_width(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with('"')) return 1;
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB"}) {
    if (rest.starts_with(quote)) return quote.size();
  }
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text), grouping_(parentheses_match(text)) {}

  std::vector<Lexeme> run() {
    std::size_t width = 0;
    while (at_ < text_.size()) {
      if (is_space(text_, at_, width)) {
        at_ += width;
      } else if (text_[at_] == '(' || text_[at_] == ')') {
        if (grouping_) add(text_[at_] == '(' ? LexemeKind::open : LexemeKind::close, {}, at_, at_ + 1);
        ++at_;
      } else if (const std::size_t quote = quote_width(text_, at_)) {
        phrase(quote);
      } else {
        piece();
      }
    }
    return std::move(lexemes_);
  }

 private:
  /// Parentheses that do not match are punctuation: "a) b" is no group.
  static bool parentheses_match(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '(') ++depth;
      if (text[at] == ')' && --depth < 0) return false;
    }
    return depth == 0;
  }

  void add(LexemeKind kind, std::string text, std::size_t begin, std::size_t end,
           schema::FieldId field = schema::FieldId::title) {
    lexemes_.push_back({kind, std::move(text), field, begin, end});
  }

  /// What stands in quotes from `at_`; a quote that is never closed runs to the end.
  std::string quoted(std::size_t quote) {
    const std::size_t begin = at_ + quote;
    std::size_t end = begin;
    while (end < text_.size() && quote_width(text_, end) == 0) ++end;
    at_ = end < text_.size() ? end + quote_width(text_, end) : end;
    return std::string(text_.substr(begin, end - begin));
  }

  void phrase(std::size_t quote) {
    const std::size_t begin = at_;
    std::string words = quoted(quote);
    add(LexemeKind::phrase, std::move(words), begin, at_);
  }

  /// A piece without spaces, quotes or parentheses.
  void piece() {
    const std::size_t begin = at_;
    std::size_t width = 0;
    while (at_ < text_.size() && !is_space(text_, at_, width) && text_[at_] != '(' && text_[at_] != ')' &&
           quote_width(text_, at_) == 0) {
      ++at_;
    }
    std::string_view piece = text_.substr(begin, at_ - begin);
    if (piece.size() > 1 && piece.front() == '-') {
      add(LexemeKind::except, {}, begin, begin + 1);
      at_ = begin + 1;
      return;
    }
    if (piece == "-" && at_ < text_.size() && (quote_width(text_, at_) > 0 || (grouping_ && text_[at_] == '('))) {
      add(LexemeKind::except, {}, begin, at_);
      return;
    }
    if (piece == "AND" || piece == "JA") return add(LexemeKind::both, {}, begin, at_);
    if (piece == "OR" || piece == "TAI") return add(LexemeKind::either, {}, begin, at_);
    if (piece == "NOT" || piece == "EI") return add(LexemeKind::except, {}, begin, at_);
    if (field(piece, begin)) return;
    if (piece.size() > 1 && piece.front() == '=')
      return add(LexemeKind::exact, std::string(piece.substr(1)), begin, at_);
    if (piece.size() > 1 && piece.back() == '*' && piece.find('*') == piece.size() - 1) {
      return add(LexemeKind::prefix, std::string(piece.substr(0, piece.size() - 1)), begin, at_);
    }
    if (piece.front() == '*' && piece.find_first_not_of('*') != std::string_view::npos) {
      throw Error(ErrorCode::bad_query, "\"" + std::string(piece) + "\": * stands only at the end of a word",
                  "write word*");
    }
    add(LexemeKind::word, std::string(piece), begin, at_);
  }

  /// name:value. True when it was one.
  bool field(std::string_view piece, std::size_t begin) {
    const auto colon = piece.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = piece.substr(0, colon);
    const std::string_view value = piece.substr(colon + 1);
    const schema::FieldRow* row = schema::find_field(name);
    const bool quoted_value = value.empty() && at_ < text_.size() && quote_width(text_, at_) > 0;
    if (row == nullptr) {
      if (looks_like_field(name, value, quoted_value)) {
        throw Error(ErrorCode::unknown_field, "no field is called \"" + std::string(name) + "\"",
                    "pykala-search fields lists them; put the words in quotes to search for them as they stand");
      }
      return false;
    }
    if (value.empty() && !quoted_value) {
      throw Error(ErrorCode::bad_query, "\"" + std::string(piece) + "\" has no value",
                  "for example: " + std::string(row->example));
    }
    std::string text(value);
    if (quoted_value) text = quoted(quote_width(text_, at_));
    add(LexemeKind::field, std::move(text), begin, at_, row->id);
    return true;
  }

  /// "foo:bar" is a mistake worth telling; "STEA:lta", "eu:n", "12:30", "https://…" and "Huom:" are words.
  static bool looks_like_field(std::string_view name, std::string_view value, bool quoted_value) {
    const bool lower = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!lower || name.size() < 3 || (value.empty() && !quoted_value) || value.starts_with("//")) return false;
    const std::string ending = stemmers::to_lower(value);
    return std::find(case_endings.begin(), case_endings.end(), ending) == case_endings.end();
  }

  std::string_view text_;
  bool grouping_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace pykala::searcher
