// SPDX-License-Identifier: GPL-2.0-or-later
// The piece behind the colon first; then, as long as the next piece goes on with it, that one too. Private: what goes
// on with what, by the kind of field.
#include "searcher/field_text.h"

#include <algorithm>
#include <optional>

#include "searcher/query_pieces.h"

namespace pykala::searcher {

using schema::FieldId;
using schema::FieldRow;
using schema::FieldType;

namespace {

constexpr std::string_view section_sign = "§", en_dash = "–", em_dash = "—";
constexpr std::size_t thousand_digits = 3, year_digits = 4, most_serial_digits = 7;
constexpr std::size_t least_letters = 2, most_letters = 10;  ///< of a case number: HEL, PRIDno

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), is_digit);
}

std::size_t digits_at_end(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[text.size() - 1 - n])) ++n;
  return n;
}

std::size_t digits_at_start(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

bool is_dash(std::string_view piece) {
  return piece == ".." || piece == "-" || piece == en_dash || piece == em_dash;
}

bool ends_in_dash(std::string_view text) {
  return text.ends_with("..") || text.ends_with('-') || text.ends_with(en_dash) || text.ends_with(em_dash);
}

bool is_unit(std::string_view piece) {
  for (const std::string_view unit : {"€", "e", "euroa", "euro", "eur", "milj.", "milj", "M€", "k€", "t€"}) {
    if (piece == unit) return true;
  }
  return false;
}

/// Punctuation that a sentence puts behind a value: "STEA,", "2017.", but not "2017..", "milj.".
std::string_view without_end_marks(std::string_view text) {
  while (!text.empty()) {
    const char last = text.back();
    const bool stop = last == '.' && !text.ends_with("..") && !text.ends_with("milj.");
    if (last != ',' && last != ';' && last != '!' && last != '?' && !stop) break;
    text.remove_suffix(1);
  }
  return text;
}

/// "2017 .. 2020", "17.5.2017 - 30.6.2017".
bool goes_on_range(std::string_view value, std::string_view piece) {
  if (is_dash(piece)) return !value.empty() && is_digit(value.back());
  if (piece.starts_with("..") || piece.starts_with(en_dash)) return is_digit(value.back());
  return ends_in_dash(value) && is_digit(piece.front()) && is_digit(value.front());
}

/// "100" and "000", "000..200"; "1,2" and "milj."; "100000" and "..".
bool goes_on_amount(std::string_view value, std::string_view piece) {
  const bool thousands =
      digits_at_start(piece) == thousand_digits && digits_at_end(value) > 0 && digits_at_end(value) <= thousand_digits;
  const bool range = piece.starts_with("..") || is_dash(piece) || (ends_in_dash(value) && is_digit(piece.front()));
  return thousands || is_unit(without_end_marks(piece)) || is_unit(piece) || range;
}

/// "02 05" and "02".
bool goes_on_class(std::string_view value, std::string_view piece) {
  constexpr std::size_t digits = 2;
  return is_digits(without_end_marks(piece), digits, digits) &&
         value.find_first_not_of("0123456789 ") == std::string_view::npos;
}

bool is_case_letters(std::string_view text) {
  return text.size() >= least_letters && text.size() <= most_letters &&
         std::all_of(text.begin(), text.end(), is_letter);
}

/// "HEL" and "2017-900123", "HEL 2017" and "900123".
bool goes_on_case(std::string_view value, std::string_view piece) {
  const std::string_view number = without_end_marks(piece);
  if (is_case_letters(value)) return digits_at_start(number) == year_digits;
  const std::size_t digits = digits_at_end(value);
  const std::string_view before = value.substr(0, value.size() - digits);
  return digits == year_digits && !before.empty() && is_case_letters(before.substr(0, before.find_first_of(" -"))) &&
         is_digits(number, 1, most_serial_digits);
}

bool is_written_date(std::string_view piece) {
  return piece.find('.') != std::string_view::npos &&
         piece.find_first_not_of("0123456789.") == std::string_view::npos && is_digit(piece.front());
}

/// "Khs" and "8.5.2017", "§", "§ 510", "17" before "§".
bool goes_on_citation(std::string_view value, std::string_view piece, std::string_view after) {
  if (goes_on_case(value, piece) || is_written_date(piece)) return true;
  if (piece.starts_with(section_sign)) return true;
  const bool number = is_digits(without_end_marks(piece), 1, year_digits);
  const bool year =
      digits_at_start(piece) == year_digits && value.find_first_of("0123456789") == std::string_view::npos;
  return number && (value.ends_with(section_sign) || after.starts_with(section_sign) || year);
}

/// "kulttuuri-" and "ja"; "kulttuuri- ja" and what follows; "Lähitupa" and "ry".
bool goes_on_name(std::string_view value, std::string_view piece) {
  for (const std::string_view link : {"ja", "sekä", "tai", "och", "eller"}) {
    if (value.ends_with('-') && piece == link) return true;
    if (value.ends_with("- " + std::string(link))) return true;
  }
  for (const std::string_view form : {"ry", "rf", "r.y.", "r.f.", "sr", "oy", "Oy", "oyj", "Oyj", "ab", "Ab", "osk"}) {
    if (without_end_marks(piece) == without_end_marks(form)) return true;
  }
  return false;
}

/// What stands between the value and the piece that goes on with it; nothing when none does.
std::optional<std::string_view> link_to(const FieldRow& row, std::string_view value, std::string_view piece,
                                        std::string_view after) {
  if (piece.empty() || value.empty() || operator_of(piece)) return std::nullopt;
  const auto link = [](bool goes_on, std::string_view between) {
    return goes_on ? std::optional(between) : std::nullopt;
  };
  switch (row.type) {
    case FieldType::text:
      return std::nullopt;
    case FieldType::amount:
      return link(goes_on_amount(value, piece), " ");  // so that groups of digits stay apart
    case FieldType::number:
      return link(goes_on_range(value, piece) || piece == section_sign || value == section_sign, "");
    case FieldType::year:
    case FieldType::date:
      return link(goes_on_range(value, piece), "");
    case FieldType::keyword:
      break;
  }
  if (row.id == FieldId::classification) return link(goes_on_class(value, piece), " ");
  if (row.id == FieldId::case_number) return link(goes_on_case(value, piece), " ");
  if (row.id == FieldId::cites) return link(goes_on_citation(value, piece, after), " ");
  return link(goes_on_name(value, piece), " ");
}

}  // namespace

