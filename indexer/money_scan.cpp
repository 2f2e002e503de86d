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

namespace pykala::indexer {
namespace {

/// "toimialalle kertyvän tuloja": words of a budget before the sum.
bool speaks_of_money(const TextPart& part, std::size_t atom) {
  const Range sentence = part.sentence_of(atom);
  const std::size_t first = atom > sentence.begin + 14 ? atom - 14 : sentence.begin;
  for (std::size_t at = first; at < atom; ++at) {
    const std::string_view word = part.lower_view(at);
    if (holds_any(word, {"tulo", "meno", "talousarvio", "velka", "kate", "investoin", "euro", "ylity", "alitu", "verot",
                         "säästö", "maksu", "lippu", "lipu", "tappio", "voitto", "ennuste", "inkomst", "utgift"}) ||
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

/// "4 688 €/asm²", "250 €/kk"; what is paid a year is a sum like others.
bool is_unit_price(const TextPart& part, std::size_t at) {
  if (!part.is_symbol(at, "/") || !part.touches(at)) return false;
  const std::string_view unit = part.lower_view(at + 1);
  return unit != "v" && unit != "vuosi" && unit != "vuodessa" && unit != "a" && unit != "år";
}

constexpr std::size_t max_list_numbers = 8;  ///< of a list whose last number alone has the unit

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
    auto number = read_digits(part_, atom);
    if (!number) return atom;
    read_fraction(part_, *number);
    std::size_t at = number->end;
    const std::int64_t scale = read_scale(part_, at);
    if (const auto currency = currency_after(atom, *number, at, scale)) {
      push(number->hundredths, scale, *currency, atom);
      return currency->end;
    }
    if (is_cent(at) && number->hundredths % 100 == 0) return read_cents(atom, number->hundredths / 100, at);
    if (scale > 1)
      if (const std::size_t end = read_rest(atom, number->hundredths, scale, at); end > atom) return end;
    if (scale > 1 && is_bare_million(part_, at, scale) && speaks_of_money(part_, atom)) {
      push(number->hundredths, scale, Currency{at, false, scale_is_genitive(at - 1)}, atom);
      return at;
    }
    if (number->no_cents || (number->grouped && is_cell_under_header(atom, number->end))) {
      push(number->hundredths, 1, Currency{number->end, false, false}, atom);
      return number->end;
    }
    return read_shared_unit(atom, *number, at, scale);
  }

  /// "euroa", "(alv 0 %) euroa", "e" of "300 e."; a letter alone is a unit only where the text speaks of money.
  std::optional<Currency> currency_after(std::size_t atom, const MoneyNumber& number, std::size_t at,
                                         std::int64_t scale) const {
    if (auto currency = read_currency(part_, at)) return currency;
    if (auto currency = read_currency(part_, past_remark(part_, at))) return currency;
    if (part_.view(at) == "e" && is_euro_letter(atom, number, at, scale)) return Currency{at + 1, false, false};
    return std::nullopt;
  }

  bool is_euro_letter(std::size_t atom, const MoneyNumber& number, std::size_t at, std::int64_t scale) const {
    if (part_.is_number(at + 1) || (part_.is_symbol(at + 1, "-") && part_.touches(at + 1))) return false;
    if (scale > 1 || number.grouped || number.decimals) return true;
    if (number.hundredths >= 10'000 && !part_.is_word(at + 1)) return true;
    // "Mäntytie 12 e", "3 e kohta"
    if (atom > 0 && (part_.is_symbol(atom - 1, "§") || is_capitalised(part_.view(atom - 1)))) return false;
    return !begins_with_any(part_.lower_view(at + 1), {"koh", "alakoh", "luok", "mom"}) && speaks_of_money(part_, atom);
  }

  bool is_cent(std::size_t at) const {
    const std::string_view word = part_.lower_view(at);
    return word == "senttiä" || word == "sentin" || word == "sentillä" || word == "snt" || word == "cent";
  }

  /// "2 euroa 50 senttiä" is one sum; "89 senttiä" alone may be a length.
  std::size_t read_cents(std::size_t atom, std::int64_t cents, std::size_t at) {
    if (!sums_.empty() && sums_.back().atoms.end == atom && sums_.back().cents % 100 == 0 && cents < 100) {
      sums_.back().cents += cents;
      sums_.back().atoms.end = at + 1;
    } else if (speaks_of_money(part_, atom)) {
      push(cents, 1, Currency{at + 1, false, part_.lower_view(at) == "sentin"}, atom);
    }
    return at + 1;
  }

  /// "2 miljoonaa 300 tuhatta euroa", "1 miljoona 200 000 euroa": what follows a scale and is less belongs to the sum.
  std::size_t read_rest(std::size_t atom, std::int64_t hundredths, std::int64_t scale, std::size_t at) {
    std::int64_t rest = 0, rest_scale = 1;
    if (const auto number = read_digits(part_, at)) {
      at = number->end;
      rest_scale = read_scale(part_, at);
      rest = number->hundredths;
    } else if (const auto spelled = read_spelled(part_, at); spelled && spelled->sure) {
      at = spelled->end;
      rest = spelled->hundredths;
    }
    const auto currency = read_currency(part_, at);
    if (!currency || rest == 0 || rest / 100 >= scale / rest_scale || hundredths > max_cents / scale) return atom;
    push(hundredths * scale + rest * rest_scale, 1, *currency, atom);
    return currency->end;
  }

  /// "10 000–20 000 euroa", "3 000 tai 5 000 euroa", "1–2 miljoonaa euroa", "säätiön osuus 120 000 ja kaupungin 80 000
  /// euroa": the first number shares the unit.
  std::size_t read_shared_unit(std::size_t atom, const MoneyNumber& first, std::size_t at, std::int64_t scale) {
    const bool range = part_.is_symbol(at, "–") || part_.is_symbol(at, "-");
    const bool listed = !range && (first.grouped || scale > 1);
    if (!range && !listed) return atom;
    const std::size_t place = range ? at + 1 : next_of_list(atom, at);
    const auto second = place == 0 ? std::nullopt : read_digits(part_, place);
    if (!second) return atom;
    std::size_t after = second->end;
    const std::int64_t second_scale = read_scale(part_, after);
    auto currency = currency_after(place, *second, after, second_scale);
    // "20 000, 30 000 ja 40 000 euroa": the unit may stand behind a later number.
    for (std::size_t last = after, hops = 0; listed && !currency && hops < max_list_numbers; ++hops) {
      const std::size_t next = next_of_list(atom, last);
      const auto number = next == 0 ? std::nullopt : read_digits(part_, next);
      if (!number || !number->grouped) return atom;
      last = number->end;
      currency = read_currency(part_, last);
    }
    if (!currency || (!first.grouped && second->grouped && range)) return atom;
    push(first.hundredths, scale > 1 || !range ? scale : second_scale,
         Currency{at, currency->markka, currency->genitive}, atom);
    sums_.back().unit_price = is_unit_price(part_, currency->end);  // "12 000–15 000 €/vuosi"
    return at;                                                      // the second is read on its own
  }

  /// The number that goes on a list after `at`: behind "ja", or behind a few words where the list speaks of money
  /// ("STEA myönsi 80 000, kaupunki lisää 20 000 ja säätiö 5 000 euroa"); 0 when there is none.
  std::size_t next_of_list(std::size_t first, std::size_t at) const {
    constexpr std::size_t max_words = 5;
    const std::string_view joint = part_.lower_view(at);
    const bool comma = part_.is_symbol(at, ",");
    const bool word = joint == "ja" || joint == "tai" || joint == "sekä" || joint == "och" || joint == "eller";
    if (!comma && !word) return 0;
    if (word && part_.is_number(at + 1)) return at + 1;
    if (!leads_in_money(first)) return 0;
    for (std::size_t next = at + 1; next <= at + 1 + max_words; ++next) {
      if (part_.is_number(next)) return three_digits(part_, next + 1) ? next : 0;
      const bool ending =
          (part_.is_symbol(next, ":") || part_.is_symbol(next, "-")) && part_.touches(next) && part_.touches(next + 1);
      if (!part_.is_word(next) && !ending) return 0;
    }
    return 0;
  }

  /// "myönsi", "osuus": one of the words right before a number says that it is money; before the colon of a list any.
  bool leads_in_money(std::size_t atom) const {
    constexpr std::uint32_t money = support | give | total_cost | own_share | rent | appropriation;
    const Range sentence = part_.sentence_of(atom);
    constexpr std::size_t near = 3, in_list = 8;
    bool list = false;
    for (std::size_t at = atom, words = 0; at > sentence.begin && words < in_list; --at) {
      list = list || (part_.is_symbol(at - 1, ":") && !part_.touches(at));
      if (!part_.is_word(at - 1)) continue;
      if (++words > near && !list) continue;
      if ((part_.flags(at - 1) & money) != 0 || holds_any(part_.lower_view(at - 1), {"osuus", "osuude", "andel"}))
        return true;
    }
    return false;
  }

  /// "viisi miljoonaa euroa", "miljoonaan euroon", "kaksi ja puoli miljoonaa euroa". A numeral that is not understood
  /// gives no sum: a wrong one would be worse.
  std::size_t read_words(std::size_t atom) {
    const auto spelled = read_spelled(part_, atom);
    if (!spelled) return atom;
    constexpr std::int64_t least = 1000;  // "kaksi euroa" is rarely a sum; "sata euroa" is
    if (!spelled->sure || spelled->hundredths < least) return spelled->end;
    auto currency = read_currency(part_, spelled->end);
    if (!currency)
      currency = read_currency(part_, past_remark(part_, spelled->end));  // "kymmenentuhatta (10 000) euroa"
    if (currency) {
      push(spelled->hundredths, 1, *currency, atom);
      return currency->end;
    }
    if (spelled->scale > 1)
      if (const std::size_t end = read_rest(atom, spelled->hundredths / spelled->scale, spelled->scale, spelled->end);
          end > atom)
        return end;
    if (!is_bare_million(part_, spelled->end, spelled->scale) || !speaks_of_money(part_, atom)) return spelled->end;
    push(spelled->hundredths, 1, Currency{spelled->end, false, scale_is_genitive(spelled->end - 1)}, atom);
    return spelled->end;
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
