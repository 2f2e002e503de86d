// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: sums of money. Private: the grammar number [scale] [currency], read from left to right.
// Long because the grammar is one scan whose steps share their place in the text.
#include "indexer/money_scan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/fact_words.h"
#include "indexer/money_grammar.h"
#include "indexer/number_words.h"

namespace pykala::indexer {
namespace {

/// "toimialalle kertyvän tuloja": words of a budget before the sum.
bool speaks_of_money(const TextPart& part, std::size_t atom) {
  const Range sentence = part.sentence_of(atom);
  const std::size_t first = atom > sentence.begin + 14 ? atom - 14 : sentence.begin;
  for (std::size_t at = first; at < atom; ++at) {
    const std::string_view word = part.lower_view(at);
    if (holds_any(word, {"tulo", "meno", "talousarvio", "velka", "kate", "investoin", "euro", "ylity", "alitu", "verot",
                         "säästö", "maksu", "tappio", "voitto", "ennuste", "inkomst", "utgift"}) ||
        (flags_of(word) & (support | total_cost | rent | appropriation | own_share)) != 0)
      return true;
  }
  return false;
}

/// "27 miljoonaa eli 45 %": money although no unit is said, unless the millions are of something else.
bool is_bare_million(const TextPart& part, std::size_t at, std::int64_t scale) {
  if (scale < 1'000'000) return false;
  if (at >= part.atoms.size() || !part.is_word(at)) return !part.is_symbol(at, "%");
  static constexpr std::array<std::string_view, 32> followers{
      "eli",     "on",       "ja",     "tai",   "oli",      "vuonna",   "vuodessa",  "vuodelle",
      "enemmän", "vähemmän", "yli",    "alle",  "suurempi", "pienempi", "joista",    "josta",
      "jonka",   "sekä",     "kun",    "mutta", "ovat",     "olisi",    "sisältää",  "eller",
      "och",     "av",       "vuoden", "per",   "mukaan",   "koko",     "kaikkiaan", "ei"};
  return std::find(followers.begin(), followers.end(), part.lower_view(at)) != followers.end();
}

bool is_unit_price(const TextPart& part, std::size_t at) {
  return part.is_symbol(at, "/") && part.touches(at);
}

class Scanner {
 public:
  explicit Scanner(const TextPart& part) : part_(part) {}

  std::vector<MoneySum> run() {
    for (std::size_t atom = 0; atom < part_.atoms.size();) {
      note_header(atom);
      const std::size_t next = std::max({read_prefixed(atom), read_sum(atom)});
      atom = next > atom ? next : past_digits(atom);
    }
    return std::move(sums_);
  }

 private:
  /// "2022 100 000 euroa" is no sum of seven digits, but its tail is one; a row of digits that is too long is passed
  /// whole.
  std::size_t past_digits(std::size_t atom) const {
    if (!part_.is_number(atom)) return atom + 1;
    std::size_t digits = part_.view(atom).size(), at = atom + 1;
    while (three_digits(part_, at)) digits += part_.view(at++).size();
    return digits > max_sum_digits ? at : atom + 1;
  }

