// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts typed text at spaces, quotes and parentheses and says what each piece is. Bytes in, lexemes with byte ranges
// out. Long because each kind of piece has its forgiving reading here.
#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>

#include "searcher/edit_distance.h"
#include "searcher/field_text.h"
#include "searcher/query_problem.h"
#include "searcher/suspended_nouns.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

namespace {

/// Case endings that follow a colon: "STEA:lta", "eu:n", "ESR:ään". Such a word is no field.
constexpr std::array<std::string_view, 40> case_endings{
    "n",   "a",   "ä",   "t",   "ta",  "tä",  "na",  "nä",  "ssa", "ssä", "sta", "stä", "lla", "llä",
    "lta", "ltä", "lle", "ksi", "tta", "ttä", "an",  "en",  "in",  "on",  "un",  "yn",  "än",  "ön",
    "aan", "een", "iin", "oon", "uun", "ään", "öön", "hon", "hin", "han", "ia",  "s"};

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

/// "HEL-2017-900123/21", as ids of decisions are written, names § 21 of the case: "HEL-2017-900123 21 §". Other pieces
/// as they are.
std::string with_section(std::string_view piece) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t year_digits = 4, most_section_digits = 4;
  const std::string own(piece);
  const auto slash = piece.rfind('/'), joint = piece.rfind('-', slash);
  if (slash == std::string_view::npos || joint == std::string_view::npos || joint < year_digits) return own;
  const std::string_view section = piece.substr(slash + 1), number = piece.substr(joint + 1, slash - joint - 1);
  const std::string_view year = piece.substr(joint - year_digits, year_digits);
  const auto is_number = [&](std::string_view text) {
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
  };
  if (!is_number(section) || section.size() > most_section_digits || !is_number(number) || !is_number(year)) return own;
  return own.substr(0, slash) + " " + std::string(section) + " §";
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
      } else if (quote_width(text_, at_) > 0) {
        phrase();
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

  void phrase() {
    const Quotation quotation = quotation_at(text_, at_);
    if (has_star(quotation.words)) fail(QueryProblem::star_in_phrase, at_, quotation.words, {});
    const bool nothing = quotation.words.empty() && !lexemes_.empty() && lexemes_.back().kind == LexemeKind::except &&
                         lexemes_.back().end == at_;
    if (nothing) fail(QueryProblem::nothing_after, lexemes_.back().begin, {}, {});
    add(LexemeKind::phrase, quotation.words, at_, quotation.end);
    at_ = quotation.end;
  }

  static bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  /// A star beside a letter or digit: "hak*", not "* * *".
  static bool has_star(std::string_view text) {
    for (std::size_t star = text.find('*'); star != std::string_view::npos; star = text.find('*', star + 1)) {
      if ((star > 0 && is_letter(text[star - 1])) || (star + 1 < text.size() && is_letter(text[star + 1]))) return true;
    }
    return false;
  }

  /// "-asunto", "-"uusi asunto"", "-(a OR b)": the minus alone is taken. A dash between spaces is punctuation, and one
  /// before a noun that names end in belongs to the name: "Naapuri kylään! -hanke".
  bool minus(std::string_view piece, std::size_t begin) {
    const std::size_t word = piece.find_first_not_of('-');
    const bool before_word = word != 0 && word != std::string_view::npos;
    const bool before_group =
        piece == "-" && at_ < text_.size() && (quote_width(text_, at_) > 0 || (grouping_ && text_[at_] == '('));
    if (!before_word && !before_group) return false;
    if (word == 1 && ends_name(piece.substr(1))) {
      add(LexemeKind::word, piece.substr(after_conjunction() ? 0 : 1), begin, at_);
      lexemes_.back().name_with_dash = true;
      return true;
    }
    add(LexemeKind::except, {}, begin, begin + 1);
    at_ = before_word ? begin + word : at_;
    return true;
  }

  [[nodiscard]] bool after_conjunction() const {
    return !lexemes_.empty() && lexemes_.back().kind == LexemeKind::word && is_conjunction(lexemes_.back().text);
  }

  /// Whether the word behind a dash belongs to what stands before it.
  [[nodiscard]] bool ends_name(std::string_view word) const {
    if (lexemes_.empty() || word.find_first_of(":*=") != std::string_view::npos) return false;
    const LexemeKind before = lexemes_.back().kind;
    const bool in_words = before == LexemeKind::word || before == LexemeKind::exact || before == LexemeKind::phrase ||
                          before == LexemeKind::close;
    if (!in_words) return false;
    return after_conjunction() ||
           is_suspended_noun(word,
                             stands_for_name(before == LexemeKind::word ? lexemes_.back().text : std::string("\"")));
  }

  void piece() {
    const std::size_t begin = at_;
    const std::string_view piece = piece_at(text_, at_);
    at_ += piece.size();
    if (minus(piece, begin)) return;
    if (const auto kind = operator_of(piece)) return add(*kind, {}, begin, at_);
    if (field(piece, begin)) return;
    const bool exact = piece.size() > 1 && piece.front() == '=';
    // Words with a star are forms as they stand in the texts already: "=avustus*" asks for nothing else.
    const bool has_letter = std::any_of(piece.begin(), piece.end(), is_letter);
    if (has_letter && piece.find('*') != std::string_view::npos)
      return add(LexemeKind::pattern, piece.substr(exact ? 1 : 0), begin, at_);
    if (exact) return add(LexemeKind::exact, piece.substr(1), begin, at_);
    add(LexemeKind::word, with_section(piece), begin, at_);
  }

  /// name:value or name:(value OR value). True when it was one.
  bool field(std::string_view piece, std::size_t begin) {
    const auto colon = piece.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = piece.substr(0, colon);
    const std::string_view value = piece.substr(colon + 1);
    const schema::FieldRow* row = schema::find_field(name);
    const bool quoted_value = value.empty() && at_ < text_.size() && (quote_width(text_, at_) > 0 || text_[at_] == '(');
    if (row == nullptr) {
      if (!looks_like_field(name, value, quoted_value)) return false;
      fail(QueryProblem::unknown_field, begin, name, field_like(name));
    }
    const std::size_t group = after_spaces(text_, at_);
    if (value.empty() && group < text_.size() && text_[group] == '(') {
      if (!grouping_) fail(QueryProblem::not_closed, group, {}, {});
      values(*row, begin, group);
      return true;
    }
    FieldText text = field_text_at(text_, begin + colon + 1, *row);
    if (text.text.empty()) fail(QueryProblem::no_value, begin, piece, row->example);
    check_marks(*row, name, text, begin);
    at_ = text.end;
    add_values(*row, text, begin);
    return true;
  }

  /// "vuosi:2017,2019", "rahoittaja:STEA,AMIF" are any of the values; a comma may stand in a name or a sum.
  void add_values(const schema::FieldRow& row, const FieldText& value, std::size_t begin) {
    const bool named = row.id == schema::FieldId::organisation || row.id == schema::FieldId::decision_maker ||
                       row.id == schema::FieldId::cites || row.id == schema::FieldId::id;
    const bool list = row.type == schema::FieldType::year || row.type == schema::FieldType::number ||
                      (row.type == schema::FieldType::keyword && !named);
    if (value.quoted || !list || value.text.find(',') == std::string::npos) {
      return add(LexemeKind::field, value.text, begin, at_, row.id);
    }
    add(LexemeKind::open, {}, begin, begin);
    std::string_view rest = value.text;
    for (bool first = true; !rest.empty();) {
      const std::string_view one = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), one.size() + 1));
      if (one.empty()) continue;
      if (!first) add(LexemeKind::either, {}, begin, begin);
      add(LexemeKind::field, one, begin, at_, row.id);
      first = false;
    }
    add(LexemeKind::close, {}, at_, at_);
  }

  /// "=avustus", "-avustus" and "avust*" mean something as words, nothing as the value of a field.
  void check_marks(const schema::FieldRow& row, std::string_view name, const FieldText& value, std::size_t begin) {
    const bool compared = row.type != schema::FieldType::text && row.type != schema::FieldType::keyword;
    if (compared || (value.quoted && !has_star(value.text))) return;
    const char first = value.text.front();
    if (first != '=' && first != '-' && value.text.find('*') == std::string::npos) return;
    std::string plain = value.text;
    std::erase(plain, '*');
    plain.erase(0, std::min(plain.find_first_not_of("=-"), plain.size()));
    if (row.type == schema::FieldType::text && !value.quoted && plain != value.text && first != '=' && first != '-') {
      plain = value.text;  // words with a star are looked for everywhere
      fail(QueryProblem::mark_in_value, begin, std::string(name) + ":" + value.text, plain);
    }
    const std::string better =
        (first == '-' ? "-" : "") + std::string(name) + ":" + (value.quoted ? "\"" + plain + "\"" : plain);
    fail(QueryProblem::mark_in_value, begin, std::string(name) + ":" + value.text,
         plain.empty() ? row.example : better);
  }

  /// rahoittaja:(STEA TAI "AMIF"): the values become fields of their own, the parentheses and operators stay.
  void values(const schema::FieldRow& row, std::size_t begin, std::size_t open) {
    int depth = 0;
    at_ = open;
    const std::size_t first = lexemes_.size();
    do {
      at_ = after_spaces(text_, at_);
      const std::size_t here = at_;
      if (here >= text_.size()) fail(QueryProblem::not_closed, open, {}, {});  // its ")" stands in quotes
      if (text_[at_] == '(' || text_[at_] == ')') {
        depth += text_[at_] == '(' ? 1 : -1;
        add(text_[at_] == '(' ? LexemeKind::open : LexemeKind::close, {}, here, here + 1);
        ++at_;
        continue;
      }
      if (const auto kind = operator_of(piece_at(text_, at_))) {
        at_ += piece_at(text_, at_).size();
        add(*kind, {}, here, at_);
        continue;
      }
      const FieldText value = value_of_group(row);
      if (value.text.empty()) fail(QueryProblem::no_value, here, text_.substr(here, at_ - here), row.example);
      check_marks(row, row.name_fi, value, here);
      // "vuosi:(2017 2019)": no decision is of both.
      if (lexemes_.back().kind == LexemeKind::field) add(LexemeKind::either, {}, here, here);
      add(LexemeKind::field, value.text, here, at_, row.id);
    } while (depth > 0);
    if (lexemes_.size() == first + 2) {
      fail(QueryProblem::bad_group, begin, text_.substr(open, at_ - open), row.example);
    }
  }

  /// One value between operators and parentheses; its words belong together: "(Lähitupa ry TAI Talkooverkko ry)".
  FieldText value_of_group(const schema::FieldRow& row) {
    FieldText value = field_text_at(text_, at_, row);
    at_ = value.end;
    while (row.type == schema::FieldType::keyword && !value.quoted && at_ > 0 && text_[at_ - 1] != ',') {
      const std::string_view piece = piece_at(text_, after_spaces(text_, at_));
      if (piece.empty() || operator_of(piece)) break;
      value.text += " " + std::string(piece);
      at_ = after_spaces(text_, at_) + piece.size();
    }
    return value;
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
