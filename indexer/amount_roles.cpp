// SPDX-License-Identifier: GPL-2.0-or-later
// In: a sum among the sums of its part. Out: its role. Private: the windows of words before and after the sum, and
// which word in a window decides. Long because the rules weigh against each other and are read together.
#include "indexer/amount_roles.h"

#include <algorithm>
#include <optional>

#include "indexer/fact_words.h"
#include "indexer/parsing_rules.h"

namespace pykala::indexer {
namespace {

using schema::AmountRole;

constexpr std::size_t max_list_lines = 60;  ///< from a line of a list up to the sentence that leads it in

bool is_city_name(std::string_view word) {
  return ParsingRules::builtin().has("city_name", word);
}

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

/// "oma osuus", "kaupungin osuus", "Helsingin kaupungin rahoituksen osuus", "stadens egen andel".
bool is_own_share_phrase(const TextPart& part, Range window, std::size_t atom) {
  const std::string_view word = part.lower_view(atom);
  const std::string_view previous = atom > window.begin ? part.lower_view(atom - 1) : std::string_view();
  const bool city = previous == "kaupunki" || previous == "staden" || is_city_name(previous);
  if (city && begins_with_any(word, {"maksaa", "maksaisi", "maksoi", "rahoittaa", "kattaa", "vastaa", "osallistuu",
                                     "sijoittaa", "betalar", "finansierar"}))
    return true;
  if (word.starts_with("rahoitu") &&
      (previous == "kaupungin" || previous == "kunnan" || previous == "oma" || previous == "osallistuu"))
    return true;
  if (!begins_with_any(word, {"osuu", "osuud", "andel", "rahoitusosuu"})) return false;
  for (std::size_t at = atom, words = 0; at > window.begin && words < 5; --at) {
    if (!part.is_word(at - 1)) continue;
    ++words;
    const std::string_view before = part.lower_view(at - 1);
    if (before.starts_with("eu") || before.starts_with("avustu") || before.starts_with("valtion")) return false;
    for (const std::string_view own :
         {"oma", "omaa", "oman", "omaan", "kaupungin", "kunnan", "stadens", "egen", "egna", "toimialan"})
      if (before == own) return true;
    if (is_city_name(before)) return true;
  }
  return false;
}

/// "EU:n osuus", "valtion osuus": a share that somebody else pays.
bool is_foreign_share(const TextPart& part, Range window, std::size_t atom) {
  if (!begins_with_any(part.lower_view(atom), {"osuu", "andel"})) return false;
  for (std::size_t at = atom, words = 0; at > window.begin && words < 3; --at) {
    if (!part.is_word(at - 1)) continue;
    ++words;
    const std::string_view before = part.lower_view(at - 1);
    if (before == "eu" || before == "valtion" || before == "statens" || holds_any(before, {"ministeri", "rahasto"}))
      return true;
  }
  return false;
}

/// The word before `atom` in the window, over numbers and signs; its own place when there is none.
std::size_t word_before(const TextPart& part, Range window, std::size_t atom) {
  for (std::size_t at = atom; at > window.begin; --at) {
    if (part.is_word(at - 1)) return at - 1;
  }
  return atom;
}

/// Who pays, by the subject of "maksaa", "kattaa", "osallistuu": the city its share, a funder a grant, anybody else
/// (an association its part, a neighbour town) what is no concern of the decision.
std::optional<AmountRole> role_of_payer(const TextPart& part, Range window, std::size_t verb) {
  const std::size_t at = word_before(part, window, verb);
  if (at == verb) return std::nullopt;
  const std::string_view payer = part.lower_view(at);
  if (payer == "kaupunki" || payer == "kunta" || is_city_name(payer) || payer == "staden" || payer == "toimiala")
    return AmountRole::own_share;
  if (ends_with_any(payer, {"ministeriö", "virasto", "rahasto", "keskus", "liitto", "komissio", "hallitus", "valtio"}))
    return AmountRole::grant;
  if (ends_with_any(payer, {"yhdistys", "säätiö", "järjestö", "yhtiö", "seura", "yritys", "hakija", "osuuskunta",
                            "kumppani", "vuokralainen", "ostaja", "föreningen", "stiftelsen", "sökanden"}) ||
      payer == "ry" || payer == "rf" || payer == "oy" || payer == "ab" || payer == "sr" || payer == "kunnat")
    return AmountRole::other;
  // "Korjaus maksaa", "hankinta maksaa": a thing costs.
  if (part.lower_view(verb).starts_with("maks") && !has(part.flags(at), support) &&
      ends_with_any(payer, {"us", "ys", "minen", "inta", "intä", "ointi", "hanke", "urakka", "projekti", "työ"}))
    return AmountRole::total;
  // "Vantaa maksaa": a name in the middle of a sentence that is no abbreviation of a funder.
  const std::string_view written = part.view(at);
  const bool all_capitals = fold_case(written.substr(1)) != written.substr(1);
  return is_capitalised(written) && !all_capitals && at > window.begin ? std::optional(AmountRole::other)
                                                                       : std::nullopt;
}

/// "perii takaisin", "palautettava": money that goes back.
bool is_taken_back(const TextPart& part, Range window) {
  for (std::size_t atom = window.begin; atom < window.end; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (word == "takaisin" || word == "tillbaka" || begins_with_any(word, {"takaisinper", "palautet", "palautta"}))
      return true;
  }
  return false;
}

/// "varattu", "budjetoitu": set aside, which is not yet given to anybody.
bool is_set_aside(std::string_view word) {
  return begins_with_any(word, {"varattu", "varattiin", "budjetoi", "reserverat"});
}

/// "muiden tarjousten hinnat", "toiseksi tulleen tarjoajan hinta": of another thing than the one decided.
bool is_of_another(const TextPart& part, Range window, std::size_t atom) {
  for (std::size_t at = atom, words = 0; words < 2; ++words) {
    const std::size_t before = word_before(part, window, at);
    if (before == at) return false;
    const std::string_view word = part.lower_view(before);
    if (word == "tarjoajan" && holds_any(part.lower_view(word_before(part, window, before)), {"tulleen", "hävinneen"}))
      return true;
    if (word == "muiden" || word == "muut" || word == "muun" || word == "övriga") return true;
    at = before;
  }
  return false;
}

/// "saatu STEAlta", "ministeriöltä saadaan": a giver in the ablative; an offer is no grant.
bool comes_from_somebody(const TextPart& part, Range window) {
  bool giver = false;
  for (std::size_t atom = window.begin; atom < window.end; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (word.starts_with("tarjou")) return false;
    giver = giver || (part.is_word(atom) && ends_with_any(word, {"lta", "ltä"}));
  }
  return giver;
}

/// What one word says of a sum; nothing for most words.
std::optional<AmountRole> role_of_word(const TextPart& part, Range window, std::size_t atom,
                                       std::uint32_t title_flags) {
  const std::string_view word = part.lower_view(atom);
  const std::uint32_t flags = flags_of(word);
  if (has(flags, own_share) || is_own_share_phrase(part, window, atom) || word == "kaupungilta")
    return AmountRole::own_share;
  if (has(flags, rent) || is_set_aside(word)) return AmountRole::other;
  if (begins_with_any(word, {"maksaa", "maksavat", "maksoi", "kattaa", "kattavat", "vastaa", "rahoittaa", "täcker"}))
    if (auto role = role_of_payer(part, window, atom)) return role;
  // "Kaupunki osallistuu kustannuksiin 12 075 eurolla": the verb tells, not its object.
  if (has(flags, total_cost) && ends_with_any(word, {"iin", "ihin"}))
    if (const std::size_t verb = word_before(part, window, atom);
        verb != atom && begins_with_any(part.lower_view(verb), {"osallistu", "panosta"}))
      return role_of_payer(part, window, verb).value_or(AmountRole::own_share);
  // "koululle maksetaan": to somebody, not for something.
  if (word == "maksetaan" || word == "maksettiin") {
    for (std::size_t at = window.begin; at < atom; ++at)
      if (part.is_word(at) && part.lower_view(at).ends_with("lle")) return AmountRole::grant;
    return std::nullopt;
  }
  // "Hanke maksaa 75 000 euroa": a thing costs, a funder pays.
  if ((word == "maksaa" || word == "maksavat") && atom > window.begin &&
      holds_any(part.lower_view(atom - 1), {"hanke", "hankkeet", "hankinta", "investoin", "urakka", "projekti", "työ"}))
    return AmountRole::total;
  if (is_foreign_share(part, window, atom)) return AmountRole::grant;
  if (has(flags, total_cost)) return is_of_another(part, window, atom) ? AmountRole::other : AmountRole::total;
  if (has(flags, appropriation)) {
    // "määrärahaa 50 000 euroa" is set aside for the thing; "määrärahasta" tells only where it comes from.
    if (word.ends_with("sta")) return std::nullopt;
    const bool object = atom + 1 == window.end && has(flags_in(part, part.sentence_of(atom)), give | spend);
    if (word.ends_with("n")) return object ? std::optional(AmountRole::total) : std::nullopt;
    return has(flags_in(part, part.sentence_of(atom)), give | spend) ? AmountRole::total : AmountRole::other;
  }
  if (begins_with_any(word, {"myön", "bevilj"}) && has(title_flags, appropriation)) return AmountRole::total;
  // "määrärahasta käytetään": a part of a sum that was decided before.
  if (word.starts_with("käytet"))
    return part.lower_view(word_before(part, window, atom)).ends_with("rahasta") ? std::optional(AmountRole::other)
                                                                                 : std::nullopt;
  if (has(flags, support | apply | give)) return AmountRole::grant;
  // "Yhdistys saa 12 500 euroa"
  if (word == "saa" || word == "saavat" || word == "får") return AmountRole::grant;
  if (has(flags, receive) && comes_from_somebody(part, window)) return AmountRole::grant;
  if (has(flags, spend) || (word == "osa" && atom > window.begin && part.lower_view(atom - 1) == "kaupungin"))
    return AmountRole::total;
  return std::nullopt;
}

/// The nearest word before the sum that decides.
std::optional<AmountRole> role_before(const TextPart& part, Range window, std::uint32_t title_flags) {
  for (std::size_t atom = window.end; atom > window.begin; --atom) {
    if (!part.is_word(atom - 1)) continue;
    // "Kaupungin osuus budjetista on": the budget is the whole, the sum a part of it.
    const std::string_view word = part.lower_view(atom - 1);
    if (has(flags_of(word), total_cost) && ends_with_any(word, {"sta", "stä"}) && !part.is_symbol(atom, ",")) continue;
    if (auto role = role_of_word(part, window, atom - 1, title_flags)) {
      // "Alkuperäisen hankinnan arvo", "aiemmin myönnetty": not of the thing decided.
      return has(flags_in(part, window), background) && *role != AmountRole::own_share ? AmountRole::other : role;
    }
  }
  return std::nullopt;
}

/// The first words after a genitive sum: "118 000 euron erityisavustusta".
std::optional<AmountRole> role_after(const TextPart& part, Range window, std::size_t max_words,
                                     std::uint32_t title_flags) {
  for (std::size_t atom = window.begin, words = 0; atom < window.end && words < max_words; ++atom) {
    if (!part.is_word(atom)) {
      if (part.is_symbol(atom, ",") || part.is_symbol(atom, ";")) break;
      continue;
    }
    ++words;
    if (auto role = role_of_word(part, window, atom, title_flags)) return role;
  }
  return std::nullopt;
}

/// "3 000 euroa avustusta": a partitive of money right after the sum.
std::optional<AmountRole> role_of_partitive(const TextPart& part, Range window, std::uint32_t title_flags) {
  for (std::size_t atom = window.begin; atom < window.end && atom < window.begin + 3; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (has(flags_of(word), support | own_share) && (word.ends_with("a") || word.ends_with("ä")))
      return role_of_word(part, window, atom, title_flags);
  }
  return std::nullopt;
}

/// "60 000 euroa vuonna 2021 ja 40 000 euroa vuonna 2022": what stands between says nothing new.
bool only_joins(const TextPart& part, Range window) {
  for (std::size_t atom = window.begin; atom < window.end; ++atom) {
    if (part.is_number(atom) || part.is_symbol(atom, ",") || part.is_symbol(atom, "–") || part.is_symbol(atom, "-"))
      continue;
    const std::string_view word = part.lower_view(atom);
    if (word != "ja" && word != "sekä" && word != "och" && word != "vuonna" && word != "vuodelle" && word != "år" &&
        word != "tai" && word != "eli" && word != "för")
      return false;
  }
  return true;
}

/// "3 000 euroa Meriharakat ry:lle ja Tuulentuojat ry:lle 2 500 euroa": a few words that say nothing of money go on
/// with the role before; after the city's share a name is somebody else's.
std::optional<AmountRole> role_goes_on(const TextPart& part, Range window, AmountRole before) {
  constexpr std::size_t max_words = 6;
  std::size_t words = 0;
  bool name = false, joint = false;
  for (std::size_t atom = window.begin; atom < window.end; ++atom) {
    const std::string_view word = part.lower_view(atom);
    joint = joint || word == "," || word == "ja" || word == "sekä" || word == "och";
    if (!part.is_word(atom)) continue;
    if (part.flags(atom) != 0 || ++words > max_words) return std::nullopt;
    for (const std::string_view clause : {"josta", "joista", "joka", "jotka", "on", "oli", "ovat", "olivat"})
      if (word == clause) return std::nullopt;
    name = name || (is_capitalised(part.view(atom)) && !is_city_name(word));
  }
  if (!joint || before == AmountRole::total) return std::nullopt;
  return before == AmountRole::own_share && name ? AmountRole::other : before;
}

/// "kaikkiaan 60 375 euroa", where no other word tells.
bool is_sum_of_all(const TextPart& part, Range window) {
  for (std::size_t atom = window.begin; atom < window.end; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (word == "yhteensä" || word == "kaikkiaan" || word == "sammanlagt" || word == "totalt") return true;
  }
  return false;
}

/// A line of a list: the role is that of the sentence with a colon that leads it in ("avustuksia seuraavasti:").
std::optional<AmountRole> role_of_lead_in(const TextPart& part, Range sentence, std::uint32_t title_flags) {
  if (sentence.begin == 0 || (flags_in(part, sentence) & (support | apply | give | total_cost | rent | spend)) != 0)
    return std::nullopt;
  for (std::size_t end = sentence.begin, lines = 0; end > 0 && lines < max_list_lines; ++lines) {
    const Range before = part.sentence_of(end - 1);
    std::size_t last = before.end;
    while (last > before.begin && part.atoms[last - 1].kind == AtomKind::line_break) --last;
    if (last > before.begin && part.is_symbol(last - 1, ":")) {
      if (has(flags_in(part, before), total_cost)) return std::nullopt;
      // The lines of a sum that is split say less than the sum: they are neither its total nor grants.
      const auto role = role_before(part, {before.begin, last - 1}, title_flags);
      return role == AmountRole::grant ? role : std::nullopt;
    }
    if (before.begin >= end) break;
    end = before.begin;
  }
  return std::nullopt;
}

/// "256 350 euroa myönnetään"
bool gives_next(const TextPart& part, Range window) {
  return !window.empty() && begins_with_any(part.lower_view(window.begin), {"myön", "bevilj", "haet", "maks"});
}

}  // namespace

AmountRole role_of(const TextPart& part, const std::vector<MoneySum>& sums, std::size_t index,
                   AmountRole role_before_it, std::uint32_t title_flags) {
  const MoneySum& sum = sums[index];
  if (sum.unit_price) return AmountRole::other;
  const Range sentence = part.sentence_of(sum.atoms.begin);
  Range before{sentence.begin, sum.atoms.begin}, after{sum.atoms.end, sentence.end};
  if (index > 0) before.begin = std::max(before.begin, sums[index - 1].atoms.end);
  if (index + 1 < sums.size()) after.end = std::min(after.end, sums[index + 1].atoms.begin);
  after.end = std::max(after.begin, after.end);
  // "92 000 euron osalta varaudutaan": a part of the costs, said for one payer.
  if (!after.empty() && part.lower_view(after.begin) == "osalta") return AmountRole::other;
  if (is_taken_back(part, before)) return AmountRole::other;
  if (sum.genitive) {
    if (auto role = role_after(part, after, 4, title_flags)) return *role;
    if (has(part.flags(after.begin), appropriation)) {
      // "myöntää 1,4 milj. euron lisämäärärahan" is the thing decided; "70 milj. euron määrärahasta" is where it comes
      // from.
      const bool object = part.lower_view(after.begin).ends_with("n") && has(flags_in(part, before), give | spend);
      return object ? AmountRole::total : AmountRole::other;
    }
  }
  if (auto role = role_before(part, before, title_flags)) return *role;
  if (auto role = role_of_partitive(part, after, title_flags)) return *role;
  if (!sum.genitive)
    if (auto role = role_after(part, after, 3, title_flags);
        role && (*role != AmountRole::grant || gives_next(part, after)))
      return *role;
  const bool joined = index > 0 && before.begin == sums[index - 1].atoms.end && only_joins(part, before);
  if (joined) return role_before_it;
  if (index > 0 && before.begin == sums[index - 1].atoms.end)
    if (auto role = role_goes_on(part, before, role_before_it)) return *role;
  if (auto role = role_of_lead_in(part, sentence, title_flags)) return *role;
  if (is_sum_of_all(part, before)) return AmountRole::total;
  return has(flags_in(part, sentence), spend) ? AmountRole::total : AmountRole::other;
}

}  // namespace pykala::indexer
