// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: organisations named in it. Private: how far a name reaches to the left of "ry" and to the
// right of "Asunto Oy", and the kinds of organisation that need no legal form. Long because both directions share
// the rules for what may stand inside a name.
#include "indexer/organisation_names.h"

#include <algorithm>
#include <array>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_name_atoms = 16;

constexpr std::array<std::string_view, 25> legal_forms{"ry",  "Ry",  "RY", "rf",  "Rf",  "RF",  "rp",  "Oy", "OY",
                                                       "Oyj", "OYJ", "Ab", "AB",  "Abp", "ABP", "sr",  "Sr", "osk",
                                                       "Osk", "Ky",  "ay", "Ltd", "GmbH", "Inc", "SR"};

constexpr std::array<std::string_view, 5> leading_words{"asunto", "kiinteistö", "as", "fastighets", "bostads"};

/// Words that may stand in lower case between the capitals of a name: "Break the Fight Oy".
constexpr std::array<std::string_view, 14> small_words{"the", "of", "and", "for", "club", "och",  "för",
                                                       "i",   "de", "la",  "von", "af",   "hand", "på"};

/// Words that open a sentence or tell a role and are no part of the name that follows.
bool is_common_opening(std::string_view lower) {
  static constexpr std::array<std::string_view, 34> openings{
      "päätös",  "myös",   "samalla", "mukana", "hankkeen", "hankkeessa", "ote",     "otteen",    "lisäksi", "nyt",
      "kun",     "sekä",   "ja",      "jos",    "myöhemmin", "helsinki", "kaupunki", "kaupungin", "vuonna",  "että",
      "sopimus", "avustus", "vuokraus", "hankinta", "lausunto", "selvitys", "lahjoitus", "dessutom", "även", "också",
      "för",     "i",      "på",      "av"};
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
  static constexpr std::array<std::string_view, 12> not_inside{"on",   "kuin",   "kanssa", "mukaan", "kautta", "ovat",
                                                               "sekä", "lisäksi", "olevan", "kuten", "myös",  "koskien"};
  if (std::find(not_inside.begin(), not_inside.end(), lower) != not_inside.end()) return false;
  return lower.ends_with("n") && !lower.ends_with("ään") && !lower.ends_with("aan") &&
         (flags_of(lower) & ~static_cast<std::uint32_t>(project)) == 0;
}

struct LeftEdge {
  const TextPart& part;
  Range sentence;
  std::size_t form;  ///< atom of the legal form
};

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
               !is_capitalised(part.view(at + 2))) {
      continue;  // "Helsingin ja Uudenmaan piiri ry"
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
  const bool local_case = ends_with_any(lower, {"sta", "stä", "lla", "llä", "ssa", "ssä", "lle", "ksi", "lta", "ltä"});
  if ((is_common_opening(lower) || local_case) && next_capital) return begin + 1;
  // "Asukasvalinnat Helsingin kaupungin asunnot Oy": a noun before a genitive is no part of the name, "HAM" is.
  const bool acronym = word.size() <= 4 && fold_case(word.substr(word.size() - 1)) != word.substr(word.size() - 1);
  if (next_capital && begin + 2 < edge.form && part.view(begin + 1).ends_with("n") && lower.ends_with("t") && !acronym)
    return begin + 1;
  return begin;
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
  if (word == "r" && part.is_symbol(atom + 1, ".") && (part.lower_view(atom + 2) == "y" || part.lower_view(atom + 2) == "f") &&
      part.touches(atom + 2))
    return part.is_symbol(atom + 3, ".") && part.touches(atom + 3) ? atom + 4 : atom + 3;
  if (!is_legal_form(part.view(atom))) return atom;
  const bool both = word == "oy" && part.view(atom + 1) == "Ab" && part.atoms[atom + 1].space_before;
  return both ? atom + 2 : atom + 1;
}

bool leads(const TextPart& part, std::size_t atom) {
  const std::string_view lower = part.lower_view(atom);
  return std::find(leading_words.begin(), leading_words.end(), lower) != leading_words.end();
}

