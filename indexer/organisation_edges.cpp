// SPDX-License-Identifier: GPL-2.0-or-later
// In: the place of a legal form. Out: where its name begins. Private: words that open sentences, words and signs that
// may stand inside a name.
#include "indexer/organisation_edges.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "indexer/fact_words.h"
#include "indexer/known_organisations.h"

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
      "päätös", "myös",    "samalla", "mukana",   "hankkeen", "hankkeessa", "ote",      "otteen",    "lisäksi",
      "nyt",    "kun",     "sekä",    "ja",       "jos",      "myöhemmin",  "helsinki", "kaupungin", "vuonna",
      "että",   "sopimus", "avustus", "vuokraus", "hankinta", "lausunto",   "selvitys", "lahjoitus", "dessutom",
      "även",   "också",   "för",     "i",        "på",       "av"};
  if (std::find(openings.begin(), openings.end(), lower) != openings.end()) return true;
  return ends_with_any(lower, {"yhtiö", "toimittaja", "hakija", "kumppani", "tuottaja", "urakoitsija", "konsultti",
                               "vuokralainen", "rakennuttaja", "ostaja", "myyjä", "omistaja", "vetäjä",
                               "koordinaattori", "toteuttaja", "edustaja", "valinnat", "bolaget", "jäsen"}) ||
         (flags_of(lower) & (give | apply | partner)) != 0;
}

bool is_small_word(std::string_view lower) {
  return std::find(small_words.begin(), small_words.end(), lower) != small_words.end();
}

/// Verbs and joints that stand before a name and never in it.
bool is_breaker(std::string_view lower) {
  static const std::unordered_set<std::string_view> breakers{
      "on",        "oli",      "ovat",     "olivat",       "olisi",       "kuin",      "kanssa",  "mukaan",
      "kautta",    "sekä",     "lisäksi",  "olevan",       "kuten",       "myös",      "koskien", "toimii",
      "toimi",     "toimivat", "jatkaa",   "tekee",        "teki",        "tuottaa",   "vuokraa", "omistaa",
      "hallinnoi", "vastaa",   "esittää",  "ehdottaa",     "katsoo",      "toteaa",    "päättää", "päätti",
      "hyväksyy",  "hyväksyi", "valitsee", "valitsi",      "tarjoaa",     "tarjosi",   "jätti",   "antoi",
      "antaa",     "pyytää",   "ostaa",    "myy",          "perustaa",    "haluaa",    "voi",     "tulee",
      "tuli",      "jää",      "joka",     "jotka",        "jonka",       "jossa",     "että",    "kun",
      "koska",     "mutta",    "vaan",     "eli",          "tai",         "yhdessä",   "välillä", "puolesta",
      "osalta",    "lukien",   "alkaen",   "saakka",       "nimi",        "niminen",   "nimisen", "nimeltä",
      "nykyinen",  "uusi",     "entinen",  "rekisteröity", "paikallinen", "kunta",     "euroa",   "euron",
      "niin",      "siis",     "noin",     "yli",          "enintään",    "asti",      "mm",      "esimerkiksi",
      "yhteensä",  "är",       "var",      "har",          "som",         "till",      "från",    "med",
      "av",        "att",      "eller",    "samt",         "vid",         "koordinoi", "edustaa", "nimeää",
      "varten",    "sai",      "joista",   "josta",        "mukana",      "ollut",     "olleet",  "asema",
      "välinen",   "välisen",  "lähtien"};
  return breakers.contains(lower) || ends_with_any(lower, {"taan", "tään", "tiin", "mme", "vat", "vät"});
}

/// "historiallisen", "erilaiset", "vakinaista asuntoa": a lower-case word that may belong to the name after it. What is
/// done ("myönnetään"), where and to whom ("hankkeessa", "toimijalle") belongs to the sentence.
bool may_be_inside(std::string_view lower, bool last) {
  constexpr std::uint32_t deeds = give | apply | receive | negation | competence | counter | spend | join | request;
  if ((flags_of(lower) & deeds) != 0) return false;
  if (last) return true;  // "Tule mukaan ry"
  return !is_breaker(lower) &&
         !ends_with_any(lower, {"lla", "llä", "lta", "ltä", "lle", "ssa", "ssä", "ksi", "stä", "aan", "ään", "seen"}) &&
         (!lower.ends_with("sta") || lower.ends_with("ista"));
}

