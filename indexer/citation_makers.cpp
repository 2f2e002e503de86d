// SPDX-License-Identifier: GPL-2.0-or-later
// In: a part and places in it. Out: makers of cited decisions. Private: nearest maker before, headings above lists, and
// the words that say a decision was made.
#include "indexer/citation_makers.h"

#include <algorithm>

namespace pykala::indexer {
namespace {

/// "päätti", "päättänyt", "hyväksyi", "myönsi": a body decided, in the past.
bool is_decided_verb(std::string_view word) {
  return begins_with_any(
      word, {"päätti",   "päättän",   "päätetty", "päätetti",   "hyväksyi",  "hyväksyny", "hyväksytty", "myönsi",
             "myöntäny", "myönnetty", "vahvisti", "vahvistanu", "linjasi",   "linjannu",  "siirsi",     "siirtäny",
             "asetti",   "asettanu",  "antoi",    "antanu",     "valitsi",   "valinnu",   "oikeutti",   "kehotti",
             "merkitsi", "merkinny",  "päätöks",  "tekemä",     "tehty",     "tehdy",     "beslutade",  "beslutat",
             "godkände", "godkänt",   "fattade",  "fattat",     "beviljade", "beviljat"});
}

/// Ministries, agencies, courts, the state: their decisions are not the city's.
bool is_external(std::string_view word) {
  return holds_any(word,
                   {"ministeri", "virasto", "oikeuden", "oikeus", "keskukse", "valtioneuvosto", "liiton", "eduskunta",
                    "opetushallitu", "kuntayhtymä", "yhtymähallitu", "maakuntahallitu", "yhtiökoko", "domstol"}) ||
         word == "kho" || word == "vn" || word == "okm" || word == "stm" || word == "tem" || word == "hsl" ||
         word == "hus";
}

}  // namespace

CitationMakers::CitationMakers(const TextPart& part, const schema::Decision& decision)
    : part_(part), decision_(decision) {
  for (std::size_t atom = 0; atom < part.atoms.size(); ++atom) {
    auto maker = maker_at(part, atom);
    if (!maker) continue;
    const Range line = part.sentence_of(atom);
    const bool number_after =
        part.is_number(maker->atoms.end) && maker->atoms.end + 1 == line.end;  // "aluepäällikkö 4"
    const bool whole_line = maker->name_case == Case::nominative && (maker->atoms.end == line.end || number_after) &&
                            line.end - line.begin <= 14;
    if (whole_line) {
      std::string name = part.quote(line);
      if (maker->atoms.begin != line.begin && name.size() > 90) name = maker->name;
      headings_.emplace_back(line.end, maker->atoms.begin == line.begin || name.size() <= 90 ? name : maker->name);
    } else {
      makers_.push_back(std::move(*maker));
    }
  }
}

std::string CitationMakers::resolved(const MakerMention& maker) const {
  if (!maker.generic || !decision_.decision_maker) return maker.name;
  // "Lautakunta hyväksyi aiemman sopimuksen": the maker of this decision, when it is such a body.
  const std::string own = fold_case(decision_.decision_maker->name), said = fold_case(maker.name);
  return own.ends_with(said) ? decision_.decision_maker->name : maker.name;
}

std::optional<std::string> CitationMakers::heading_above(std::size_t atom) const {
  const auto after = std::upper_bound(headings_.begin(), headings_.end(), atom,
                                      [](std::size_t at, const auto& heading) { return at < heading.first; });
  return after == headings_.begin() ? std::nullopt : std::optional((after - 1)->second);
}

bool CitationMakers::external_before(Range sentence, std::size_t from, std::size_t atom) const {
  for (std::size_t at = std::max(sentence.begin, from); at < atom; ++at)
    if (part_.is_word(at) && is_external(part_.lower_view(at))) return true;
  return false;
}

CitationMakers::Answer CitationMakers::maker_for(Range atoms) const {
  const Range sentence = part_.sentence_of(atoms.begin);
  const auto after = std::upper_bound(makers_.begin(), makers_.end(), atoms.begin,
                                      [](std::size_t at, const MakerMention& maker) { return at < maker.atoms.begin; });
  if (after != makers_.begin()) {
    const MakerMention& before = *(after - 1);
    if (before.atoms.begin >= sentence.begin && before.atoms.end <= atoms.begin) {
      if (before.foreign || external_before(sentence, before.atoms.end, atoms.begin)) return {std::nullopt, true};
      return {resolved(before), false};
    }
  }
  if (external_before(sentence, sentence.begin, atoms.begin)) return {std::nullopt, true};
  // A list: the line begins with the citation, the maker stands above.
  if (atoms.begin <= sentence.begin + 1)
    if (auto heading = heading_above(atoms.begin)) return {std::move(heading), false};
  // "(§ 99) kaupunginhallituksen päätös": right behind, in the genitive.
  if (after != makers_.end() && after->atoms.begin < sentence.end && after->atoms.begin <= atoms.end + 3 &&
      after->name_case == Case::genitive && !after->foreign)
    return {resolved(*after), false};
  return {};
}

std::optional<std::string> CitationMakers::decided_on(Range date) const {
  const Range sentence = part_.sentence_of(date.begin);
  const auto after = std::upper_bound(makers_.begin(), makers_.end(), date.begin,
                                      [](std::size_t at, const MakerMention& maker) { return at < maker.atoms.begin; });
  if (after == makers_.begin()) return std::nullopt;
  const MakerMention& maker = *(after - 1);
  if (maker.foreign || maker.atoms.begin < sentence.begin || maker.name_case == Case::to ||
      maker.name_case == Case::from)
    return std::nullopt;
  // Between maker and day at most "on", "päätti viimeksi", "kokouksessaan": no comma, no other verb's object.
  bool decided = false;
  std::size_t words = 0;
  for (std::size_t atom = maker.atoms.end; atom < date.begin; ++atom, ++words) {
    if (!part_.is_word(atom)) return std::nullopt;
    decided = decided || is_decided_verb(part_.lower_view(atom));
  }
  if (words > 3) return std::nullopt;
  for (std::size_t atom = date.end; atom < sentence.end && atom < date.end + 4 && part_.is_word(atom); ++atom) {
    const std::string_view word = part_.lower_view(atom);
    if (word == "alkaen" || word == "saakka" || word == "asti" || word == "mennessä" || word == "klo")
      return std::nullopt;
    decided = decided || is_decided_verb(word);
  }
  // "on päätetty kaupunkiympäristölautakunnassa 27.10.2020"
  if (maker.name_case == Case::at && maker.atoms.begin > sentence.begin)
    decided = decided || is_decided_verb(part_.lower_view(maker.atoms.begin - 1));
  return decided ? std::optional(resolved(maker)) : std::nullopt;
}

}  // namespace pykala::indexer
