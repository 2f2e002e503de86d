// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: sections of decisions and case numbers. Private: on which side of "§" the number stands, and
// the words that make it a section of a law.
#include "indexer/section_scan.h"

#include <optional>

#include "indexer/calendar_scan.h"

namespace pykala::indexer {
namespace {

constexpr int max_section = 9999;
constexpr std::size_t max_sections =
    20'000;  ///< of one part, "§§ 1–30" counted as thirty; far more than facts are kept

/// A number of one to four digits that is no part of a date, a case number or a decimal.
std::optional<int> plain_number(const TextPart& part, std::size_t atom) {
  if (!part.is_number(atom) || part.view(atom).size() > 4) return std::nullopt;
  const bool joined_before = atom > 0 && part.touches(atom) &&
                             (part.is_symbol(atom - 1, ".") || part.is_symbol(atom - 1, "-")) && atom > 1 &&
                             part.touches(atom - 1);
  const bool joined_after = part.touches(atom + 1) &&
                            (part.is_symbol(atom + 1, ".") || part.is_symbol(atom + 1, "-")) &&
                            part.touches(atom + 2) && part.is_number(atom + 2);
  if (joined_before || joined_after) return std::nullopt;
  int value = 0;
  for (const char digit : part.view(atom)) value = value * 10 + (digit - '0');
  return value >= 1 && value <= max_section ? std::optional(value) : std::nullopt;
}

/// "kuntalain", "hallintosäännön 3 luvun", "asetuksen", "(410/2015)", "perussopimuksen".
bool is_law_word(const TextPart& part, std::size_t atom) {
  const std::string_view word = part.lower_view(atom);
  if (part.is_symbol(atom, ")"))
    return atom >= 4 && part.is_number(atom - 1) && part.is_symbol(atom - 2, "/") && part.is_number(atom - 3);
  return ends_with_any(
      word, {"lain",      "laki",  "laissa",   "lakia",      "asetuksen", "asetus",      "säännön",     "sääntö",
             "sääntöjen", "luvun", "luku",     "sopimuksen", "lagen",     "lag",         "stadgan",     "förordningen",
             "kap",       "julkl", "momentin", "kohdan",     "myndoffl",  "direktiivin", "järjestyksen"});
}

class Scanner {
 public:
  explicit Scanner(const TextPart& part) : part_(part) {}

  std::vector<ScannedSection> run() {
    for (std::size_t atom = 0; atom < part_.atoms.size() && out_.size() < max_sections; ++atom) {
      if (part_.is_symbol(atom, "§")) take(atom);
      if (part_.is_word(atom) && part_.lower_view(atom).starts_with("pykälä")) take_word(atom);
    }
    return std::move(out_);
  }

 private:
  void take(std::size_t sign) {
    std::size_t first_sign = sign, last_sign = sign;
    if (part_.is_symbol(sign + 1, "§")) return;  // "§§": the last sign reads the number
    if (sign > 0 && part_.is_symbol(sign - 1, "§")) first_sign = sign - 1;
    const bool ending = part_.is_symbol(sign + 1, ":") && part_.touches(sign + 1) && part_.is_word(sign + 2);
    if (ending) last_sign = sign + 2;
    auto after = plain_number(part_, last_sign + 1);
    auto before = first_sign > taken_ && first_sign > 0 ? plain_number(part_, first_sign - 1) : std::nullopt;
    if (date_at(part_, last_sign + 1)) after = std::nullopt;
    // "164 § 165 §": the second number has its own sign.
    if (before && after && part_.is_symbol(last_sign + 2, "§")) after = std::nullopt;
    if (const std::size_t first = range_begin(first_sign); first != 0 && first >= taken_) {
      add_range(first, first_sign - 1, last_sign + 1, ending);
    } else if (before && (!after || prefers_before(first_sign))) {
      add(*before, {first_sign - 1, last_sign + 1}, ending, first_sign - 1);
    } else if (after) {
      if (!add(*after, {first_sign, last_sign + 2}, ending, first_sign)) return;
      add_listed(last_sign + 2, first_sign != last_sign);
    }
  }

  /// "pykälässä 278"; "pykälä 278"
  void take_word(std::size_t word) {
    const auto number = digits(word + 1);
    if (!number || part_.is_symbol(word + 2, "§") || date_at(part_, word + 1)) return;
    const bool many = part_.lower_view(word) == "pykälät";
    if (add(*number, {word, word + 2}, part_.lower_view(word) != "pykälä" && !many, word) && many)
      add_listed(word + 2, true);
  }

