// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms and a place. Out: the decision-maker named there. Private: the last words of makers' names, how far
// the name reaches back.
#include "indexer/maker_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/authority.h"
#include "indexer/fact_words.h"
#include "indexer/parsing_rules.h"
#include "stemmers/piece_finder.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_back = 12;

struct Head {
  std::string_view word;
  bool needs_modifier;    ///< "johtaja" says nothing alone
  bool complete = false;  ///< "kaupunginhallitus" is a whole name
};

constexpr std::array heads{
    Head{"kaupunginhallitus", false, true},
    Head{"kunnanhallitus", false, true},
    Head{"valtuusto", false},
    Head{"lautakunta", false},
    Head{"jaosto", true},
    Head{"johtokunta", true},
    Head{"päällikkö", true},
    Head{"johtaja", true},
    Head{"pormestari", false, true},
    Head{"komentaja", false},
    Head{"intendentti", false},
    Head{"rehtori", false},
    Head{"ylilääkäri", false},
    Head{"stadsstyrelsen", false, true},
    Head{"fullmäktige", false},
    Head{"nämnden", false},
    Head{"sektionen", true},
    Head{"direktionen", true},
    Head{"direktören", false},
    Head{"direktör", false},
    Head{"chefen", false},
    Head{"borgmästaren", false},
};

struct HeadMatch {
  const Head* head = nullptr;
  std::string nominative;  ///< of the whole word
  Case name_case = Case::nominative;
  bool bare = false;
};

/// What all forms of a head share: "päällikkö" and "päällikön".
std::string_view beginning_of(const Head& head) {
  return head.word.substr(0, head.word.size() - (head.word.ends_with("ö") ? 4 : 3));
}

std::vector<std::string_view> head_beginnings() {
  std::vector<std::string_view> out;
  for (const Head& head : heads) out.push_back(beginning_of(head));
  return out;
}

/// The words of the heads in their order, their stems made once.
const std::vector<InflectedWord>& head_words() {
  static const std::vector<InflectedWord> words = [] {
    std::vector<InflectedWord> out;
    for (const Head& head : heads) out.emplace_back(head.word);
    return out;
  }();
  return words;
}

/// "hallintojohtajan" -> hallintojohtaja, genitive.
std::optional<HeadMatch> match_head(std::string_view lower) {
  static const stemmers::PieceFinder beginnings(head_beginnings());
  if (!beginnings.finds_any(lower)) return std::nullopt;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const Head& head = heads[i];
    const std::size_t place = lower.rfind(beginning_of(head));
    if (place == std::string_view::npos) continue;
    const auto found = head_words()[i].match(lower.substr(place));
    if (!found || *found == Case::other || *found == Case::partitive) continue;
    HeadMatch match{&head, std::string(lower.substr(0, place)) + std::string(head.word), *found,
                    place == 0 && !head.complete};
    return match;
  }
  return std::nullopt;
}

bool is_never_maker(std::string_view nominative) {
  return ends_with_any(nominative,
                       {"puheenjohtaja", "maakuntavaltuusto", "pääjohtaja", "edustajisto", "maakuntahallitus"});
}

/// The atom where the words that may belong to the name begin: genitives, "ja", suspended first parts.
std::size_t reach_back(const TextPart& part, std::size_t atom) {
  const Range sentence = part.sentence_of(atom);
  std::size_t begin = atom;
  for (std::size_t at = atom; at > sentence.begin && atom - at < max_back; --at) {
    const std::size_t before = at - 1;
    const std::string_view word = part.lower_view(before);
    if (part.is_symbol(before, "-") && before > sentence.begin && part.is_word(before - 1) && part.touches(before))
      continue;
    if (!part.is_word(before)) break;
    const bool suspended = part.is_symbol(before + 1, "-") && part.touches(before + 1);  // "sosiaali-", "vapaa-aika"
    const bool joint = (word == "ja" || word == "och" || word == "sekä") && before > sentence.begin;
    const bool swedish = word.ends_with("ns") || word == "svenska";
    if (!suspended && !joint && !word.ends_with("n") && !swedish) break;
    if (word.ends_with("aan") || word.ends_with("ään") || (part.flags(before) & (background | support | apply)) != 0)
      break;
    if (word == "on" || word == "kuin" || word == "mukaan" || word == "koskien" || word == "kun") break;
    if (!joint) begin = before;
  }
  return begin;
}

