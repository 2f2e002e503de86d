// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: organisations named in it. Private: how far a name reaches to the left of "ry" and to the
// right of "Asunto Oy", and the kinds of organisation that need no legal form. Long because both directions share
// the rules for what may stand inside a name.
#include "indexer/organisation_names.h"

#include <algorithm>
#include <array>

#include "indexer/fact_words.h"
#include "indexer/known_organisations.h"
#include "indexer/organisation_edges.h"
#include "stemmers/piece_finder.h"

namespace pykala::indexer {
namespace {

constexpr std::array<std::string_view, 5> leading_words{"asunto", "kiinteistö", "as", "fastighets", "bostads"};

constexpr std::array<std::string_view, 19> kinds{
    "diakonissalaitos", "yliopisto",      "ammattikorkeakoulu", "seurakuntayhtymä", "seurakunta",  "säätiö",
    "liitto",           "keskusjärjestö", "yhdistys",           "osuuskunta",       "pakolaisapu", "instituutti",
    "järjestö",         "klubi",          "stiftelse",          "stiftelsen",       "förening",    "seura",
    "akatemia"};

/// What all forms of a kind share: "säätiö" and "säätiön", "yhdistys" and "yhdistyksen".
std::string_view beginning_of(std::string_view kind) {
  return kind.substr(0, kind.size() - 3);
}

std::vector<std::string_view> kind_beginnings() {
  std::vector<std::string_view> out;
  for (const std::string_view kind : kinds) out.push_back(beginning_of(kind));
  return out;
}

/// The kinds in their order, their stems made once.
const std::vector<InflectedWord>& kind_words() {
  static const std::vector<InflectedWord> words(kinds.begin(), kinds.end());
  return words;
}

/// ":n", ":lle" after a legal form. Returns the atom past it.
std::size_t read_ending(const TextPart& part, std::size_t atom, Case& name_case) {
  if (!part.is_symbol(atom, ":") || !part.touches(atom) || !part.touches(atom + 1)) return atom;
  const auto found = case_of_ending(part.lower_view(atom + 1));
  if (!found) return atom;
  name_case = *found;
  return atom + 2;
}

std::string text_of(const TextPart& part, std::size_t begin, std::size_t end) {
  return part.quote({begin, end});
}

/// The legal form at `atom` ("Oy Ab", "r.y."): the atom past it, `atom` itself when there is none.
std::size_t read_form(const TextPart& part, std::size_t atom) {
  const std::string_view word = part.lower_view(atom);
  constexpr std::size_t longest = 4;  // "GmbH"
  if (word.size() > longest) return atom;
  if (word == "r" && part.is_symbol(atom + 1, ".") &&
      (part.lower_view(atom + 2) == "y" || part.lower_view(atom + 2) == "f") && part.touches(atom + 2))
    return part.is_symbol(atom + 3, ".") && part.touches(atom + 3) ? atom + 4 : atom + 3;
  if (!is_legal_form(part.view(atom))) return atom;
  const bool both = word == "oy" && part.view(atom + 1) == "Ab" && part.atoms[atom + 1].space_before;
  return both ? atom + 2 : atom + 1;
}

bool leads(const TextPart& part, std::size_t atom) {
  const std::string_view lower = part.lower_view(atom);
  return std::find(leading_words.begin(), leading_words.end(), lower) != leading_words.end();
}

/// "Rakennus Oy Antti Aho", "Arkkitehtitoimisto Oy Back": a trade before the form, the name behind it.
bool is_trade(std::string_view lower) {
  static constexpr std::array<std::string_view, 22> trades{
      "rakennus",       "kuljetus",   "maansiirto", "konsultti", "sähkö",     "putki",    "maalaus", "maalaamo",
      "siivous",        "taksi",      "kustannus",  "apteekki",  "hoitokoti", "byggnads", "tmi",     "kiinteistöhuolto",
      "siivouspalvelu", "kirjapaino", "leipomo",    "metalli",   "puutarha",  "transport"};
  return std::find(trades.begin(), trades.end(), lower) != trades.end() ||
         ends_with_any(lower, {"toimisto", "liike", "byrå"});
}

/// "Asunto Oy", "As. Oy", "Kiinteistöosakeyhtiö", "Asunto-oy", "Koy": the atom past it, or `atom`.
std::size_t read_leading_form(const TextPart& part, std::size_t atom) {
  const std::string_view lower = part.lower_view(atom);
  if (lower.starts_with('k') && (lower == "kiinteistöosakeyhtiö" || lower == "koy")) return atom + 1;
  const std::string_view behind = part.view(atom + 1);
  const bool form_behind = behind.size() == 2 && (behind == "Oy" || behind == "Ab");
  const bool named_behind = form_behind && is_capitalised(part.view(atom)) && is_capitalised(part.view(atom + 2)) &&
                            part.is_word(atom + 2) && part.atoms[atom + 2].space_before;
  if (named_behind && is_trade(lower) && !is_legal_form(part.view(atom + 2))) return atom + 2;
  if (lower.starts_with('o') && lower == "osuuskunta" && is_capitalised(part.view(atom)) &&
      is_capitalised(part.view(atom + 1)))
    return atom + 1;
  if (!leads(part, atom)) return atom;
  std::size_t at = atom + 1;
  if (part.is_symbol(at, ".") || part.is_symbol(at, "-")) ++at;
  const std::string_view form = part.lower_view(at);
  return form == "oy" || form == "ab" || form == "osakeyhtiö" ? at + 1 : atom;
}

class Finder {
 public:
  Finder(const FactText& text, std::size_t index, std::size_t& continuations, std::vector<OrganisationMention>& out)
      : text_(text), part_(text.parts[index]), index_(index), continuations_(continuations), out_(out) {}

