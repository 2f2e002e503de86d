// SPDX-License-Identifier: GPL-2.0-or-later
// In: nominatives and word forms in lower case. Out: case or nominative. Private: the stems a nominative has, the table
// of endings, gradation in both directions.
#include "indexer/inflection.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/fact_text.h"

namespace pykala::indexer {
namespace {

using Ending = std::pair<std::string_view, Case>;

// Longest first within a case family, so that "stä" is tried before "ä".
constexpr std::array<Ending, 38> endings{{
    {"lta", Case::from},      {"ltä", Case::from},      {"sta", Case::from},     {"stä", Case::from},
    {"lle", Case::to},        {"lla", Case::at},        {"llä", Case::at},       {"ssa", Case::at},
    {"ssä", Case::at},        {"seen", Case::to},       {"siin", Case::to},      {"han", Case::to},
    {"hän", Case::to},        {"hen", Case::to},        {"hin", Case::to},       {"hon", Case::to},
    {"hön", Case::to},        {"hun", Case::to},        {"hyn", Case::to},       {"ksi", Case::other},
    {"na", Case::other},      {"nä", Case::other},      {"jen", Case::genitive}, {"den", Case::genitive},
    {"tten", Case::genitive}, {"en", Case::genitive},   {"in", Case::genitive},  {"n", Case::genitive},
    {"ta", Case::partitive},  {"tä", Case::partitive},  {"ja", Case::partitive}, {"jä", Case::partitive},
    {"a", Case::partitive},   {"ä", Case::partitive},   {"t", Case::other},      {"s", Case::genitive},
    {"", Case::nominative},   {"ksen", Case::genitive},
}};

constexpr std::array<std::string_view, 9> clitics{"kin", "kaan", "kään", "nsa", "nsä", "han", "hän", "mme", "nne"};

/// "aan", "oon", "öön" after a stem without its last vowel: long vowel and n.
bool is_illative_rest(std::string_view stem, std::string_view rest) {
  if (!rest.ends_with("n")) return false;
  const std::string_view vowel = rest.substr(0, rest.size() - 1);
  return !vowel.empty() && stem.ends_with(vowel);
}

/// Consonant gradation of the last syllable, strong to weak: liitto -> liito, kunta -> kunna, tuke -> tue.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> gradation{{{"kk", "k"},
                                                                                   {"pp", "p"},
                                                                                   {"tt", "t"},
                                                                                   {"nk", "ng"},
                                                                                   {"nt", "nn"},
                                                                                   {"mp", "mm"},
                                                                                   {"lt", "ll"},
                                                                                   {"rt", "rr"},
                                                                                   {"ht", "hd"},
                                                                                   {"k", ""},
                                                                                   {"p", "v"},
                                                                                   {"t", "d"}}};

std::size_t last_vowel_length(std::string_view word) {
  if (word.ends_with("ä") || word.ends_with("ö") || word.ends_with("å")) return 2;
  return !word.empty() && std::string_view("aeiouy").find(word.back()) != std::string_view::npos ? 1 : 0;
}

std::optional<std::string> weak_grade(std::string_view stem) {
  const std::size_t vowel = last_vowel_length(stem);
  if (vowel == 0) return std::nullopt;
  const std::string_view before = stem.substr(0, stem.size() - vowel);
  for (const auto& [strong, weak] : gradation) {
    if (!before.ends_with(strong)) continue;
    const std::string_view head = before.substr(0, before.size() - strong.size());
    // "st", "tk" do not alternate: rahasto, rahaston.
    if (strong.size() == 1 && last_vowel_length(head) == 0 && !head.ends_with("l") && !head.ends_with("r"))
      return std::nullopt;
    return std::string(head) + std::string(weak) + std::string(stem.substr(stem.size() - vowel));
  }
  return std::nullopt;
}

