// SPDX-License-Identifier: GPL-2.0-or-later
// In: words near a sum. Out: the role that the payer's name gives. Private: what the city, a funder and others are
// called, and the verbs of paying. Long because each place where a payer stands is a short rule of its own.
#include "indexer/amount_payers.h"

#include <algorithm>
#include <array>

#include "indexer/fact_words.h"
#include "indexer/parsing_rules.h"

namespace pykala::indexer {
namespace {

using schema::AmountRole;

bool is_city(std::string_view word) {
  static constexpr std::array<std::string_view, 14> names{
      "kaupunki", "kaupungin", "kaupungilta", "kunta",    "kunnan",    "kunnalta",   "staden",
      "stadens",  "kommunen",  "kommunens",   "toimiala", "toimialan", "lautakunta", "lautakunnan"};
  return std::find(names.begin(), names.end(), word) != names.end() || word.starts_with("kaupunginhallitu") ||
         ParsingRules::builtin().has("city_name", word);
}

bool is_own(std::string_view word) {
  static constexpr std::array<std::string_view, 12> own{
      "oma", "omaa", "oman", "omaan", "omia", "omista", "omasta", "egen", "egna", "eget", "omaehtoinen", "omaehtoista"};
  return std::find(own.begin(), own.end(), word) != own.end();
}

/// "ministeriö", "ministeriön": offices and funds that give money to cities.
bool is_funding_body(std::string_view word) {
  return word == "eu" || word == "valtio" || word == "valtion" || word == "staten" || word == "statens" ||
         word == "unionen" || word == "unionin" ||
         ends_with_any(word, {"ministeriö", "ministeriön", "virasto", "viraston", "rahasto", "rahaston", "keskus",
                              "keskuksen", "liitto", "liiton", "komissio", "komission", "opetushallitus",
                              "opetushallituksen", "hallitus", "ministeriet", "ministeriets", "fonden", "fondens"});
}

bool is_association(std::string_view word) {
  static constexpr std::array<std::string_view, 7> forms{"ry", "rf", "oy", "ab", "sr", "kunnat", "sökanden"};
  return std::find(forms.begin(), forms.end(), word) != forms.end() ||
         ends_with_any(word, {"yhdistys", "säätiö", "järjestö", "yhtiö", "seura", "yritys", "hakija", "osuuskunta",
                              "kumppani", "vuokralainen", "ostaja", "föreningen", "stiftelsen"});
}

/// "Korjaus", "hankinta", "hanke": a thing costs.
bool is_thing(std::string_view word) {
  return ends_with_any(
             word, {"us", "ys", "minen", "inta", "intä", "ointi", "hanke", "hankkeet", "urakka", "projekti", "työ"}) ||
         holds_any(word, {"hanke", "hankinta", "investoin", "urakka", "projekti"});
}

/// The word before `atom` in the window, over numbers and signs; its own place when there is none.
std::size_t word_before(const TextPart& part, Range window, std::size_t atom) {
  for (std::size_t at = atom; at > window.begin; --at)
    if (part.is_word(at - 1)) return at - 1;
  return atom;
}

/// Where a look back from a sum begins: not farther than a long sentence, for a text may be one sentence of sums.
std::size_t look_back(Range sentence, std::size_t atom) {
  constexpr std::size_t max_atoms = 80;
  return atom > sentence.begin + max_atoms ? atom - max_atoms : sentence.begin;
}

/// Of a payer's name; "staden" is the definite form of Swedish.
bool is_nominative(std::string_view word) {
  return word == "staden" || word == "kommunen" || word == "staten" || word.ends_with("fonden") ||
         !(word.ends_with("n") || word.ends_with("lta"));
}

/// "kaupunki puolestaan maksaa", "staden själv betalar": says nothing of who pays.
bool is_adverb(std::string_view word) {
  static constexpr std::array<std::string_view, 16> adverbs{
      "olisi", "oli",   "on",   "lisäksi", "myös",    "itse",  "puolestaan",     "siitä",
      "tästä", "också", "även", "själv",   "tällöin", "loput", "kustannuksista", "menoista"};
  return std::find(adverbs.begin(), adverbs.end(), word) != adverbs.end();
}

/// "maksaa yhdistykselle": somebody gets it; what costs something is paid to nobody in particular.
bool pays_somebody(const TextPart& part, Range behind_verb) {
  for (std::size_t at = behind_verb.begin; at < behind_verb.end; ++at)
    if (part.is_word(at) && part.lower_view(at).ends_with("lle")) return true;
  return false;
}

}  // namespace

AmountRole AmountPayers::role_of(Payer payer) {
  return payer == Payer::city ? AmountRole::own_share : payer == Payer::funder ? AmountRole::grant : AmountRole::other;
}

bool AmountPayers::in_funder(std::size_t atom) const {
  const auto after = std::upper_bound(funders_.begin(), funders_.end(), atom,
                                      [](std::size_t at, const Range& range) { return at < range.begin; });
  return after != funders_.begin() && (after - 1)->end > atom;
}

/// "kaupunki", "Helsingin", "Helsingfors stad", but not "Espoon kaupunki".
bool AmountPayers::is_city_at(std::size_t atom) const {
  const std::string_view word = part_.lower_view(atom);
  const bool town = begins_with_any(word, {"kaupun", "kunta", "kunna", "stad", "kommun"});
  if (town && atom > 0 && is_capitalised(part_.view(atom - 1)) && part_.atoms[atom].space_before) {
    const std::string_view name = part_.lower_view(atom - 1);
    if (ParsingRules::builtin().has("city_name", name)) return true;
    if (name.ends_with("n") || name.ends_with("s")) return part_.flags(atom - 1) != 0;
  }
  return is_city(word);
}

std::optional<AmountPayers::Payer> AmountPayers::payer_at(std::size_t atom) const {
  const std::string_view word = part_.lower_view(atom);
  if (is_city_at(atom)) return Payer::city;
  if (is_city(word)) return Payer::other;
  if (in_funder(atom)) return Payer::funder;
  if (is_association(word)) return Payer::other;
  return is_funding_body(word) ? std::optional(Payer::funder) : std::nullopt;
}

bool AmountPayers::is_payment_verb(std::size_t atom) const {
  const std::string_view word = part_.lower_view(atom);
  if (word == "lisää" || (word == "står" && part_.lower_view(atom + 1) == "för")) return true;
  return begins_with_any(
      word, {"maksaa",  "maksaisi",  "maksavat",    "maksoi",    "maksanut", "kattaa",   "kattoi",     "kattavat",
             "vastaa",  "rahoittaa", "rahoitti",    "sijoittaa", "sijoitti", "panostaa", "osallistuu", "täcker",
             "betalar", "betalade",  "finansierar", "bidrar",    "deltar",   "bekostar", "satsar"});
}

/// Whether "oma" or the city's name in the genitive stands right before, over an adjective.
bool AmountPayers::is_owned(Range window, std::size_t atom) const {
  std::size_t before = word_before(part_, window, atom);
  if (before == atom) return false;
  if (ends_with_any(part_.lower_view(before), {"inen", "isen", "ista", "istä"}))
    before = word_before(part_, window, before);  // "kaupungin vuosittainen rahoitus"
  const std::string_view owner = part_.lower_view(before);
  return is_own(owner) || owner == "kaupungin" || owner == "kunnan" || owner == "stadens" || owner == "kommunens" ||
         owner == "toimialan";
}

std::optional<AmountRole> AmountPayers::role_of_share(Range window, std::size_t atom) const {
  const std::string_view word = part_.lower_view(atom);
  if (begins_with_any(word, {"maksettavaksi", "kustannettavaksi", "katettavaksi", "rahoitettavaksi"})) {
    const std::size_t owner = word_before(part_, window, atom);
    return owner != atom && is_city_at(owner) ? std::optional(AmountRole::own_share) : std::nullopt;
  }
  const bool share = holds_any(word, {"osuu", "andel"}) && !word.starts_with("osuusk");
  if (!share && begins_with_any(word, {"rahoitu", "finansiering", "raha", "varo", "medel"})) {
    const bool joins =
        word.starts_with("rahoitu") && part_.lower_view(word_before(part_, window, atom)) == "osallistuu";
    return joins || is_owned(window, atom) ? std::optional(AmountRole::own_share) : std::nullopt;
  }
  if (!share && !begins_with_any(word, {"panos", "insats"})) return std::nullopt;
  if (begins_with_any(word, {"valtion", "stats"}) || in_funder(atom)) return AmountRole::grant;  // "ESR-osuus"
  constexpr std::size_t max_words = 5, near = 3;
  for (std::size_t at = atom, words = 0; at > window.begin && words < max_words; --at) {
    if (!part_.is_word(at - 1)) continue;
    ++words;
    const std::string_view before = part_.lower_view(at - 1);
    if (before.starts_with("avustu")) return std::nullopt;
    if (is_own(before) || is_city_at(at - 1)) return AmountRole::own_share;
    if (is_city(before)) return AmountRole::other;  // "Espoon kaupungin osuus"
    // A "keskus" or "virasto" may be the city's own.
    if (before.starts_with("eu") || before == "valtion" || before == "statens" || in_funder(at - 1) ||
        holds_any(before, {"ministeri", "rahasto"}))
      return words <= near ? std::optional(AmountRole::grant) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<AmountRole> AmountPayers::role_of_payment(Range window, std::size_t atom) const {
  if (!is_payment_verb(atom)) return std::nullopt;
  std::size_t at = word_before(part_, window, atom);
  for (int skipped = 0; skipped < 2 && at != atom && is_adverb(part_.lower_view(at)); ++skipped) {
    const std::size_t before = word_before(part_, window, at);
    if (before == at) break;
    at = before;
  }
  if (at == atom) return std::nullopt;
  if (const auto payer = payer_at(at)) return role_of(*payer);
  const std::string_view verb = part_.lower_view(atom);
  if (verb == "lisää") return std::nullopt;
  const bool costs = verb.starts_with("maks") && (part_.flags(at) & support) == 0;
  if (costs && is_thing(part_.lower_view(at))) return AmountRole::total;
  const bool named = is_capitalised(part_.view(at)) && at > window.begin;
  if (costs && !named && is_nominative(part_.lower_view(at)) && !pays_somebody(part_, {atom + 1, window.end}))
    return AmountRole::other;  // "lippu maksaa 5 euroa"
  // "Vantaa maksaa": a name in the middle of a sentence that is no abbreviation of a funder.
  const std::string_view written = part_.view(at);
  const bool all_capitals = fold_case(written.substr(1)) != written.substr(1);
  return is_capitalised(written) && !all_capitals && at > window.begin ? std::optional(AmountRole::other)
                                                                       : std::nullopt;
}

/// "katetaan EU-tuella": money as a means, told before the second sum.
bool AmountPayers::has_instrument(Range window) const {
  for (std::size_t at = window.begin; at < window.end; ++at)
    if ((part_.flags(at) & (support | own_share)) != 0 && ends_with_any(part_.lower_view(at), {"lla", "llä"}))
      return true;
  return false;
}

/// "60 000 euroa katetaan EU-tuella", "20 000 euroa kaupungin rahoituksella"
std::optional<AmountRole> AmountPayers::role_of_instrument(Range after) const {
  constexpr std::size_t max_atoms = 5;
  for (std::size_t at = after.begin; at < after.end && at < after.begin + max_atoms; ++at) {
    if (part_.is_symbol(at, ",") || part_.is_symbol(at, ";")) break;
    if (!ends_with_any(part_.lower_view(at), {"lla", "llä"})) continue;
    if ((part_.flags(at) & own_share) != 0) return AmountRole::own_share;
    if (const auto role = role_of_share(after, at)) return role;
    if ((part_.flags(at) & support) != 0) return AmountRole::grant;
  }
  return std::nullopt;
}

/// "60 000 euroa kattaa OKM ja 20 000 euroa kaupunki": the verb said once.
std::optional<AmountRole> AmountPayers::role_of_second_payer(Range sentence, Range before, Range after) const {
  const auto payer = payer_at(after.begin);
  const bool ends = after.begin + 1 >= after.end || !part_.is_word(after.begin + 1);
  if (!payer || *payer == Payer::other || !is_nominative(part_.lower_view(after.begin)) || !ends) return std::nullopt;
  for (std::size_t at = look_back(sentence, before.end); at < before.end; ++at)
    if (is_payment_verb(at) && payer_at(at + 1)) return role_of(*payer);
  return std::nullopt;
}

std::optional<AmountRole> AmountPayers::role_of_payer_behind(Range before, Range after) const {
  if (after.empty()) return std::nullopt;
  if (is_payment_verb(after.begin) && after.begin + 1 < after.end) {
    std::size_t at = after.begin + 1;
    while (at < after.end && part_.is_word(at) && !is_city(part_.lower_view(at)) && at < after.begin + 3 &&
           !payer_at(at))
      ++at;
    if (const auto payer = payer_at(at)) return role_of(*payer);
  }
  const Range sentence = part_.sentence_of(after.begin);
  if (const auto role = role_of_second_payer(sentence, before, after)) return role;
  bool rest = before.begin > sentence.begin && has_instrument(before);
  for (std::size_t at = before.begin; at < before.end; ++at) {
    const bool of_costs = (part_.flags(at) & total_cost) != 0 && ends_with_any(part_.lower_view(at), {"sta", "stä"});
    rest = rest || of_costs ||
           begins_with_any(part_.lower_view(at), {"loput", "loppu", "jäljelle", "jäävä", "resten", "återstående"});
  }
  if (rest)
    if (const auto role = role_of_instrument(after)) return role;
  if (!rest || !begins_with_any(part_.lower_view(after.begin), {"kateta", "makseta", "rahoiteta", "on", "otetaan",
                                                                "tulee", "jää", "osoiteta", "täcks", "betalas"}))
    return std::nullopt;
  const std::size_t end = std::min(after.end, after.begin + 5);
  for (std::size_t at = after.begin + 1; at < end; ++at)
    if (is_own(part_.lower_view(at))) return AmountRole::own_share;  // "on keskuksen omaa työtä"
  for (std::size_t at = after.begin + 1; at < end; ++at)
    if (const auto payer = payer_at(at)) return role_of(*payer);
  return std::nullopt;
}

/// "STEA:n osuus on 40 000, Helsingin kaupungin 6 000 ja yhdistyksen 2 000 euroa": the share said once.
std::optional<AmountRole> AmountPayers::role_of_owner(Range sentence, Range before, std::size_t name,
                                                      bool genitive_ending) const {
  const std::string_view word = part_.lower_view(name);
  if (before.begin == sentence.begin || !(genitive_ending || word.ends_with("n") || word.ends_with("s")))
    return std::nullopt;
  bool shared = false;
  for (std::size_t at = look_back(sentence, before.begin); at < before.begin && !shared; ++at)
    shared = begins_with_any(part_.lower_view(at), {"osuus", "osuud", "rahoitusosuu", "andel", "finansieringsandel"});
  if (!shared || (part_.flags(name) & (own_share | support | total_cost)) != 0) return std::nullopt;
  if (const auto payer = payer_at(name)) return role_of(*payer);
  const bool owner = genitive_ending || is_capitalised(part_.view(name)) ||
                     ends_with_any(word, {"yhdistyksen", "säätiön", "järjestön", "seuran", "yhtiön", "föreningens"});
  return owner ? std::optional(AmountRole::other) : std::nullopt;
}

std::optional<AmountRole> AmountPayers::role_of_name(Range sentence, Range before) const {
  std::size_t end = before.end;
  if (end > before.begin && part_.lower_view(end - 1) == "med") --end;
  if (end > before.begin && part_.is_symbol(end - 1, ":")) --end;
  const bool ending = end > before.begin + 2 && part_.is_symbol(end - 2, ":") && part_.touches(end - 1);
  const bool genitive_ending = ending && part_.lower_view(end - 1) == "n";
  if (ending) end -= 2;
  if (end <= before.begin) return std::nullopt;
  const std::size_t name = end - 1;
  if (const auto role = role_of_owner(sentence, before, name, genitive_ending)) return role;
  if (ending) return std::nullopt;
  const auto payer = part_.is_symbol(name, "+") && in_funder(name) ? Payer::funder : payer_at(name);
  const std::string_view word = part_.lower_view(name);
  // A giver, not a receiver and no owner: the nominative.
  if (!payer || !is_nominative(word)) return std::nullopt;
  if (name > sentence.begin && is_payment_verb(name - 1)) return role_of(*payer);  // "betalar staden 15 000 euro"
  bool paid = false, received = false;
  for (std::size_t at = look_back(sentence, before.end); at < before.end; ++at) {
    paid = paid || role_of_payment(sentence, at).has_value() || (is_payment_verb(at) && payer_at(at + 1));
    received = received || begins_with_any(part_.lower_view(at), {"saaja", "saajat", "mottagar"});
  }
  if (received) return std::nullopt;
  if (paid && before.begin > sentence.begin) return role_of(*payer);
  // "rahoitus: ESR 75 000 €, kunta 25 000 €"
  std::size_t begin = name;
  while (begin > sentence.begin && in_funder(begin) && in_funder(begin - 1)) --begin;
  const bool item =
      begin > sentence.begin && (part_.is_symbol(begin - 1, ":") || part_.is_symbol(begin - 1, ",") ||
                                 part_.is_symbol(begin - 1, "(") || part_.lower_view(begin - 1) == "ja" ||
                                 part_.lower_view(begin - 1) == "och" || part_.lower_view(begin - 1) == "sekä");
  return item && *payer != Payer::other ? std::optional(role_of(*payer)) : std::nullopt;
}

}  // namespace pykala::indexer