  void run() {
    for (std::size_t atom = 0; atom < part_.atoms.size() && out_.size() < max_organisation_mentions;) {
      const std::size_t next = part_.is_word(atom) ? try_at(atom) : atom;
      atom = std::max(next, atom + 1);
    }
  }

 private:
  std::size_t try_at(std::size_t atom) {
    const std::size_t leading = read_leading_form(part_, atom);
    if (leading > atom) return std::max(take_leading(atom, leading), leading);
    const std::size_t form = read_form(part_, atom);
    if (form > atom) return take_trailing(atom, form);
    const std::size_t kind = take_kind(atom);
    return kind > atom ? kind : take_known(atom);
  }

  /// "Suomen Punaisen Ristin": known by the list; a legal form behind it tells more ("Folkhälsan Syd Ab").
  std::size_t take_known(std::size_t atom) {
    const auto found = KnownOrganisations::builtin().at(part_, atom);
    if (found.end == 0 || (!out_.empty() && out_.back().part == index_ && out_.back().atoms.end > atom)) return atom;
    out_.push_back({std::string(found.name), index_, {atom, found.end}, found.name_case, false});
    return found.end;
  }

  /// "Kiinteistö Oy Helsingin Kansantielle": the name is to the right and its last word inflects.
  std::size_t take_leading(std::size_t begin, std::size_t after_form) {
    std::size_t at = after_form;
    Case name_case = Case::nominative;
    at = read_ending(part_, at, name_case);
    std::size_t end = at;
    while (at < part_.atoms.size() && at - begin < max_name_atoms) {
      if (is_capitalised(part_.view(at)) || (part_.is_number(at) && end > after_form)) {
        end = ++at;
        // "Mäntykatajalle ARA-asuntoja": past a local case the name has ended; past a genitive it may go on.
        if (ends_with_any(part_.view(end - 1), {"lle", "lta", "ltä", "lla", "llä", "sta", "stä", "ssa", "ssä"})) break;
      } else if (part_.is_symbol(at, "-") && part_.touches(at) && part_.touches(at + 1) &&
                 (is_capitalised(part_.view(at + 1)) || part_.is_word(at + 1))) {
        at += 2;
        end = at;
      } else if (is_inside_sign(at)) {
        ++at;
      } else {
        break;
      }
    }
    at = std::min(at, end);
    if (end == after_form) return begin;
    if (const std::size_t longer = repeated_continuation(after_form, end); longer > end) at = end = longer;
    if (const std::size_t form = read_form(part_, end); form > end) end = form;  // "Kiinteistö Oy X Ab"
    std::string name = text_of(part_, begin, end);
    if (end == at) {
      const std::string last(part_.view(end - 1));
      name.resize(name.size() - last.size());
      name += part_.is_word(end - 1) ? to_nominative(last) : last;
      if (to_nominative(last) != last) name_case = last.ends_with("n") ? Case::genitive : Case::other;
    }
    // "Osuuskunta Kattila": a kind more than a form.
    out_.push_back({std::move(name), index_, {begin, end}, name_case, after_form > begin + 1 || form_alone(begin)});
    return end;
  }

  bool form_alone(std::size_t atom) const { return part_.lower_view(atom) != "osuuskunta"; }

  /// "J." and "&" between the words of a name.
  bool is_inside_sign(std::size_t at) const {
    if (!is_capitalised(part_.view(at + 1))) return false;
    if (part_.is_symbol(at, "&")) return true;
    return part_.is_symbol(at, ".") && part_.touches(at) && part_.is_word(at - 1) && part_.view(at - 1).size() == 1;
  }