/// The stems to which endings are put.
std::vector<std::string> stems_of(std::string_view nominative) {
  std::vector<std::string> stems;
  const std::string word(nominative);
  const auto add = [&](const std::string& stem) {
    stems.push_back(stem);
    if (auto weak = weak_grade(stem)) stems.push_back(std::move(*weak));
  };
  const auto without = [&](std::size_t bytes) { return word.substr(0, word.size() - bytes); };
  add(word);
  if (last_vowel_length(word) == 0) {
    add(word + "i");                                                           // Finland -> Finlandi-lta
    stems.push_back(word + word.back() + "a");                                 // plus -> plussa-n
    if (word.ends_with("nen")) add(without(3) + "se");                         // Pohjoismainen -> Pohjoismaise-n
    if (word.ends_with("s")) add(without(1) + "kse");                          // keskus -> keskukse-n
    if (word.ends_with("us") || word.ends_with("ys")) add(without(1) + "de");  // terveys -> terveyde-n
  } else if (word.ends_with("i")) {
    add(without(1) + "e");  // tuki -> tuke-a, tue-n
  } else if (word.ends_with("e")) {
    stems.push_back(word + "e");  // väline -> välinee-n
  } else if (word.ends_with("a") || word.ends_with("ä")) {
    add(without(word.ends_with("a") ? 1 : 2) + "o");  // plural: varoja, voittovaroista
    add(without(word.ends_with("a") ? 1 : 2));        // plural: toiminnist-, hakemuks-
  }
  return stems;
}

std::optional<Case> bare_case(std::string_view rest) {
  for (const auto& [ending, grammatical_case] : endings)
    if (rest == ending) return grammatical_case;
  if (rest.size() > 1 && (rest[0] == 'i' || rest[0] == 'j'))  // plural: rahasto-i-sta
    for (const auto& [ending, grammatical_case] : endings)
      if (rest.substr(1) == ending) return grammatical_case;
  return std::nullopt;
}

std::optional<Case> case_after(std::string_view stem, std::string_view rest) {
  if (is_illative_rest(stem, rest)) return rest.size() == 2 && rest[0] == 'i' ? Case::genitive : Case::to;
  if (auto found = case_of_ending(rest)) return found;
  return std::nullopt;
}

}  // namespace

std::optional<Case> case_of_ending(std::string_view ending) {
  if (auto found = bare_case(ending)) return found;
  for (const std::string_view clitic : clitics)
    if (ending.size() > clitic.size() && ending.ends_with(clitic))
      if (auto found = bare_case(ending.substr(0, ending.size() - clitic.size()))) return found;
  if (ending == "aan" || ending == "ään" || ending == "iin" || ending == "oon" || ending == "uun" || ending == "een")
    return Case::to;
  if (ending == "ets" || ending == "ens" || ending == "s") return Case::genitive;  // Swedish: fondens
  return std::nullopt;
}

namespace {

/// A form shares all but its last sounds with the nominative (apu -> avun is the shortest kept).
std::string_view beginning_of_forms(std::string_view nominative) {
  return nominative.substr(0, nominative.size() <= 5 ? 1 : nominative.size() - 4);
}

/// Cheap refusal.
bool can_be_form(std::string_view nominative, std::string_view word) {
  return word.starts_with(beginning_of_forms(nominative)) && word.size() <= nominative.size() + 14;
}

}  // namespace

InflectedWord::InflectedWord(std::string_view nominative) : nominative_(nominative), stems_(stems_of(nominative)) {}

std::string_view InflectedWord::beginning() const {
  return beginning_of_forms(nominative_);
}

std::optional<Case> InflectedWord::match(std::string_view word) const {
  if (word == nominative_) return Case::nominative;
  if (!can_be_form(nominative_, word)) return std::nullopt;
  for (const std::string& stem : stems_) {
    if (word.size() <= stem.size() || word[stem.size() - 1] != stem.back() || !word.starts_with(stem)) continue;
    if (auto found = case_after(stem, word.substr(stem.size()))) return found;
  }
  return std::nullopt;
}

std::optional<Case> match_inflected(std::string_view nominative, std::string_view word) {
  if (word == nominative) return Case::nominative;
  return can_be_form(nominative, word) ? InflectedWord(nominative).match(word) : std::nullopt;
}