/// "Asunto Oy", "As. Oy", "Kiinteistöosakeyhtiö", "Asunto-oy", "Koy": the atom past it, or `atom`.
std::size_t read_leading_form(const TextPart& part, std::size_t atom) {
  const std::string_view lower = part.lower_view(atom);
  if (lower == "kiinteistöosakeyhtiö" || lower == "koy") return atom + 1;
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
    return take_kind(atom);
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
      } else {
        break;
      }
    }
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
    out_.push_back({std::move(name), index_, {begin, end}, name_case, true});
    return end;
  }

  /// "Laakson yhteissairaalan" said again and again after "Kiinteistöosakeyhtiö": the lower-case word belongs to the name.
  std::size_t repeated_continuation(std::size_t begin, std::size_t end) {
    if (end != begin + 1 || !part_.view(begin).ends_with("n") || !part_.is_word(end) || part_.view(end).size() < 6) return end;
    if (++continuations_ > max_continuations) return end;
    const std::string_view next = part_.lower_view(end);
    const std::string phrase = std::string(part_.lower_view(begin)) + " " + std::string(next.substr(0, next.size() - 3));
    std::size_t times = 0;
    for (const TextPart& each : text_.parts)
      for (std::size_t at = each.lower.find(phrase); at != std::string::npos && times < 3; at = each.lower.find(phrase, at + 1))
        ++times;
    return times >= 3 ? end + 1 : end;
  }

  /// "Oy Nordtek Ab": the form stands on both sides.
  std::size_t take_enclosed(std::size_t form, std::size_t after_form) {
    const std::string_view word = part_.view(form);
    const bool named_before = form > 0 && is_capitalised(part_.view(form - 1)) && part_.atoms[form].space_before;
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

  /// "Helsingin diakonissalaitoksen", "Lilinkotisäätiön": a kind of organisation behind a name or inside it.
  std::size_t take_kind(std::size_t atom) {
    static constexpr std::array<std::string_view, 19> kinds{
        "diakonissalaitos", "yliopisto",  "ammattikorkeakoulu", "seurakuntayhtymä", "seurakunta", "säätiö", "liitto",
        "keskusjärjestö",   "yhdistys",   "osuuskunta",         "pakolaisapu",      "instituutti", "järjestö", "klubi",
        "stiftelse",        "stiftelsen", "förening",           "seura",            "akatemia"};
    const std::string_view lower = part_.lower_view(atom);
    for (const std::string_view kind : kinds) {
      const std::size_t place = lower.rfind(kind.substr(0, kind.size() - 3));
      if (place == std::string_view::npos) continue;
      const auto found = match_inflected(kind, lower.substr(place));
      if (!found) continue;
      const bool own_name = is_capitalised(part_.view(atom)) && place > 2;  // "Väestöliitto"
      const std::size_t begin = kind_begin(atom, own_name);
      if (begin == atom && !own_name) return atom;
      std::string name = text_of(part_, begin, atom + 1);
      name.resize(name.size() - part_.view(atom).size() + place);
      std::string head(kind);
      if (place == 0 && is_capitalised(part_.view(atom))) head = std::string(part_.view(atom).substr(0, 1)) + head.substr(1);
      out_.push_back({name + head, index_, {begin, atom + 1}, *found, false});
      return atom + 1;
    }
    return atom;
  }

  /// Proper names in the genitive before the kind: "Helsingin", "Suomen venäjänkielisten".
  std::size_t kind_begin(std::size_t atom, bool own_name) const {
    const Range sentence = part_.sentence_of(atom);
    std::size_t begin = atom;
    // "Aalto-yliopisto", "Kotisatama-säätiö"
    if (atom >= sentence.begin + 2 && part_.is_symbol(atom - 1, "-") && part_.touches(atom) && part_.touches(atom - 1) &&
        is_capitalised(part_.view(atom - 2)))
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
    return begin;
  }

  static constexpr std::size_t max_continuations = 20;

  const FactText& text_;
  const TextPart& part_;
  std::size_t index_;
  std::size_t& continuations_;
  std::vector<OrganisationMention>& out_;
};

}  // namespace

bool is_legal_form(std::string_view word) {
  return std::find(legal_forms.begin(), legal_forms.end(), word) != legal_forms.end();
}

std::vector<OrganisationMention> find_organisations(const FactText& text) {
  std::vector<OrganisationMention> out;
  std::size_t continuations = 0;
  for (std::size_t i = 0; i < text.parts.size(); ++i) Finder(text, i, continuations, out).run();
  return out;
}

}  // namespace pykala::indexer