  /// "Laakson yhteissairaalan" said again and again after "Kiinteistöosakeyhtiö": the lower-case word belongs to the
  /// name.
  std::size_t repeated_continuation(std::size_t begin, std::size_t end) {
    if (end != begin + 1 || !part_.view(begin).ends_with("n") || !part_.is_word(end) || part_.view(end).size() < 6)
      return end;
    if (++continuations_ > max_continuations) return end;
    const std::string_view next = part_.lower_view(end);
    const std::string phrase =
        std::string(part_.lower_view(begin)) + " " + std::string(next.substr(0, next.size() - 3));
    std::size_t times = 0;
    for (const TextPart& each : text_.parts)
      for (std::size_t at = each.lower.find(phrase); at != std::string::npos && times < 3;
           at = each.lower.find(phrase, at + 1))
        ++times;
    return times >= 3 ? end + 1 : end;
  }

  /// "Oy Nordtek Ab": the form stands on both sides.
  std::size_t take_enclosed(std::size_t form, std::size_t after_form) {
    const std::string_view word = part_.view(form);
    const bool verb_before = form > 0 && part_.sentence_of(form).begin + 1 == form &&
                             ends_with_any(part_.lower_view(form - 1), {"taan", "tään", "tiin"});  // "Tilataan Ab X Oy"
    const bool named_before =
        form > 0 && is_capitalised(part_.view(form - 1)) && part_.atoms[form].space_before && !verb_before;
    if ((word != "Oy" && word != "Ab") || named_before || after_form != form + 1) return form;
    for (std::size_t at = after_form; at < after_form + 5; ++at) {
      if (at > after_form && is_legal_form(part_.view(at))) {
        Case name_case = Case::nominative;
        const std::size_t end = read_ending(part_, at + 1, name_case);
        out_.push_back({text_of(part_, form, at + 1), index_, {form, end}, name_case, true});
        return end;
      }
      if (!is_capitalised(part_.view(at))) return form;
    }
    return form;
  }

  std::size_t take_trailing(std::size_t form, std::size_t after_form) {
    if (const std::size_t end = take_enclosed(form, after_form); end > form) return end;
    const LeftEdge edge{part_, part_.sentence_of(form), form};
    std::size_t begin = skip_opening(edge, name_begin(edge));
    // "Asuntosäätiön Asumisoikeus Oy": a kind found inside the name was no organisation of its own.
    while (!out_.empty() && out_.back().part == index_ && !out_.back().has_legal_form && out_.back().atoms.end > begin)
      out_.pop_back();
    if (!out_.empty() && out_.back().part == index_) begin = std::max(begin, out_.back().atoms.end);
    if (begin >= form) return after_form;
    Case name_case = Case::nominative;
    const std::size_t end = read_ending(part_, after_form, name_case);
    std::string name = text_of(part_, begin, after_form);
    // "taidemuseosäätiön sr perustamiseksi": the name inflects and the form does not.
    const std::string_view last = part_.view(form - 1);
    if (end == after_form && last.ends_with("säätiön")) {
      name = text_of(part_, begin, form);
      name = name.substr(0, name.size() - 1) + " " + text_of(part_, form, after_form);
      name_case = Case::genitive;
    }
    out_.push_back({std::move(name), index_, {begin, end}, name_case, true});
    return end;
  }

  /// False when no name can end at the word: it has no capital and stands behind no genitive and no hyphen.
  bool may_end_name(std::size_t atom) const {
    if (is_capitalised(part_.view(atom)) || part_.touches(atom)) return true;
    return atom > 0 && (part_.view(atom - 1).ends_with('n') || part_.is_symbol(atom - 1, "-"));
  }

  /// "Helsingin diakonissalaitoksen", "Lilinkotisäätiön": a kind of organisation behind a name or inside it.
  std::size_t take_kind(std::size_t atom) {
    if (!may_end_name(atom)) return atom;
    static const stemmers::PieceFinder beginnings(kind_beginnings());
    constexpr std::size_t nowhere = std::string_view::npos;
    const std::string_view lower = part_.lower_view(atom);
    std::array<std::size_t, kinds.size()> places;  // the last of each kind in the word
    bool any = false;
    beginnings.for_each(lower, [&](std::size_t kind, std::size_t begin) {
      if (!any) places.fill(nowhere);
      any = true;
      places[kind] = begin;
    });
    if (!any) return atom;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      const std::string_view kind = kinds[i];
      const std::size_t place = places[i];
      if (place == nowhere) continue;
      const auto found = kind_words()[i].match(lower.substr(place));
      if (!found) continue;
      const bool own_name = is_capitalised(part_.view(atom)) && place > 2;  // "Väestöliitto"
      const std::size_t begin = hyphenated_begin(kind_begin(atom, own_name));
      if (begin == atom && !own_name) return atom;
      // "Liikuntaseurojen avustukset" at a sentence's beginning: many of a kind, none by name.
      if (begin == atom && part_.sentence_of(atom).begin == atom &&
          ends_with_any(lower, {"jen", "sten", "iden", "ille"}))
        return atom;
      // "Helsingin Diakonissalaitoksen säätiö": the kind inside is no organisation of its own.
      while (!out_.empty() && out_.back().part == index_ && !out_.back().has_legal_form &&
             out_.back().atoms.end > begin)
        out_.pop_back();
      std::string name = text_of(part_, begin, atom + 1);
      name.resize(name.size() - part_.view(atom).size() + place);
      std::string head(kind);
      if (place == 0 && is_capitalised(part_.view(atom)))
        head = std::string(part_.view(atom).substr(0, 1)) + head.substr(1);
      out_.push_back({name + head, index_, {begin, atom + 1}, *found, false});
      return atom + 1;
    }
    return atom;
  }