/// "SOSTE", "HeTy": capitals beyond the first letter.
bool is_acronym(std::string_view word) {
  return word.size() >= 2 && fold_case(word.substr(1)) != word.substr(1);
}

/// "Kulturfonden och": a name in the definite form before "och" is one of its own.
bool is_definite_kind(std::string_view lower) {
  return ends_with_any(lower, {"fonden", "stiftelsen", "föreningen", "förbundet", "sällskapet", "samfundet", "klubben",
                               "universitetet", "institutet", "centralen", "bolaget", "församlingen"});
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
  return !word.empty() && word.size() <= longest &&
         std::any_of(legal_forms.begin(), legal_forms.end(),
                     [&](std::string_view form) { return form.front() == word.front() && form == word; });
}

namespace {

/// A number at `at` before a name: "Route 96 Consulting", "00100ENSEMBLE" and "hankitaan 3 Step IT", but not the year
/// or the plot number.
bool number_inside(const LeftEdge& edge, std::size_t at) {
  const TextPart& part = edge.part;
  if (part.touches(at + 1)) return true;
  if (at == edge.sentence.begin) return false;
  if (is_capitalised(part.view(at - 1))) return true;
  const std::string_view before = part.lower_view(at - 1);
  return part.view(at).size() <= 2 && part.is_word(at - 1) &&
         (ends_with_any(before, {"taan", "tään", "tiin"}) || before == "on" || before == "ja" || before == "sekä");
}

/// "Liikunta" of "Liikunta ja Urheilu ry": an organisation of its own would have its form too, or be one known by its
/// kind or by its bare name.
bool is_first_half(const LeftEdge& edge, std::size_t at) {
  const TextPart& part = edge.part;
  const std::string_view written = part.view(at), lower = part.lower_view(at);
  if (at == edge.sentence.begin || !is_capitalised(written) || is_acronym(written)) return false;
  static const std::unordered_set<std::string_view> towns{
      "helsinki", "espoo", "vantaa",    "kauniainen", "tampere", "turku",   "oulu",  "lahti",
      "kuopio",   "pori",  "jyväskylä", "joensuu",    "kerava",  "tuusula", "sipoo", "porvoo"};
  if (towns.contains(lower) || lower.ends_with("n") || part.flags(at) != 0) return false;
  if (ends_with_any(lower, {"liitto",   "säätiö",     "yhdistys",   "opisto",   "seura", "järjestö",   "laitos",
                            "keskus",   "virasto",    "ministeriö", "koulu",    "kunta", "rahasto",    "toimisto",
                            "yhtymä",   "pankki",     "museo",      "teatteri", "apu",   "lautakunta", "hallitus",
                            "toimiala", "osuuskunta", "lle",        "lta",      "ltä"}))
    return false;
  std::size_t begin = at;
  while (begin > edge.sentence.begin && at - begin < 3 && part.is_word(begin - 1)) --begin;
  for (std::size_t from = begin; from <= at; ++from)
    if (KnownOrganisations::builtin().at(part, from).end == at + 1) return false;
  // One word, or one behind a genitive: two others are a person's or a company's name.
  const bool alone = at == edge.sentence.begin || !is_capitalised(part.view(at - 1)) || !part.atoms[at].space_before;
  return alone || part.view(at - 1).ends_with("n");
}

/// "ja" at `at` inside a name, whose next word begins at `at + 1`.
bool joint_inside(const LeftEdge& edge, std::size_t at, std::size_t lower_run) {
  const TextPart& part = edge.part;
  if (at <= edge.sentence.begin + 1 || !part.is_word(at + 1)) return false;
  if (part.is_symbol(at - 1, "-")) return true;  // "Kulttuuri- ja taideyhdistys"
  const std::string_view before = part.view(at - 1), next = part.view(at + 1);
  // "tutkimus ja kehitys ry": the next organisation of a list would have a capital.
  if (lower_run > 0 && !is_capitalised(next) && !is_capitalised(before)) return true;
  // "Omaishoitajat ja Läheiset ry"
  if (at + 2 == edge.form && is_capitalised(before) && before.ends_with("t") && next.ends_with("t")) return true;
  // "Lasten ja nuorten keskus ry"
  if (lower_run > 0 && !is_capitalised(next) && before.ends_with("n") && next.ends_with("n")) return true;
  if (at + 2 == edge.form && is_first_half(edge, at - 1) && is_capitalised(next)) return true;
  // "Helsingin ja Uudenmaan piiri ry", "Lasten ja Nuorten Säätiö sr"
  return lower_run == 0 && next.ends_with("n") && before.ends_with("n") && is_capitalised(before) &&
         part.is_word(at + 2) &&
         (!is_capitalised(part.view(at + 2)) || ends_with_any(before, {"sten", "jen", "rten", "den"}));
}

/// After a capital was seen: "terveysjärjestöt" of "Sosiaali- ja terveysjärjestöt SOSTE", "työkanava" of "Helsingin
/// työkanava HeTy", "svenska" of "Folkhälsan i svenska Finland".
bool goes_on_after_capital(const LeftEdge& edge, std::size_t at) {
  const TextPart& part = edge.part;
  if (at < edge.sentence.begin + 2) return false;
  if (is_small_word(part.lower_view(at - 1)) && is_capitalised(part.view(at - 2)) && at + 1 < edge.form) return true;
  if (!may_be_inside(part.lower_view(at), false)) return false;
  if (part.lower_view(at - 1) == "ja" && part.is_symbol(at - 2, "-")) return true;
  return at + 2 == edge.form && is_acronym(part.view(at + 1)) && is_capitalised(part.view(at - 1)) &&
         part.view(at - 1).ends_with("n") && at - 1 > edge.sentence.begin && (part.flags(at) & partner) == 0 &&
         !part.lower_view(at).starts_with("kaupun");
}

}  // namespace