  /// "€ 50 000", "EUR 100 000".
  std::size_t read_prefixed(std::size_t atom) {
    if (!part_.is_symbol(atom, "€") && part_.view(atom) != "EUR") return atom;
    const auto number = read_digits(part_, atom + 1);
    if (!number || !(number->grouped || number->hundredths >= 100'000)) return atom;
    std::size_t at = number->end;
    const std::int64_t scale = read_scale(part_, at);
    if (read_currency(part_, at)) return atom;  // "€ 5 000 euroa": the unit behind counts
    push(number->hundredths, scale, Currency{at, false, false}, atom);
    return at;
  }

  std::size_t read_sum(std::size_t atom) {
    if (!part_.is_number(atom)) return read_words(atom);
    if (inside_number(atom)) return atom;
    const auto number = read_digits(part_, atom);
    if (!number) return atom;
    std::size_t at = number->end;
    const std::size_t before_scale = at;
    const std::int64_t scale = read_scale(part_, at);
    // "300 e.": a bare letter only after a sum that is no list number.
    if (part_.lower_view(at) == "e" && number->hundredths >= 10'000 && !part_.is_word(at + 1) &&
        !part_.is_number(at + 1)) {
      push(number->hundredths, scale, Currency{at + 1, false, false}, atom);
      return at + 1;
    }
    if (const auto currency = read_currency(part_, at)) {
      push(number->hundredths, scale, *currency, atom);
      return currency->end;
    }
    if (at != before_scale && is_bare_million(part_, at, scale) && speaks_of_money(part_, atom)) {
      push(number->hundredths, scale, Currency{at, false, scale_is_genitive(at - 1)}, atom);
      return at;
    }
    if (is_cell_under_header(atom, number->end) && number->grouped) {
      push(number->hundredths, 1, Currency{number->end, false, false}, atom);
      return number->end;
    }
    return read_shared_unit(atom, *number, at, scale);
  }

  /// "10 000–20 000 euroa", "3 000 tai 5 000 euroa", "1–2 miljoonaa euroa": the first number shares the unit.
  std::size_t read_shared_unit(std::size_t atom, const MoneyNumber& first, std::size_t at, std::int64_t scale) {
    const std::string_view joint = part_.lower_view(at);
    const bool range = joint == "–" || joint == "-";
    const bool listed =
        (joint == "ja" || joint == "tai" || joint == "och" || joint == "eller") && (first.grouped || scale > 1);
    if (!range && !listed) return atom;
    const auto second = read_digits(part_, at + 1);
    if (!second) return atom;
    std::size_t after = second->end;
    const std::int64_t second_scale = read_scale(part_, after);
    const auto currency = read_currency(part_, after);
    if (!currency || (!first.grouped && second->grouped && range)) return atom;
    push(first.hundredths, scale > 1 ? scale : second_scale, Currency{at, currency->markka, currency->genitive}, atom);
    return at;  // the second is read on its own
  }

  /// "viisi miljoonaa euroa", "miljoonaan euroon", "puoli miljoonaa euroa".
  std::size_t read_words(std::size_t atom) {
    if (!part_.is_word(atom)) return atom;
    std::size_t at = atom;
    const std::int64_t hundredths = hundredths_of_word(part_.lower_view(atom));
    if (hundredths > 0) ++at;
    const std::size_t before_scale = at;
    const std::int64_t scale = read_scale(part_, at);
    if (at == before_scale && hundredths < 1000) return atom;  // "kaksi euroa" is rarely a sum; "sata euroa" is
    if (hundredths == 0 && scale < 1000) return atom;
    const auto currency = read_currency(part_, at);
    if (!currency || (hundredths == 0 && !scale_may_stand_alone(atom))) return atom;
    push(hundredths == 0 ? 100 : hundredths, scale, *currency, atom);
    return currency->end;
  }

  /// "miljoonaa euroa" after a number was read with it; "M€" and "k€" never stand alone.
  bool scale_may_stand_alone(std::size_t atom) const {
    return part_.lower_view(atom).size() > 4 && (atom == 0 || !part_.is_number(atom - 1));
  }

  bool scale_is_genitive(std::size_t atom) const { return part_.lower_view(atom).ends_with("n"); }

  /// The middle of a longer number or of a date: "2022 100 000" is read from "100", "1.2.2020" never.
  bool inside_number(std::size_t atom) const {
    if (atom == 0) return false;
    const bool after_sign = part_.touches(atom) && (part_.is_symbol(atom - 1, ".") || part_.is_symbol(atom - 1, ","));
    return after_sign && atom > 1 && part_.is_number(atom - 2) && part_.touches(atom - 1);
  }

  /// Remembers a table header that says the unit: "Hankinnan arvo euroina", "Avustus (€)".
  void note_header(std::size_t atom) {
    if (part_.atoms[atom].kind != AtomKind::line_break) return;
    const std::size_t line_begin = line_begin_;
    line_begin_ = atom + 1;
    if (atom == line_begin) return;
    const std::size_t length = atom - line_begin;
    if (length > 14) {
      header_ = false;  // prose ends the table
      return;
    }
    std::size_t last = atom - 1;
    if (part_.is_symbol(last, ")") && last > line_begin) --last;
    const std::string_view word = part_.lower_view(last);
    const bool unit = word == "euroina" || word == "euroa" || word == "eur" || part_.is_symbol(last, "€");
    const bool digits = std::any_of(part_.atoms.begin() + static_cast<std::ptrdiff_t>(line_begin),
                                    part_.atoms.begin() + static_cast<std::ptrdiff_t>(atom),
                                    [](const Atom& each) { return each.kind == AtomKind::number; });
    if (unit && !digits) header_ = true;
  }

  bool is_cell_under_header(std::size_t begin, std::size_t end) const {
    return header_ && begin == line_begin_ &&
           (end >= part_.atoms.size() || part_.atoms[end].kind == AtomKind::line_break);
  }

  void push(std::int64_t hundredths, std::int64_t scale, const Currency& currency, std::size_t begin) {
    if (hundredths > max_cents / scale) return;
    sums_.push_back({hundredths * scale,
                     currency.markka,
                     currency.genitive,
                     is_unit_price(part_, currency.end),
                     {begin, currency.end}});
  }

  const TextPart& part_;
  std::vector<MoneySum> sums_;
  std::size_t line_begin_ = 0;
  bool header_ = false;
};

}  // namespace

std::vector<MoneySum> scan_money(const TextPart& part) {
  return Scanner(part).run();
}

}  // namespace pykala::indexer