  /// "Varsinais-Suomen liitto", "4H-yhdistys": what a name's first word is joined to.
  std::size_t hyphenated_begin(std::size_t begin) const {
    while (begin > 0 && part_.touches(begin)) {
      const bool number = part_.is_number(begin - 1);
      const bool hyphen = begin > 1 && part_.is_symbol(begin - 1, "-") && part_.touches(begin - 1) &&
                          (is_capitalised(part_.view(begin - 2)) || part_.is_number(begin - 2));
      if (!number && !hyphen) break;
      begin -= number ? 1 : 2;
    }
    return begin;
  }

  /// Whether a capital word belongs to the name behind it although it may open the sentence.
  bool may_open_name(Range sentence, std::size_t atom) const {
    if (!part_.is_word(atom) || !is_capitalised(part_.view(atom)) || !part_.atoms[atom + 1].space_before) return false;
    return atom > sentence.begin || (part_.view(atom).ends_with("n") && part_.flags(atom) == 0);
  }

  /// Proper names in the genitive before the kind: "Helsingin", "Suomen venäjänkielisten".
  std::size_t kind_begin(std::size_t atom, bool own_name) const {
    const Range sentence = part_.sentence_of(atom);
    std::size_t begin = atom;
    // "Aalto-yliopisto", "Kotisatama-säätiö"
    if (atom >= sentence.begin + 2 && part_.is_symbol(atom - 1, "-") && part_.touches(atom) &&
        part_.touches(atom - 1) && is_capitalised(part_.view(atom - 2)))
      return atom - 2;
    for (std::size_t at = atom; at > sentence.begin && atom - at < 4; --at) {
      const std::size_t before = at - 1;
      if (!part_.is_word(before) || !part_.atoms[at].space_before || !part_.view(before).ends_with("n")) break;
      if (is_capitalised(part_.view(before))) {
        if (before == sentence.begin && own_name) break;
        begin = before;
      } else if (own_name || !part_.view(before).ends_with("ten")) {
        break;
      }
    }
    // "Elävä Talo -säätiö"
    if (atom > sentence.begin + 1 && part_.is_symbol(atom - 1, "-") && part_.touches(atom) &&
        !part_.touches(atom - 1)) {
      begin = atom - 1;
      while (begin > sentence.begin && atom - begin < 5 && is_capitalised(part_.view(begin - 1))) --begin;
      return begin == atom - 1 ? atom : begin;
    }
    // "Metropolia Ammattikorkeakoululla"
    if (begin == atom && is_capitalised(part_.view(atom)) && atom > sentence.begin + 1 && part_.is_word(atom - 1) &&
        is_capitalised(part_.view(atom - 1)) && part_.atoms[atom].space_before) {
      begin = atom - 1;
      // "Lapinlahden Lähde Osuuskunta"
      while (begin > sentence.begin && atom - begin < 4 && may_open_name(sentence, begin - 1)) --begin;
      return begin;
    }
    // "Aino Linnan säätiö", "Jane ja Aatos Linnan säätiö": first names before the genitive.
    const bool first_name = begin < atom && begin > sentence.begin + 1 && is_capitalised(part_.view(begin - 1)) &&
                            part_.is_word(begin - 1) && part_.atoms[begin].space_before;
    if (!first_name) return begin;
    --begin;
    const bool couple = begin > sentence.begin + 2 && !part_.view(begin).ends_with("n") &&
                        (part_.lower_view(begin - 1) == "ja" || part_.lower_view(begin - 1) == "och") &&
                        is_capitalised(part_.view(begin - 2)) && !is_legal_form(part_.view(begin - 2));
    return couple ? begin - 2 : begin;
  }

  static constexpr std::size_t max_continuations = 20;

  const FactText& text_;
  const TextPart& part_;
  std::size_t index_;
  std::size_t& continuations_;
  std::vector<OrganisationMention>& out_;
};

}  // namespace

std::vector<OrganisationMention> find_organisations(const FactText& text) {
  std::vector<OrganisationMention> out;
  std::size_t continuations = 0;
  for (std::size_t i = 0; i < text.parts.size(); ++i) Finder(text, i, continuations, out).run();
  return out;
}

}  // namespace pykala::indexer