std::size_t name_begin(const LeftEdge& edge) {
  constexpr std::size_t max_lower_run = 5;
  const TextPart& part = edge.part;
  std::size_t begin = edge.form, lower_run = 0;
  bool capital_seen = false;
  for (std::size_t at = edge.form; at > edge.sentence.begin && edge.form - at < max_name_atoms;) {
    --at;
    if (part.is_number(at)) {
      if (!number_inside(edge, at) || lower_run > 0) break;
      begin = at;
      continue;
    }
    if (!part.is_word(at)) {
      // "NMKY:n liitto"
      const bool ending = part.is_symbol(at, ":") && part.touches(at) && part.touches(at + 1) && at > 0 &&
                          is_acronym(part.view(at - 1));
      if (!joins(part, at) && !ending) break;
      continue;
    }
    const std::string_view lower = part.lower_view(at);
    if (is_capitalised(part.view(at))) {
      begin = at;
      capital_seen = true;
      lower_run = 0;
      continue;
    }
    const bool touching = part.touches(at + 1) && !part.is_symbol(at + 1, ".");  // "käyttö" of "käyttö-"
    const bool ending = at > 0 && part.touches(at) && part.is_symbol(at - 1, ":");
    if (touching || ending) continue;  // judged with the word it belongs to
    if (lower == "ja" && joint_inside(edge, at, lower_run)) continue;
    const bool own_och = lower == "och" && at > edge.sentence.begin && is_definite_kind(part.lower_view(at - 1));
    const bool small = is_small_word(lower) && !own_och;
    if (!small &&
        !(!capital_seen && lower_run < max_lower_run && lower != "ja" && may_be_inside(lower, at + 1 == edge.form)) &&
        !(capital_seen && goes_on_after_capital(edge, at)))
      break;
    ++lower_run;
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
