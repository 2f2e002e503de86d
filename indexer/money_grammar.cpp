// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms and a place. Out: the piece of a sum of money there. Private: separators of thousands and the list
// of units.
#include "indexer/money_grammar.h"

#include <algorithm>
#include <array>
#include <string>

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
  for (const char sign : {'.', '\''}) {
    const bool joined =
        part.is_symbol(atom, std::string_view(&sign, 1)) && part.touches(atom) && part.touches(atom + 1);
    if (!joined || !three_digits(part, atom + 1) || (separator != 0 && separator != sign)) continue;
    separator = sign;
    return atom + 1;
  }
  return 0;
}

bool is_one_of(std::string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 22> euro_words{
    "euro",    "euroa",  "euron",   "eurot",    "eurolla",  "eurosta", "euroon",  "eurolta",
    "eurolle", "eurona", "euroksi", "eurossa",  "eurojen",  "euroja",  "euroina", "eur",
    "euros",   "eurons", "meur",    "euroista", "euroihin", "euroilla"};

}  // namespace

/// Digits "554 452", "22.890.829,00", "1,2" at `atom`.
std::optional<MoneyNumber> read_digits(const TextPart& part, std::size_t atom) {
  if (!part.is_number(atom)) return std::nullopt;
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
  } else if (comma && part.touches(at) && (part.is_symbol(at + 1, "-") || part.is_symbol(at + 1, "–")) &&
             part.touches(at + 1)) {
    at += 2;  // "500,-"
  }
  number.hundredths = hundredths;
  number.end = at;
  return number;
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
  if (is_one_of(word, euro_words)) return Currency{at + 1, false, word == "euron" || word == "eurons"};
  if (word == "mk" || word == "markkaa" || word == "markan" || word == "fim")
    return Currency{at + 1, true, word == "markan"};
  const bool short_unit = word == "e" && part.is_symbol(at + 1, "/") && part.touches(at + 1);
  if (short_unit) return Currency{at + 1, false, false};
  return std::nullopt;
}

}  // namespace pykala::indexer
