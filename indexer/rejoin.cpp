// SPDX-License-Identifier: GPL-2.0-or-later
// Lines in, paragraphs out. Whether a hyphen stays is decided by rule, in this order: a suspended first part ("- ja"),
// names and numbers, the same vowel on both sides (Finnish orthography: "toimenpide-ehdotus"), then what the document
// itself writes; else the hyphen is the line's and goes.
#include "indexer/rejoin.h"

#include <algorithm>
#include <optional>

#include "indexer/header_lines.h"
#include "indexer/parsing_rules.h"
#include "indexer/text_scan.h"
#include "stemmers/unicode.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_page_width = 130;  ///< bytes; a longer line was not broken by a page's width
constexpr std::size_t min_joined_line = 40;  ///< bytes; a shorter line followed by lower case is a name or an address
constexpr std::size_t short_tail = 4;        ///< letters of a word's cut end that is no word: "lautakun- nan"
constexpr std::size_t short_head = 3;
constexpr std::size_t max_word_bytes = 200;  ///< no word is longer; keeps the time linear

/// Where a word begins or ends: everything but letters, digits, hyphens and colons.
bool is_word_part(std::uint32_t c) {
  return is_lower_letter(c) || is_upper_letter(c) || c == '-' || c == ':' || (c >= '0' && c <= '9');
}

std::size_t word_begin(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < max_word_bytes) {
    std::size_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    if (!is_word_part(code_point_at(text, at).value)) break;
    begin = at;
  }
  return begin;
}

std::size_t word_end(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < max_word_bytes) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_part(c.value)) break;
    end += c.length;
  }
  return end;
}

bool is_vowel(std::uint32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 0xE4 || c == 0xF6 || c == 0xE5;
}

std::uint32_t last_code_point(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return code_point_at(text, at).value;
}

enum class Hyphen { goes, stays, suspended };

/// `first` is the word before the hyphen, without it; `second` the word after.
Hyphen decide(std::string_view first, std::string_view second, const DocumentWords& words) {
  const std::string lower_first = stemmers::to_lower(first), lower_second = stemmers::to_lower(second);
  if (ParsingRules::builtin().has("suspended", lower_second)) return Hyphen::suspended;
  if (first.empty() || second.empty() || !starts_lower(second) || !ends_with_letter(first)) return Hyphen::stays;
  // "STEA-" / "haku": an abbreviation before the hyphen keeps it.
  if (is_upper_letter(last_code_point(first))) return Hyphen::stays;
  const auto before = last_code_point(lower_first), after = code_point_at(lower_second, 0).value;
  if (is_vowel(before) && before == after) return Hyphen::stays;
  if (words.has_word(lower_first + lower_second)) return Hyphen::goes;
  const auto start = stemmers::cut_utf8(lower_second, 4);
  if (start.size() >= 3 && words.has_prefix(lower_first + "-" + std::string(start))) return Hyphen::stays;
  return Hyphen::goes;
}

/// The word before a hyphen that is followed by a space at `hyphen`, and the word after: is it a cut word?
bool is_cut_inside_line(std::string_view first, std::string_view second, const DocumentWords& words) {
  if (first.empty() || second.empty() || !starts_lower(second) || !ends_with_letter(first)) return false;
  if (ParsingRules::builtin().has("suspended", second) || first.find('-') != std::string_view::npos) return false;
  const std::string joined = stemmers::to_lower(std::string(first) + std::string(second));
  if (words.has_word(joined)) return true;
  // "lautakun- nan": an end of so few letters is no word; "ai- kana": nor is so short a beginning.
  const auto letters = stemmers::count_code_points(second);
  return letters < short_tail || (stemmers::count_code_points(first) < short_head && letters >= 2);
}

/// Mends "kiinteistölautakun- nan" inside one line.
std::string mend_inside(std::string_view text, const DocumentWords& words) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find("- "); at != std::string_view::npos; at = text.find("- ", at + 1)) {
    const std::string_view before = text.substr(begin, at - begin);
    const std::string_view first = before.substr(word_begin(before));
    const std::string_view rest = text.substr(at + 2);
    const std::string_view second = rest.substr(0, word_end(rest));
    if (!is_cut_inside_line(first, second, words)) continue;
    out += before;
    begin = at + 2;
  }
  out += text.substr(begin);
  return out;
}

bool is_address(std::string_view text) {
  const auto word = text.substr(0, text.find(' '));
  return word.find('@') != std::string_view::npos || word.find("(a)") != std::string_view::npos ||
         word.starts_with("www.") || word.starts_with("http");
}

bool is_list_item(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("• ") || text.starts_with("– ") || text.starts_with("* ");
}

