// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms and a place. Out: the piece of a sum of money there. Private: separators of thousands and the list
// of units.
#include "indexer/money_grammar.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/inflection.h"
#include "indexer/number_words.h"

namespace pykala::indexer {

bool three_digits(const TextPart& part, std::size_t atom) {
  return part.is_number(atom) && part.view(atom).size() == 3;
}

namespace {

/// "20.000,00": the separator between groups of thousands at `atom`: a space, a point or an apostrophe.
std::size_t next_group(const TextPart& part, std::size_t atom, char& separator) {
  if (three_digits(part, atom) && part.atoms[atom].space_before && (separator == 0 || separator == ' ')) {
    separator = ' ';
    return atom;
  }
  // "1,250,000" as in English: of commas two groups at least, for one is a decimal sign.
  const bool comma = part.is_symbol(atom, ",") && part.touches(atom) && part.touches(atom + 1);
  const bool two = part.is_symbol(atom + 2, ",") && part.touches(atom + 2) && part.touches(atom + 3) &&
                   three_digits(part, atom + 1) && three_digits(part, atom + 3);
  if (comma && three_digits(part, atom + 1) && (separator == ',' || (separator == 0 && two))) {
    separator = ',';
    return atom + 1;
  }
  for (const char sign : {'.', '\''}) {
    const bool joined =
        part.is_symbol(atom, std::string_view(&sign, 1)) && part.touches(atom) && part.touches(atom + 1);
    if (!joined || !three_digits(part, atom + 1) || (separator != 0 && separator != sign)) continue;
    separator = sign;
    return atom + 1;
  }
  return 0;
}

/// "vuonna 2023", "år 2023": the atom of a year that its word leads in.
bool is_year_at(const TextPart& part, std::size_t atom) {
  if (atom == 0 || !part.is_number(atom) || part.view(atom).size() != 4) return false;
  const std::string_view before = part.lower_view(atom - 1);
  return before == "år" || begins_with_any(before, {"vuosi", "vuode", "vuonna", "vuoteen"});
}

bool is_one_of(std::string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 24> euro_words{
    "euro",    "euroa",  "euron",   "eurot",   "eurolla", "eurosta",  "euroon",   "eurolta",
    "eurolle", "eurona", "euroksi", "eurossa", "eurojen", "euroja",   "euroina",  "eur",
    "euros",   "eurons", "meur",    "teur",    "keur",    "euroista", "euroihin", "euroilla"};

}  // namespace

/// Digits "554 452", "22.890.829,00", "1,2" at `atom`.
std::optional<MoneyNumber> read_digits(const TextPart& part, std::size_t atom) {
  if (!part.is_number(atom)) return std::nullopt;
  if (is_year_at(part, atom) && part.is_word(atom + 1) && scale_of_word(part.lower_view(atom + 1)) > 1)
    return std::nullopt;  // "vuoden 2024 miljoona euroa"
  std::string digits(part.view(atom));
  MoneyNumber number;
  std::size_t at = atom + 1;
  char separator = 0;
  while (digits.size() <= 3 || number.grouped) {
    const std::size_t group = next_group(part, at, separator);
    if (group == 0 || (!number.grouped && digits.size() > 3) || digits.size() > max_sum_digits) break;
    digits += part.view(group);
    at = group + 1;
    number.grouped = true;
  }
  if (digits.size() > max_sum_digits) return std::nullopt;
  std::int64_t hundredths = 0;
  for (const char digit : digits) hundredths = hundredths * 10 + (digit - '0');
  hundredths *= 100;
  const bool comma = part.is_symbol(at, ",") || (part.is_symbol(at, ".") && separator != '.');
  if (comma && part.touches(at) && part.touches(at + 1) && part.is_number(at + 1) && part.view(at + 1).size() <= 2) {
    const std::string_view decimals = part.view(at + 1);
    hundredths += (decimals[0] - '0') * 10 + (decimals.size() == 2 ? decimals[1] - '0' : 0);
    at += 2;
    number.decimals = decimals.size() == 2;
  } else if ((comma || part.is_symbol(at, ":")) && part.touches(at) && part.touches(at + 1) &&
             (part.is_symbol(at + 1, "-") || part.is_symbol(at + 1, "–")) &&
             !(part.touches(at + 2) && (part.is_number(at + 2) || part.is_word(at + 2)))) {
    number.no_cents = !part.is_symbol(at, ".");  // "8.-20. päivä" is a day
    at += 2;                                     // "500,-", "500:-"
  }
  number.hundredths = hundredths;
  number.end = at;
  return number;
}

namespace {

/// "ja puoli", "och en halv": the atom of the half; 0 when there is none at `atom`.
std::size_t half_after_joint(const TextPart& part, std::size_t atom) {
  const std::string_view joint = part.lower_view(atom);
  if (joint != "ja" && joint != "och" && joint != "and") return 0;
  const std::string_view article = part.lower_view(atom + 1);
  const std::size_t half = article == "en" || article == "ett" || article == "a" ? atom + 2 : atom + 1;
  return part.is_word(half) ? half : 0;
}

/// "lähes miljoonaa euroa": a word after which the partitive alone is one.
bool is_about(std::string_view word) {
  return is_one_of(
      word, std::array<std::string_view, 8>{"lähes", "noin", "yli", "alle", "vajaata", "runsasta", "liki", "lähemmäs"});
}

/// False where a quantity that is no number stands before: "muutama miljoona", "kolmen ja neljänneksen miljoonan".
bool may_begin_number(const TextPart& part, std::size_t atom) {
  if (atom == 0) return true;
  const bool joined = part.touches(atom) && part.is_symbol(atom - 1, "-");
  const bool fraction = part.is_symbol(atom - 1, "½") || part.is_symbol(atom - 1, "¼") || part.is_symbol(atom - 1, "¾");
  // "x ja puoli miljoonaa": of a number that is not read, unless a sum ends before.
  const bool half =
      begins_with_any(part.lower_view(atom), {"puol", "halv"}) && !part.lower_view(atom).ends_with("oista");
  const bool joint = part.lower_view(atom - 1) == "ja" || part.lower_view(atom - 1) == "och";
  if (half && joint && atom > 1 && !read_currency(part, atom - 2)) return false;
  const bool number = part.is_number(atom - 1) && !is_year_at(part, atom - 1);
  return !number && !joined && !fraction && !is_vague_quantity(part.lower_view(atom - 1));
}

}  // namespace

std::optional<SpelledSum> read_spelled(const TextPart& part, std::size_t atom) {
  SpelledNumber number;
  if (!part.is_word(atom) || !number.add(part.lower_view(atom))) return std::nullopt;
  constexpr std::size_t max_words = 12;
  std::size_t at = atom + 1;
  for (std::size_t words = 0; words < max_words; ++words) {
    const bool hyphen = part.is_symbol(at, "-") && part.touches(at) && part.touches(at + 1);  // "twenty-five"
    if (part.is_word(at) && number.add(part.lower_view(at))) {
      ++at;
    } else if (hyphen && number.add(part.lower_view(at + 1))) {
      at += 2;
    } else if (const std::size_t half = half_after_joint(part, at);
               half != 0 && number.add_half(part.lower_view(half))) {
      at = half + 1;
    } else {
      break;
    }
  }
  SpelledSum sum{number.hundredths(), at, std::max<std::int64_t>(number.scale(), 1), may_begin_number(part, atom)};
  if (number.lacks_number()) sum.sure = sum.sure && atom > 0 && is_about(part.lower_view(atom - 1));
  // "viisi milj. euroa", "kaksi tuhatta miljoonaa"
  if (const std::int64_t scale = read_scale(part, sum.end);
      scale > 1 && sum.hundredths < std::int64_t{1} << 40 && sum.scale < scale) {
    sum.hundredths *= scale;
    sum.scale = scale;
  }
  return sum;
}

void read_fraction(const TextPart& part, MoneyNumber& number) {
  static constexpr std::array<std::pair<std::string_view, std::int64_t>, 3> fractions{
      {{"½", 50}, {"¼", 25}, {"¾", 75}}};
  std::size_t at = number.end;
  for (const auto& [sign, hundredths] : fractions)
    if (part.is_symbol(at, sign)) {
      number.hundredths += hundredths;
      number.end = at + 1;
      return;
    }
  SpelledNumber half;
  if (const std::size_t word = half_after_joint(part, at);
      word != 0 && half.add("yksi") && half.add_half(part.lower_view(word))) {
    number.hundredths += 50;
    number.end = word + 1;
    return;
  }
  const bool ending = part.is_symbol(at, ":") && part.touches(at) && part.is_word(at + 1) && part.touches(at + 1);
  if (ending && case_of_ending(part.lower_view(at + 1))) number.end = at + 2;
}

std::size_t past_remark(const TextPart& part, std::size_t atom) {
  constexpr std::size_t max_atoms = 10;
  if (!part.is_symbol(atom, "(")) return atom;
  for (std::size_t at = atom + 1; at < atom + max_atoms && at < part.atoms.size(); ++at) {
    if (part.is_symbol(at, ")")) return at + 1;
    if (part.is_symbol(at, "(") || part.atoms[at].kind == AtomKind::line_break) break;
  }
  return atom;
}

/// Factor of "miljoonaa", "milj.", "M", "tuhatta", "t"; 1 when there is none. Moves `at` past it.
std::int64_t read_scale(const TextPart& part, std::size_t& at) {
  const std::string_view word = part.lower_view(at);
  const auto take = [&](std::int64_t factor, bool point) {
    ++at;
    if (point && part.is_symbol(at, ".") && part.touches(at)) ++at;
    return factor;
  };
  if (const std::int64_t scale = scale_of_word(word); scale > 1) return take(scale, false);
  if (word == "milj" || word == "mn" || word == "mio") return take(1'000'000, true);
  if (word == "mrd" || word == "md") return take(1'000'000'000, true);
  const bool euro_follows = part.is_symbol(at + 1, "€") && part.touches(at + 1);
  if ((word == "m" && (euro_follows || part.lower_view(at + 1).starts_with("eur"))) || word == "meur")
    return word == "m" ? take(1'000'000, false) : 1'000'000;
  if ((word == "k" || word == "t") && euro_follows) return take(1000, false);
  if (part.view(at) == "Me") return 1'000'000;  // read again as its currency
  if (word == "teur" || word == "keur" || part.view(at) == "te") return 1000;
  return 1;
}

/// "euroa", "€", "mk", "e/kk" at `at`.
std::optional<Currency> read_currency(const TextPart& part, std::size_t at) {
  const std::string_view word = part.lower_view(at);
  if (part.is_symbol(at, "€")) {
    std::size_t end = at + 1;
    // "2,27 €:n"
    if (part.is_symbol(end, ":") && part.touches(end) && part.is_word(end + 1)) end += 2;
    return Currency{end, false, end != at + 1};
  }
  if (!part.is_word(at)) return std::nullopt;
  if (is_one_of(word, euro_words))
    return Currency{at + 1, false, word == "euron" || word == "eurons" || word == "euros"};
  if (word == "mk" || word == "markkaa" || word == "markan" || word == "fim")
    return Currency{at + 1, true, word == "markan"};
  if (part.view(at) == "Me" || part.view(at) == "te") return Currency{at + 1, false, false};
  const bool short_unit = word == "e" && part.is_symbol(at + 1, "/") && part.touches(at + 1);
  if (short_unit) return Currency{at + 1, false, false};
  return std::nullopt;
}

}  // namespace pykala::indexer
