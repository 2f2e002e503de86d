// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts typed text at spaces, quotes and parentheses and says what each piece is. Bytes in, lexemes with byte ranges
// out. Long because each kind of piece has its forgiving reading here.
#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>

#include "searcher/edit_distance.h"
#include "searcher/query_problem.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

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

/// "AND" and its like; in capitals only. Nothing for other words.
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

/// A piece that may go on a sum: "000" of "100 000", "milj.", "€".
bool goes_on_sum(std::string_view piece) {
  constexpr std::size_t thousand = 3;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (piece.size() == thousand && std::all_of(piece.begin(), piece.end(), is_digit)) return true;
  for (const std::string_view unit : {"€", "e", "euroa", "euro", "milj.", "milj", "M€", "k€", "t€"}) {
    if (piece == unit) return true;
  }
  return false;
}

/// The field whose name is spelt nearly as `name`: "rahoitaja" -> "rahoittaja"; empty when none is.
std::string_view field_like(std::string_view name) {
  const std::u32string typed = code_points(stemmers::to_lower(stemmers::to_nfc(name)));
  std::string_view best;
  int least = 2 * slip_cost + 1;
  for (const schema::FieldRow& row : schema::fields) {
    for (const std::string_view other : {row.name_fi, row.name, row.name_sv}) {
      const int cost =
          edit_distance(typed, code_points(other), std::min(least - 1, static_cast<int>(typed.size()) * 3));
      if (cost >= least || cost > static_cast<int>(typed.size()) * 3) continue;
      best = other;
      least = cost;
    }
  }
  return best;
}

class Lexer {
 public:
  Lexer(std::string_view text, UiLanguage lang) : text_(text), lang_(lang), grouping_(parentheses_match(text)) {}

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

  void add(LexemeKind kind, std::string_view text, std::size_t begin, std::size_t end,
           schema::FieldId field = schema::FieldId::title) {
    lexemes_.push_back({kind, stemmers::to_nfc(text), field, begin, end});
  }

  [[noreturn]] void fail(QueryProblem problem, std::size_t begin, std::string_view first, std::string_view second) {
    fail_query(problem, lang_, stemmers::count_code_points(text_.substr(0, begin)), first, second);
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
    const std::string words = quoted(quote);
    add(LexemeKind::phrase, words, begin, at_);
  }

  /// Bytes of the piece at `at`: up to a space, quote or parenthesis.
  [[nodiscard]] std::string_view piece_at(std::size_t at) const {
    std::size_t end = at;
    std::size_t width = 0;
    while (end < text_.size() && !is_space(text_, end, width) && text_[end] != '(' && text_[end] != ')' &&
           quote_width(text_, end) == 0) {
      ++end;
    }
    return text_.substr(at, end - at);
  }

  [[nodiscard]] std::size_t after_spaces(std::size_t at) const {
    std::size_t width = 0;
    while (at < text_.size() && is_space(text_, at, width)) at += width;
    return at;
  }

  /// "-asunto", "-"uusi asunto"", "-(a OR b)": the minus alone is taken. A dash between spaces is punctuation.
  bool minus(std::string_view piece, std::size_t begin) {
    const std::size_t word = piece.find_first_not_of('-');
    const bool before_word = word != 0 && word != std::string_view::npos;
    const bool before_group =
        piece == "-" && at_ < text_.size() && (quote_width(text_, at_) > 0 || (grouping_ && text_[at_] == '('));
    if (!before_word && !before_group) return false;
    add(LexemeKind::except, {}, begin, begin + 1);
    at_ = before_word ? begin + word : at_;
    return true;
  }

  void piece() {
    const std::size_t begin = at_;
    const std::string_view piece = piece_at(at_);
    at_ += piece.size();
    if (minus(piece, begin)) return;
    if (const auto kind = operator_of(piece)) return add(*kind, {}, begin, at_);
    if (field(piece, begin)) return;
    if (piece.size() > 1 && piece.front() == '=') return add(LexemeKind::exact, piece.substr(1), begin, at_);
    const bool has_star = piece.find('*') != std::string_view::npos;
    const bool has_letter = std::any_of(piece.begin(), piece.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
             ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    });
    add(has_star && has_letter ? LexemeKind::pattern : LexemeKind::word, piece, begin, at_);
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
      if (!looks_like_field(name, value, quoted_value)) return false;
      fail(QueryProblem::unknown_field, begin, name, field_like(name));
    }
    std::string text = quoted_value ? quoted(quote_width(text_, at_)) : field_text(*row, value);
    if (text.empty()) fail(QueryProblem::no_value, begin, piece, row->example);
    add(LexemeKind::field, text, begin, at_, row->id);
    return true;
  }

  /// The value of a field, with what people put a space before: "rahoittaja: STEA", "summa:> 100 000 €".
  std::string field_text(const schema::FieldRow& row, std::string_view value) {
    std::string text(value);
    if (text.find_first_not_of("<>=") == std::string::npos) {
      const std::size_t next = after_spaces(at_);
      if (text.empty() && next < text_.size() && quote_width(text_, next) > 0) {
        at_ = next;
        return quoted(quote_width(text_, next));
      }
      const std::string_view piece = piece_at(next);
      if (piece.empty() || operator_of(piece)) return text;
      text += piece;
      at_ = next + piece.size();
    }
    if (row.type != schema::FieldType::amount) return text;
    for (std::string_view piece = piece_at(after_spaces(at_)); goes_on_sum(piece);
         piece = piece_at(after_spaces(at_))) {
      text += piece;
      at_ = after_spaces(at_) + piece.size();
    }
    return text;
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
  UiLanguage lang_;
  bool grouping_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex_query(std::string_view text, UiLanguage lang) {
  return Lexer(text, lang).run();
}

}  // namespace pykala::searcher
