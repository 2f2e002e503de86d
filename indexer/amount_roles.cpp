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

/// A part and who pays in it.
struct Reader {
  const TextPart& part;
  const AmountPayers& payers;
  std::uint32_t title_flags;
};

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

/// The word before `atom` in the window, over numbers and signs; its own place when there is none.
std::size_t word_before(const TextPart& part, Range window, std::size_t atom) {
  for (std::size_t at = atom; at > window.begin; --at) {
    if (part.is_word(at - 1)) return at - 1;
  }
  return atom;
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

/// "tuntihinta", "enhetspris": a price of one of many.
bool is_unit_price_word(std::string_view word) {
  return begins_with_any(word, {"tuntih", "tuntiv", "kappaleh", "yksikköh", "yksikkök", "neliöh", "päivähin",
                                "kuukausih", "timpris", "enhetspris", "styckpris", "à-pris"});
}

/// "45 euroa tunnilta", "500 euro i månaden"; a sum a year is no unit price.
bool is_followed_by_unit(const TextPart& part, std::size_t atom) {
  const std::string_view word = part.lower_view(atom), next = part.lower_view(atom + 1);
  if (word == "per") return next != "år" && next != "vuosi";
  if (word == "i") return next == "månaden" || next == "timmen" || next == "veckan";
  for (const std::string_view unit :
       {"tunnilta",      "tunnissa",      "kuukaudessa",         "kuukaudelta", "päivässä",   "päivältä",
        "vuorokaudessa", "vuorokaudelta", "kappaleelta",         "kappale",     "kpl",        "neliöltä",
        "neliömetriltä", "kerralta",      "kerrosneliömetriltä", "viikossa",    "henkilöltä", "asukkaalta",
        "lapselta",      "oppilaalta",    "kilometriltä",        "litralta"})
    if (word == unit) return true;
  return false;
}

/// "Myönnetään laina 2 000 000 euroa", "500 000 euron takaus": what is given is no grant.
bool gives_loan(const TextPart& part, Range window) {
  for (std::size_t atom = window.begin; atom < window.end; ++atom)
    if (begins_with_any(part.lower_view(atom),
                        {"laina", "takau", "vakuude", "borgen", "lån", "pääomalaina", "omavelkai"}))
      return true;
  return false;
}

/// "Kaupunki osallistuu hankkeen kustannuksiin 12 075 eurolla", "staden deltar i finansieringen med": the verb tells,
/// not what it takes part in.
std::optional<AmountRole> role_of_taking_part(const Reader& reader, Range window, std::size_t atom) {
  constexpr std::size_t max_words = 3;
  const TextPart& part = reader.part;
  const std::string_view word = part.lower_view(atom);
  const bool into =
      ends_with_any(word, {"iin", "ihin", "seen", "een"}) || (atom > window.begin && part.lower_view(atom - 1) == "i");
  if (!into || !has(part.flags(atom), total_cost | support)) return std::nullopt;
  std::size_t at = atom;
  for (std::size_t words = 0; words < max_words; ++words) {
    const std::size_t verb = word_before(part, window, at);
    if (verb == at) return std::nullopt;
    if (begins_with_any(part.lower_view(verb), {"osallistu", "panosta", "deltar", "deltog", "bidrar"}))
      return reader.payers.role_of_payment(window, verb).value_or(AmountRole::own_share);
    at = verb;
  }
  return std::nullopt;
}

/// What one word says of a sum; nothing for most words.
std::optional<AmountRole> role_of_word(const Reader& reader, Range window, std::size_t atom) {
  const TextPart& part = reader.part;
  const std::string_view word = part.lower_view(atom);
  const std::uint32_t flags = flags_of(word), title_flags = reader.title_flags;
  if (has(flags, own_share) || word == "kaupungilta") return AmountRole::own_share;
  if (auto role = reader.payers.role_of_share(window, atom)) return role;
  // "avustusta vuokriin 3 000 euroa": what the money is for.
  if (has(flags, rent) && ends_with_any(word, {"iin", "ihin"}) &&
      has(flags_in(part, {window.begin, atom}), support | give) && !gives_loan(part, {atom, atom + 1}))
    return std::nullopt;
  if (has(flags, rent) || is_set_aside(word) || is_unit_price_word(word)) return AmountRole::other;
  if (auto role = reader.payers.role_of_payment(window, atom)) return role;
  if (auto role = role_of_taking_part(reader, window, atom)) return role;
  // "koululle maksetaan": to somebody, not for something.
  if (word == "maksetaan" || word == "maksettiin") {
    for (std::size_t at = window.begin; at < atom; ++at)
      if (part.is_word(at) && part.lower_view(at).ends_with("lle")) return AmountRole::grant;
    return std::nullopt;
  }
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
  if (has(flags, give | apply) && !has(flags, support) && gives_loan(part, {atom, window.end}))
    return AmountRole::other;
  if (has(flags, support | apply | give)) return AmountRole::grant;
  // "Seura haki 20 000 euroa; ehdotetaan 9 000 euroa"
  if (begins_with_any(word, {"ehdotet", "esitet", "föreslås"}) &&
      has(flags_in(part, part.sentence_of(atom)), apply | support))
    return AmountRole::grant;
  // "Yhdistys saa 12 500 euroa"
  if (word == "saa" || word == "saavat" || word == "får") return AmountRole::grant;
  if (has(flags, receive) && comes_from_somebody(part, window)) return AmountRole::grant;
  if (has(flags, spend) || (word == "osa" && atom > window.begin && part.lower_view(atom - 1) == "kaupungin"))
    return AmountRole::total;
  return std::nullopt;
}

/// The nearest word before the sum that decides.
std::optional<AmountRole> role_before(const Reader& reader, Range window) {
  const TextPart& part = reader.part;
  for (std::size_t atom = window.end; atom > window.begin; --atom) {
    if (!part.is_word(atom - 1)) continue;
    // "Kaupungin osuus budjetista on": the budget is the whole, the sum a part of it.
    const std::string_view word = part.lower_view(atom - 1);
    const bool after_av = atom < window.end && atom > window.begin + 1 && part.lower_view(atom - 2) == "av";
    const bool of_it = ends_with_any(word, {"sta", "stä"}) || after_av;
    if (has(flags_of(word), total_cost) && of_it && !part.is_symbol(atom, ",") && !part.is_symbol(atom, "(")) continue;
    if (auto role = role_of_word(reader, window, atom - 1)) {
      // "Alkuperäisen hankinnan arvo", "aiemmin myönnetty": not of the thing decided.
      return has(flags_in(part, window), background) && *role != AmountRole::own_share ? AmountRole::other : role;
    }
  }
  return std::nullopt;
}

/// The first words after a genitive sum: "118 000 euron erityisavustusta".
std::optional<AmountRole> role_after(const Reader& reader, Range window, std::size_t max_words) {
  const TextPart& part = reader.part;
  for (std::size_t atom = window.begin, words = 0; atom < window.end && words < max_words; ++atom) {
    if (!part.is_word(atom)) {
      if (part.is_symbol(atom, ",") || part.is_symbol(atom, ";")) break;
      continue;
    }
    ++words;
    if (auto role = role_of_word(reader, window, atom)) return role;
  }
  return std::nullopt;
}

/// "3 000 euroa avustusta": a partitive of money right after the sum.
std::optional<AmountRole> role_of_partitive(const Reader& reader, Range window) {
  const TextPart& part = reader.part;
  if (window.empty()) return std::nullopt;
  if (part.lower_view(window.begin) == "i" && has(part.flags(window.begin + 1), support | own_share))
    return role_of_word(reader, window, window.begin + 1);  // "3 000 euro i understöd"
  for (std::size_t atom = window.begin; atom < window.end && atom < window.begin + 3; ++atom) {
    const std::string_view word = part.lower_view(atom);
    if (has(flags_of(word), support | own_share | rent) && (word.ends_with("a") || word.ends_with("ä")))
      return role_of_word(reader, window, atom);
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
std::optional<AmountRole> role_of_lead_in(const Reader& reader, Range sentence) {
  const TextPart& part = reader.part;
  if (sentence.begin == 0 || (flags_in(part, sentence) & (support | apply | give | total_cost | rent | spend)) != 0)
    return std::nullopt;
  for (std::size_t end = sentence.begin, lines = 0; end > 0 && lines < max_list_lines; ++lines) {
    const Range before = part.sentence_of(end - 1);
    std::size_t last = before.end;
    while (last > before.begin && part.atoms[last - 1].kind == AtomKind::line_break) --last;
    if (last > before.begin && part.is_symbol(last - 1, ":")) {
      if (has(flags_in(part, before), total_cost)) return std::nullopt;
      // The lines of a sum that is split say less than the sum: they are neither its total nor grants.
      const auto role = role_before(reader, {before.begin, last - 1});
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

AmountRole role_of(const TextPart& part, const AmountPayers& payers, const std::vector<MoneySum>& sums,
                   std::size_t index, AmountRole role_before_it, std::uint32_t title_flags) {
  const MoneySum& sum = sums[index];
  const Reader reader{part, payers, title_flags};
  const Range sentence = part.sentence_of(sum.atoms.begin);
  Range before{sentence.begin, sum.atoms.begin}, after{sum.atoms.end, sentence.end};
  const bool follows = index > 0 && sums[index - 1].atoms.end > sentence.begin;
  if (index > 0) before.begin = std::max(before.begin, sums[index - 1].atoms.end);
  if (index + 1 < sums.size()) after.end = std::min(after.end, sums[index + 1].atoms.begin);
  after.end = std::max(after.begin, after.end);
  if (sum.unit_price || is_followed_by_unit(part, after.begin)) return AmountRole::other;
  // "92 000 euron osalta varaudutaan": a part of the costs, said for one payer.
  if (!after.empty() && part.lower_view(after.begin) == "osalta") return AmountRole::other;
  if (is_taken_back(part, before)) return AmountRole::other;
  if (auto role = payers.role_of_name(sentence, before)) return *role;
  if (auto role = payers.role_of_payer_behind(before, after)) return *role;
  if (sum.genitive) {
    if (auto role = role_after(reader, after, 4)) return *role;
    if (has(part.flags(after.begin), appropriation)) {
      // "myöntää 1,4 milj. euron lisämäärärahan" is the thing decided; "70 milj. euron määrärahasta" is where it comes
      // from.
      const bool object = part.lower_view(after.begin).ends_with("n") && has(flags_in(part, before), give | spend);
      return object ? AmountRole::total : AmountRole::other;
    }
  }
  const std::size_t object = part.lower_view(after.begin) == "i" ? after.begin + 1 : after.begin;
  if (object < after.end && gives_loan(part, {object, object + 1})) return AmountRole::other;  // "900 000 euroa lainaa"
  if (auto role = role_before(reader, before)) return *role;
  if (auto role = role_of_partitive(reader, after)) return *role;
  if (!sum.genitive)
    if (auto role = role_after(reader, after, 3); role && (*role != AmountRole::grant || gives_next(part, after)))
      return *role;
  if (follows && only_joins(part, before)) return role_before_it;
  // "Kappalehinta on 320 euroa, yhteensä 16 000 euroa"
  if (follows && role_before_it == AmountRole::other && is_sum_of_all(part, before) &&
      has(flags_in(part, sentence), total_cost) && !has(flags_in(part, sentence), rent))
    return AmountRole::total;
  if (follows)
    if (auto role = role_goes_on(part, before, role_before_it)) return *role;
  if (auto role = role_of_lead_in(reader, sentence)) return *role;
  if (is_sum_of_all(part, before)) return AmountRole::total;
  return has(flags_in(part, sentence), spend) ? AmountRole::total : AmountRole::other;
}

}  // namespace pykala::indexer
