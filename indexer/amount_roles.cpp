// SPDX-License-Identifier: GPL-2.0-or-later
// In: a sum among the sums of its part. Out: its role. Private: the windows of words before and after the sum, and
// which word in a window decides.
#include "indexer/amount_roles.h"

#include <algorithm>
#include <optional>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

using schema::AmountRole;

bool has(std::uint32_t flags, std::uint32_t wanted) {
  return (flags & wanted) != 0;
}

/// "oma osuus", "kaupungin osuus", "Helsingin kaupungin rahoituksen osuus", "stadens egen andel".
bool is_own_share_phrase(const TextPart& part, Range window, std::size_t atom) {
  const std::string_view word = part.lower_view(atom);
  const std::string_view previous = atom > window.begin ? part.lower_view(atom - 1) : std::string_view();
  const bool city = previous == "kaupunki" || previous == "staden" || previous == "helsinki";
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
         {"oma", "omaa", "oman", "omaan", "kaupungin", "helsingin", "kunnan", "stadens", "egen", "egna", "toimialan"})
      if (before == own) return true;
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

/// What one word says of a sum; nothing for most words.
std::optional<AmountRole> role_of_word(const TextPart& part, Range window, std::size_t atom,
                                       std::uint32_t title_flags) {
  const std::string_view word = part.lower_view(atom);
  const std::uint32_t flags = flags_of(word);
  if (has(flags, own_share) || is_own_share_phrase(part, window, atom) || word == "kaupungilta")
    return AmountRole::own_share;
  if (has(flags, rent)) return AmountRole::other;
  // "Hanke maksaa 75 000 euroa": a thing costs, a funder pays.
  if ((word == "maksaa" || word == "maksavat") && atom > window.begin &&
      holds_any(part.lower_view(atom - 1), {"hanke", "hankkeet", "hankinta", "investoin", "urakka", "projekti", "työ"}))
    return AmountRole::total;
  if (is_foreign_share(part, window, atom)) return AmountRole::grant;
  if (has(flags, total_cost)) return AmountRole::total;
  if (has(flags, appropriation)) {
    // "määrärahaa 50 000 euroa" is set aside for the thing; "määrärahasta" tells only where it comes from.
    if (word.ends_with("sta") || word.ends_with("n")) return std::nullopt;
    return has(flags_in(part, part.sentence_of(atom)), give | spend) ? AmountRole::total : AmountRole::other;
  }
  if (begins_with_any(word, {"myön", "bevilj"}) && has(title_flags, appropriation)) return AmountRole::total;
  if (has(flags, support | apply | give)) return AmountRole::grant;
  if (has(flags, spend) || (word == "osa" && atom > window.begin && part.lower_view(atom - 1) == "kaupungin"))
    return AmountRole::total;
  return std::nullopt;
}

/// The nearest word before the sum that decides.
std::optional<AmountRole> role_before(const TextPart& part, Range window, std::uint32_t title_flags) {
  for (std::size_t atom = window.end; atom > window.begin; --atom) {
    if (!part.is_word(atom - 1)) continue;
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
  if (sum.genitive) {
    if (auto role = role_after(part, after, 4, title_flags)) return *role;
    if (has(part.flags(after.begin), appropriation)) return AmountRole::other;  // "70 milj. euron määrärahasta"
  }
  if (auto role = role_before(part, before, title_flags)) return *role;
  if (auto role = role_of_partitive(part, after, title_flags)) return *role;
  if (!sum.genitive)
    if (auto role = role_after(part, after, 3, title_flags);
        role && (*role != AmountRole::grant || gives_next(part, after)))
      return *role;
  const bool joined = index > 0 && before.begin == sums[index - 1].atoms.end && only_joins(part, before);
  if (joined) return role_before_it;
  return has(flags_in(part, sentence), spend) ? AmountRole::total : AmountRole::other;
}

}  // namespace pykala::indexer