std::string capitalised(std::string name) {
  if (name.empty()) return name;
  const auto lead = static_cast<unsigned char>(name[0]);
  if (lead >= 'a' && lead <= 'z') name[0] = static_cast<char>(lead - 32);
  if (lead == 0xC3 && name.size() > 1 && static_cast<unsigned char>(name[1]) >= 0xA0)
    name[1] = static_cast<char>(static_cast<unsigned char>(name[1]) - 32);
  return name;
}

std::string phrase(const TextPart& part, std::size_t begin, std::size_t atom, const std::string& last) {
  std::string out = begin < atom ? part.quote({begin, atom}) : std::string();
  // "teknisen lautakunnan": an adjective right before the head follows its case; genitives of nouns do not.
  if (fold_case(out).ends_with("nisen") && part.lower_view(atom) != last) out.replace(out.size() - 3, 3, "nen");
  if (!out.empty() && part.atoms[atom].space_before) out += ' ';
  return capitalised(out + last);
}

bool is_city_word(std::string_view word) {
  return ParsingRules::builtin().has("city_name", word) || word == "kaupungin" || word == "kunnan";
}

/// Where the name begins: the longest that the list of offices knows, else by what the head needs.
std::size_t choose_begin(const TextPart& part, std::size_t reach, std::size_t atom, const HeadMatch& match) {
  while (reach < atom && is_city_word(part.lower_view(reach))) ++reach;
  for (std::size_t begin = reach; begin < atom; ++begin)
    if (part.is_word(begin) && (begin == reach || part.atoms[begin].space_before) && part.lower_view(begin) != "ja" &&
        !schema::Authority::builtin().offices_named(phrase(part, begin, atom, match.nominative)).empty())
      return begin;
  const bool specific = !match.bare && match.head->word != "jaosto" && match.nominative != "toimialajohtaja" &&
                        match.nominative != "aluepäällikkö" && match.nominative != "tiimipäällikkö";
  if (!specific && (match.head->needs_modifier || match.bare)) return reach;
  // "kulttuuri- ja vapaa-aikalautakunta": a coordinated or hyphened first part belongs to the word itself.
  std::size_t begin = atom;
  while (begin >= reach + 2 && part.is_symbol(begin - 1, "-") && part.touches(begin)) begin -= 2;
  if (begin >= reach + 3 && (part.lower_view(begin - 1) == "ja" || part.lower_view(begin - 1) == "och") &&
      part.is_symbol(begin - 2, "-"))
    begin -= 3;
  return begin;
}

/// The word before the name says whose it is: "Espoon kaupunginhallitus", "HUS:n hallitus".
bool is_foreign(const TextPart& part, std::size_t begin) {
  static constexpr std::array<std::string_view, 16> others{
      "espoon",  "vantaan",    "kauniaisten", "tampereen", "oulun", "kuopion",   "lahden", "sipoon",
      "keravan", "järvenpään", "jyväskylän",  "esbo",      "vanda", "grankulla", "hsl",    "hus"};
  for (std::size_t back = 1; back <= 3 && begin >= back; ++back) {
    const std::string_view word = part.lower_view(begin - back);
    if (std::find(others.begin(), others.end(), word) != others.end()) return true;
    if (!part.is_word(begin - back) && !part.is_symbol(begin - back, ":")) return false;
  }
  return false;
}

}  // namespace

std::optional<MakerMention> maker_at(const TextPart& part, std::size_t atom) {
  if (!part.is_word(atom)) return std::nullopt;
  if (const auto name = schema::maker_called(part.view(atom)))
    return MakerMention{std::string(*name), {atom, atom + 1}, Case::nominative, false, is_foreign(part, atom)};
  const auto match = match_head(part.lower_view(atom));
  if (!match || is_never_maker(match->nominative)) return std::nullopt;
  const std::size_t reach = reach_back(part, atom);
  const std::size_t begin = choose_begin(part, reach, atom, *match);
  MakerMention maker{phrase(part, begin, atom, match->nominative), {begin, atom + 1}, match->name_case, false, false};
  maker.generic = begin == atom && match->bare;
  // "varhaiskasvatuksen aluepäällikkö 4": a number belongs to the name when no § or date follows.
  maker.foreign = is_foreign(part, begin);
  return maker;
}

}  // namespace pykala::indexer
