// SPDX-License-Identifier: GPL-2.0-or-later
// In: the place of a legal form. Out: where its name begins. Private: words that open sentences, words and signs that
// may stand inside a name.
#include "indexer/organisation_edges.h"

#include <algorithm>
#include <array>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

constexpr std::array<std::string_view, 25> legal_forms{"ry",  "Ry",  "RY", "rf",  "Rf",   "RF",  "rp", "Oy", "OY",
                                                       "Oyj", "OYJ", "Ab", "AB",  "Abp",  "ABP", "sr", "Sr", "osk",
                                                       "Osk", "Ky",  "ay", "Ltd", "GmbH", "Inc", "SR"};

/// Words that may stand in lower case between the capitals of a name: "Break the Fight Oy".
constexpr std::array<std::string_view, 14> small_words{"the", "of", "and", "for", "club", "och",  "för",
                                                       "i",   "de", "la",  "von", "af",   "hand", "på"};

/// Words that open a sentence or tell a role and are no part of the name that follows.
bool is_common_opening(std::string_view lower) {
  static constexpr std::array<std::string_view, 34> openings{
      "päätös",   "myös", "samalla", "mukana",  "hankkeen", "hankkeessa", "ote",      "otteen",   "lisäksi",
      "nyt",      "kun",  "sekä",    "ja",      "jos",      "myöhemmin",  "helsinki", "kaupunki", "kaupungin",
      "vuonna",   "että", "sopimus", "avustus", "vuokraus", "hankinta",   "lausunto", "selvitys", "lahjoitus",
      "dessutom", "även", "också",   "för",     "i",        "på",         "av"};
  if (std::find(openings.begin(), openings.end(), lower) != openings.end()) return true;
  return ends_with_any(lower, {"yhtiö", "toimittaja", "hakija", "kumppani", "tuottaja", "urakoitsija", "konsultti",
                               "vuokralainen", "rakennuttaja", "ostaja", "myyjä", "omistaja", "vetäjä",
                               "koordinaattori", "toteuttaja", "edustaja", "valinnat", "bolaget", "jäsen"}) ||
         (flags_of(lower) & (give | apply | partner)) != 0;
}

bool is_small_word(std::string_view lower) {
  return std::find(small_words.begin(), small_words.end(), lower) != small_words.end();
}

/// "on", "kanssa", "jatkaa": words that end a name on their left. Genitives ("historiallisen") may belong to it.
bool may_be_inside(std::string_view lower) {
  static constexpr std::array<std::string_view, 12> not_inside{
      "on", "kuin", "kanssa", "mukaan", "kautta", "ovat", "sekä", "lisäksi", "olevan", "kuten", "myös", "koskien"};
  if (std::find(not_inside.begin(), not_inside.end(), lower) != not_inside.end()) return false;
  return lower.ends_with("n") && !lower.ends_with("ään") && !lower.ends_with("aan") &&
         (flags_of(lower) & ~static_cast<std::uint32_t>(project)) == 0;
}

bool joins(const TextPart& part, std::size_t atom) {
  for (const std::string_view sign : {"-", "&", "'", "+", "/"})
    if (part.is_symbol(atom, sign)) return true;
  // "J. Kärkkäinen Oy", "CP-yhdistys – Nylands CP-förening": a point after one letter, a dash between names.
  if (part.is_symbol(atom, ".")) return atom > 0 && part.is_word(atom - 1) && part.view(atom - 1).size() == 1;
  if (part.is_symbol(atom, "–"))
    return atom > 0 && part.is_word(atom - 1) && part.touches(atom) == part.touches(atom + 1) &&
           is_capitalised(part.view(atom + 1));
  return false;
}

}  // namespace

bool is_legal_form(std::string_view word) {
  constexpr std::size_t longest = 4;  // "GmbH"
  return word.size() <= longest && std::find(legal_forms.begin(), legal_forms.end(), word) != legal_forms.end();
}

/// The first atom of the name that ends before `edge.form`; `edge.form` itself when there is none.
std::size_t name_begin(const LeftEdge& edge) {
  const TextPart& part = edge.part;
  std::size_t begin = edge.form, lower_run = 0;
  bool capital_seen = false;
  for (std::size_t at = edge.form; at > edge.sentence.begin && edge.form - at < max_name_atoms;) {
    --at;
    if (part.is_number(at)) {
      // "Route 96 Consulting" and "00100ENSEMBLE", but not the year or the plot number before a name.
      const bool inside = part.touches(at + 1) || (at > edge.sentence.begin && is_capitalised(part.view(at - 1)));
      if (!inside || lower_run > 0) break;
      begin = at;
      continue;
    }
    if (!part.is_word(at)) {
      if (!joins(part, at)) break;
      continue;
    }
    const std::string_view lower = part.lower_view(at);
    if (is_capitalised(part.view(at))) {
      begin = at;
      capital_seen = true;
      lower_run = 0;
    } else if (part.touches(at + 1) && !part.is_symbol(at + 1, ".")) {
      continue;  // "käyttö" of "käyttö-": judged with the word it belongs to
    } else if (lower == "ja" && capital_seen && at > edge.sentence.begin && part.is_symbol(at - 1, "-")) {
      continue;  // "Kulttuuri- ja taideyhdistys"
    } else if (lower == "ja" && lower_run == 0 && at > edge.sentence.begin && part.view(at + 1).ends_with("n") &&
               part.view(at - 1).ends_with("n") && is_capitalised(part.view(at - 1)) && part.is_word(at + 2) &&
               (!is_capitalised(part.view(at + 2)) ||
                ends_with_any(part.view(at - 1), {"sten", "jen", "rten", "den"}))) {
      continue;  // "Helsingin ja Uudenmaan piiri ry", "Lasten ja Nuorten Säätiö sr"
    } else if (is_small_word(lower) || (!capital_seen && lower_run == 0 && flags_of(lower) == 0) ||
               (!capital_seen && lower_run < 4 && may_be_inside(lower))) {
      ++lower_run;
    } else {
      break;
    }
  }
  return begin;
}

/// Drops what opens the sentence and is no part of the name: "Tuotantoyhtiö Dionysos Films Oy".
std::size_t skip_opening(const LeftEdge& edge, std::size_t begin) {
  const TextPart& part = edge.part;
  if (begin + 1 >= edge.form || !part.is_word(begin)) return begin;
  const bool opens = begin == edge.sentence.begin || part.is_symbol(begin - 1, "-");
  if (!opens || !part.is_word(begin + 1) || !part.atoms[begin + 1].space_before) return begin;
  const bool next_capital = is_capitalised(part.view(begin + 1));
  const std::string_view word = part.view(begin), lower = part.lower_view(begin);
  const bool local_case = ends_with_any(
      lower, {"sta", "stä", "lla", "llä", "ssa", "ssä", "lle", "ksi", "lta", "ltä", "isena", "jana", "jänä"});
  if ((is_common_opening(lower) || local_case) && next_capital) return begin + 1;
  // "Asukasvalinnat Helsingin kaupungin asunnot Oy": a noun before a genitive is no part of the name, "HAM" is.
  const bool acronym = word.size() <= 4 && fold_case(word.substr(word.size() - 1)) != word.substr(word.size() - 1);
  if (next_capital && begin + 2 < edge.form && part.view(begin + 1).ends_with("n") && lower.ends_with("t") && !acronym)
    return begin + 1;
  return begin;
}

}  // namespace pykala::indexer