FieldText field_text_at(std::string_view text, std::size_t at, const FieldRow& row) {
  FieldText value{std::string(piece_at(text, at)), 0, false};
  value.end = at + value.text.size();
  if (value.text.find_first_not_of("<>=") == std::string::npos) {  // "rahoittaja: STEA", "summa:> 100 000 €"
    const std::size_t next = after_spaces(text, value.end);
    if (value.text.empty() && next < text.size() && quote_width(text, next) > 0) {
      const Quotation quotation = quotation_at(text, next);
      return {std::string(quotation.words), quotation.end, true};
    }
    const std::string_view piece = piece_at(text, next);
    if (piece.empty() || operator_of(piece)) return value;
    value.text += piece;
    value.end = next + piece.size();
  }
  for (;;) {
    const std::size_t next = after_spaces(text, value.end);
    const std::string_view piece = piece_at(text, next);
    const std::string_view after = piece_at(text, after_spaces(text, next + piece.size()));
    const auto link = link_to(row, value.text, piece, after);
    if (!link) break;
    value.text += std::string(*link) + std::string(piece);
    value.end = next + piece.size();
  }
  value.text = without_end_marks(value.text);
  if (row.type == FieldType::amount) std::erase(value.text, ' ');
  return value;
}

}  // namespace pykala::searcher