namespace {

/// Heads of names whose strong grade a rule cannot know: genitive stem -> nominative.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> heads{{{"liito", "liitto"},
                                                                               {"avu", "apu"},
                                                                               {"kunna", "kunta"},
                                                                               {"kodi", "koti"},
                                                                               {"pankki", "pankki"},
                                                                               {"panki", "pankki"},
                                                                               {"seudu", "seutu"},
                                                                               {"opisto", "opisto"},
                                                                               {"killa", "kilta"},
                                                                               {"keskukse", "keskus"},
                                                                               {"yhdistykse", "yhdistys"},
                                                                               {"laitokse", "laitos"},
                                                                               {"osuuskunna", "osuuskunta"},
                                                                               {"kylä", "kylä"},
                                                                               {"ranna", "ranta"},
                                                                               {"lamme", "lampi"},
                                                                               {"mäe", "mäki"},
                                                                               {"joe", "joki"},
                                                                               {"lahde", "lahti"},
                                                                               {"järve", "järvi"},
                                                                               {"saare", "saari"},
                                                                               {"nieme", "niemi"},
                                                                               {"sillan", "silta"},
                                                                               {"silla", "silta"},
                                                                               {"pello", "pelto"},
                                                                               {"aukio", "aukio"},
                                                                               {"tue", "tuki"},
                                                                               {"suome", "suomi"},
                                                                               {"polu", "polku"},
                                                                               {"kadu", "katu"},
                                                                               {"niity", "niitty"},
                                                                               {"kentä", "kenttä"},
                                                                               {"lehdo", "lehto"},
                                                                               {"vuore", "vuori"},
                                                                               {"kive", "kivi"},
                                                                               {"virra", "virta"}}};

/// The nominative of a vowel stem: "laitokse" -> "laitos", "Mäntykataja" -> itself.
std::string nominative_of_stem(const std::string& stem, const std::string& lower) {
  for (const auto& [from, nominative] : heads)
    if (lower.ends_with(from)) {
      // What the stem and the nominative share is kept as written: "Suome" -> "Suomi", "Kadu" -> "Katu".
      std::size_t shared = 0;
      while (shared < from.size() && shared < nominative.size() && from[shared] == nominative[shared]) ++shared;
      return stem.substr(0, stem.size() - from.size() + shared) + std::string(nominative.substr(shared));
    }
  const auto without = [&](std::size_t bytes) { return stem.substr(0, stem.size() - bytes); };
  if (lower.ends_with("kse") && lower.size() > 5) return without(3) + "s";
  if (lower.ends_with("ise") && lower.size() > 5) return without(2) + "nen";
  if (lower.ends_with("ee")) return without(1);
  return stem;
}

std::string cut(std::string_view word, std::size_t bytes) {
  return std::string(word.substr(0, word.size() - bytes));
}

}  // namespace

std::string to_nominative(std::string_view word) {
  const std::string lower = fold_case(word);
  if (lower.size() < 5) return std::string(word);
  // Plural names stay plural: "Kodeille" -> "Kodit", "Asunnoille" -> "Asunnot".
  for (const std::string_view ending : {"eille", "eiltä", "eilta", "eista", "eistä"})
    if (lower.ends_with(ending)) return cut(word, ending.size()) + "it";
  for (const std::string_view ending : {"oille", "oilta", "oista"})
    if (lower.ends_with(ending)) return cut(word, ending.size()) + "ot";
  for (const std::string_view ending : {"lle", "lta", "ltä", "lla", "llä", "sta", "stä", "ssa", "ssä"})
    if (lower.ends_with(ending) &&
        last_vowel_length(std::string_view(lower).substr(0, lower.size() - ending.size())) > 0)
      return nominative_of_stem(cut(word, ending.size()), cut(lower, ending.size()));
  if (lower.ends_with("n") && !lower.ends_with("nen") && last_vowel_length(cut(lower, 1)) > 0)
    return nominative_of_stem(cut(word, 1), cut(lower, 1));
  return std::string(word);
}

}  // namespace pykala::indexer