  /// "99–101 §": the atom of the first number; 0 when one number stands before the sign.
  std::size_t range_begin(std::size_t sign) const {
    if (sign < 3 || !is_dash(sign - 2) || !digits(sign - 1) || !digits(sign - 3)) return 0;
    const bool part_of_more = sign > 3 && part_.touches(sign - 3) && !part_.is_symbol(sign - 4, "(");
    const int span = *digits(sign - 1) - *digits(sign - 3);
    return part_of_more || span < 1 || span > max_range ? 0 : sign - 3;
  }

  void add_range(std::size_t first, std::size_t last, std::size_t end, bool ending) {
    const int begin = *digits(first), stop = *digits(last);
    if (!add(begin, {first, end}, ending, first)) return;
    for (int number = begin + 1; number <= stop; ++number) out_.push_back({number, {last, end}, ending, true});
  }

  bool is_dash(std::size_t atom) const { return part_.is_symbol(atom, "–") || part_.is_symbol(atom, "-"); }

  std::optional<int> digits(std::size_t atom) const {
    if (!part_.is_number(atom) || part_.view(atom).size() > 4) return std::nullopt;
    int value = 0;
    for (const char digit : part_.view(atom)) value = value * 10 + (digit - '0');
    return value >= 1 && value <= max_section ? std::optional(value) : std::nullopt;
  }

  /// Both sides hold a number: "Asia 3 § 164" is 164, "12.3.2020 164 § 2 kohta" is 164 too.
  bool prefers_before(std::size_t first_sign) const {
    const std::size_t number = first_sign - 1;
    return number > 0 && (part_.is_number(number - 1) || part_.touches(first_sign) || part_.is_symbol(number - 1, ","));
  }

  /// "§ 12 ja 13", "§§ 12, 13 ja 14", "§§ 99–101".
  void add_listed(std::size_t atom, bool many) {
    for (std::size_t times = 0; times < max_range; ++times) {
      const bool joint = part_.lower_view(atom) == "ja" || part_.lower_view(atom) == "och";
      if (is_dash(atom) && many && digits(atom + 1)) {
        const int begin = out_.back().number, stop = *digits(atom + 1);
        if (stop <= begin || stop - begin > max_range) return;
        for (int number = begin + 1; number <= stop; ++number) push_listed(number, {atom + 1, atom + 2});
      } else if (joint || (many && part_.is_symbol(atom, ","))) {
        const auto more = many ? digits(atom + 1) : plain_number(part_, atom + 1);
        if (!more || part_.is_symbol(atom + 2, "§") || (part_.is_symbol(atom + 2, ".") && part_.is_number(atom + 3)))
          return;
        if (!many && part_.is_word(atom + 2) && part_.lower_view(atom + 2) != "ja") return;
        push_listed(*more, {atom + 1, atom + 2});
      } else {
        return;
      }
      atom += 2;
    }
  }

  void push_listed(int number, Range atoms) {
    taken_ = atoms.end;
    out_.push_back({number, atoms, false, true});
  }

  bool add(int number, Range atoms, bool inflected, std::size_t begin) {
    taken_ = atoms.end;
    if (begin > 0 && is_law_word(part_, begin - 1)) return false;
    out_.push_back({number, atoms, inflected, false});
    return true;
  }

  static constexpr int max_range = 30;

  const TextPart& part_;
  std::vector<ScannedSection> out_;
  std::size_t taken_ = 0;
};

}  // namespace

bool is_law(std::string_view lower_word) {
  return ends_with_any(lower_word, {"laki", "lain", "asetus", "asetuksen", "lagen", "lag", "förordning", "förordningen",
                                    "direktiivi", "direktiivin"});
}

std::vector<ScannedSection> scan_sections(const TextPart& part) {
  return Scanner(part).run();
}

std::vector<ScannedCase> scan_cases(const TextPart& part) {
  std::vector<ScannedCase> out;
  for (std::size_t atom = 0; atom + 3 < part.atoms.size(); ++atom) {
    if (!part.is_word(atom)) continue;
    const bool dashed = part.is_symbol(atom + 1, "-") && part.touches(atom + 1);
    const std::size_t year = dashed ? atom + 2 : atom + 1;
    if (!part.is_number(year) || !is_capitalised(part.view(atom)) || part.view(atom).size() < 3 ||
        part.view(atom).size() > 7)
      continue;
    if (part.view(year).size() != 4 || !part.is_symbol(year + 1, "-") || !part.touches(year + 1)) continue;
    if (!part.is_number(year + 2) || !part.touches(year + 2) || part.view(year + 2).size() < 3) continue;
    const std::string register_name(part.view(atom));
    // "PRIDno-2022-145" keeps its dash, "HEL-2017-005881" is written with a space.
    const bool keep = dashed && fold_case(register_name).ends_with("dno");
    out.push_back(
        {register_name + (keep ? "-" : " ") + std::string(part.view(year)) + "-" + std::string(part.view(year + 2)),
         {atom, year + 3}});
    atom = year + 2;
  }
  return out;
}

}  // namespace pykala::indexer