/// Width of the text where its lines are broken at a width, that is, where a quarter of them come close to the longest;
/// 0 where they are not.
std::size_t page_width(const Lines& lines) {
  std::vector<std::size_t> lengths;
  for (const Line& line : lines) {
    if (line.kind == BlockKind::line) lengths.push_back(stemmers::count_code_points(line.text));
  }
  if (lengths.size() < 4) return 0;
  std::sort(lengths.begin(), lengths.end());
  const std::size_t longest = lengths[lengths.size() - 1 - lengths.size() / 50];
  const auto full =
      static_cast<std::size_t>(lengths.end() - std::lower_bound(lengths.begin(), lengths.end(), longest * 4 / 5));
  return longest <= max_page_width && full >= 3 && full * 4 >= lengths.size() ? longest : 0;
}

/// True when the first word of `next` would not have fitted on the line: the break is the page's, not the writer's.
bool broken_by_width(const std::string& line, const std::string& next, std::size_t width) {
  if (width < min_joined_line) return false;
  const auto word = std::string_view(next).substr(0, next.find(' '));
  return stemmers::count_code_points(line) + 1 + stemmers::count_code_points(word) > width;
}

/// "9 000 euroa", "15 %", "1,2 milj. euroa", "17.1.2022 päätetyn": a number and what it counts, which no row of a table
/// begins with after an unfinished sentence.
bool begins_with_quantity(std::string_view text) {
  const auto digits = text.find_first_not_of("0123456789 .,");
  if (digits == 0 || digits == std::string_view::npos || !is_digit(text[0])) return false;
  const std::string_view unit = text.substr(digits);
  for (const std::string_view known : {"euro", "€", "%", "prosent", "milj", "tuhat", "tuhan", "vuo", "kuukau", "§"}) {
    if (unit.starts_with(known)) return true;
  }
  return false;
}

/// `text` is the last line of a paragraph of that kind, as the page had it.
bool joins(const std::string& text, BlockKind kind, const Line& next, std::size_t width) {
  if (next.continues) return true;
  if (kind == BlockKind::list_item && next.kind == BlockKind::line && next.gap == 0) return starts_lower(next.text);
  if (kind != BlockKind::line || next.kind != BlockKind::line || next.gap > 0) return false;
  const ParsingRules& rules = ParsingRules::builtin();
  if (rules.heading(text) || rules.heading(next.text) || is_list_item(next.text) || is_address(next.text)) {
    return false;
  }
  if (text.ends_with('-') && !text.ends_with(" -")) return true;
  if (text.size() < min_joined_line) return false;
  const char last = text.back();
  if (starts_lower(next.text) && last != '.' && last != ':' && last != ';') return true;
  if (is_lower_letter(last_code_point(text)) && begins_with_quantity(next.text)) return true;
  return broken_by_width(text, next.text, width);
}

}  // namespace

const std::vector<std::string_view>& DocumentWords::words() const {
  if (read_) return words_;
  read_ = true;
  for (const Line& line : lines_) {
    std::string& lower = lower_.emplace_back();
    // Letters of Latin-1 keep their length and stay letters: such a line is put in lower case as a whole.
    const bool whole = stemmers::lower_latin1(line.text, lower);
    const std::string_view text = whole ? std::string_view(lower) : std::string_view(line.text);
    for (const std::string_view piece : split_words(text)) {
      const std::string_view word = piece.substr(0, word_end(piece));
      if (word.size() <= 3 || word.size() >= 80 || word.ends_with('-')) continue;
      words_.push_back(whole ? word : lower_.emplace_back(stemmers::to_lower(word)));
    }
  }
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  return words_;
}

bool DocumentWords::has_word(std::string_view word) const {
  return std::binary_search(words().begin(), words().end(), word);
}

bool DocumentWords::has_prefix(std::string_view prefix) const {
  const auto found = std::lower_bound(words().begin(), words().end(), prefix);
  return found != words().end() && found->starts_with(prefix);
}

void join_at_hyphen(std::string& text, std::string_view tail, const DocumentWords& words) {
  const std::string_view stem = std::string_view(text).substr(0, text.size() - 1);
  const std::string_view first = stem.substr(word_begin(stem));
  const Hyphen hyphen = decide(first, tail.substr(0, word_end(tail)), words);
  if (hyphen == Hyphen::goes) text.pop_back();
  if (hyphen == Hyphen::suspended) text += ' ';
  text += tail;
}

Lines rejoin(const Lines& lines) {
  const bool hyphens = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return line.text.ends_with('-') || line.text.find("- ") != std::string::npos;
  });
  const DocumentWords words(lines);
  const std::size_t width = page_width(lines);
  Lines out;
  const std::string* last_line = nullptr;  // of the paragraph at the end of `out`, as the page had it
  for (const Line& line : lines) {
    if (!out.empty() && joins(*last_line, out.back().kind, line, width)) {
      std::string& text = out.back().text;
      const bool cut = text.ends_with('-') && !text.ends_with(" -");
      if (cut) {
        join_at_hyphen(text, line.text, words);
      } else {
        text.append(" ").append(line.text);
      }
    } else {
      out.push_back(line);
    }
    last_line = &line.text;
  }
  if (hyphens) {
    for (Line& line : out) {
      if (line.text.find("- ") != std::string::npos) line.text = mend_inside(line.text, words);
    }
  }
  return out;
}

}  // namespace pykala::indexer
