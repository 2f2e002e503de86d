// SPDX-License-Identifier: GPL-2.0-or-later
// In: text in atoms. Out: mentions of funders with case and compound tail. Private: the index of names by their first
// letters, the match of one name at one place, and EU money that is named only as "EU:n rahoitus".
#include "indexer/funder_names.h"

#include <algorithm>
#include <utility>

#include "indexer/fact_words.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_tail_atoms = 6;
constexpr std::size_t max_mentions = 2000;  ///< more in one decision is no decision

/// "-haussa", " -haussa", "–hankkeen": a compound's tail begins at `atom`. Returns the atom past it; fills `tail`.
std::size_t read_tail(const TextPart& part, std::size_t atom, std::string& tail) {
  const bool dash = part.is_symbol(atom, "-") || part.is_symbol(atom, "–");
  if (!dash || !part.touches(atom + 1) || !part.is_word(atom + 1)) return atom;
  std::size_t at = atom;
  for (std::size_t step = 0; step < max_tail_atoms; ++step) {
    if (!((part.is_symbol(at, "-") || part.is_symbol(at, "–")) && part.touches(at + 1) && part.is_word(at + 1))) break;
    if (step > 0 && !part.touches(at)) break;
    if (!tail.empty()) tail += '-';
    tail += part.lower_view(at + 1);
    at += 2;
  }
  return at;
}

/// ":lta" after an abbreviation. Returns the atom past it; fills the case.
std::size_t read_colon_ending(const TextPart& part, std::size_t atom, Case& name_case) {
  if (!part.is_symbol(atom, ":") || !part.touches(atom) || !part.touches(atom + 1) || !part.is_word(atom + 1))
    return atom;
  const auto found = case_of_ending(part.lower_view(atom + 1));
  if (!found) return atom;
  name_case = *found;
  return atom + 2;
}

/// "ARAn", "STEAlta", "Migrin": an abbreviation with its ending and no colon.
std::optional<Case> bare_ending(std::string_view word, std::string_view abbreviation) {
  if (!word.starts_with(abbreviation)) return std::nullopt;
  std::string_view rest = word.substr(abbreviation.size());
  if (rest.empty()) return Case::nominative;
  if (fold_case(rest) != rest) return std::nullopt;  // "STEAM"
  if (rest.size() > 1 && rest[0] == 'i') rest.remove_prefix(1);
  return case_of_ending(rest);
}

/// What every form of a name's first word begins with, in lower case, two bytes at least.
std::string beginning_of(const InflectedWord& first_word, bool abbreviation) {
  if (abbreviation) return fold_case(first_word.nominative());
  return first_word.nominative().substr(0, std::max<std::size_t>(first_word.beginning().size(), 2));
}

bool is_first_atom_long_enough(std::string_view word) {
  return word.size() >= 2;
}

}  // namespace

const FunderNames& FunderNames::builtin() {
  static const FunderNames names(schema::Authority::builtin());
  return names;
}

void FunderNames::add_name(Name name) {
  const InflectedWord& word = name.atoms[0];
  auto first = std::find_if(first_words_.begin(), first_words_.end(), [&](const FirstWord& each) {
    return each.abbreviation == name.abbreviation && each.word.nominative() == word.nominative();
  });
  if (first == first_words_.end()) first = first_words_.insert(first, {word, name.abbreviation, {}});
  first->names.push_back(static_cast<std::uint32_t>(names_.size()));
  names_.push_back(std::move(name));
}

FunderNames::FunderNames(const schema::Authority& authority) {
  const auto add = [&](const schema::FunderName& funder, std::string_view written, bool abbreviation) {
    Name name{&funder, {}, abbreviation};
    const TextPart part = scan_part(written);
    for (std::size_t atom = 0; atom < part.atoms.size(); ++atom)
      name.atoms.emplace_back(abbreviation ? part.view(atom) : part.lower_view(atom));
    if (name.atoms.empty() || !is_first_atom_long_enough(name.atoms[0].nominative())) return;
    add_name(std::move(name));
  };
  for (const schema::FunderName& funder : authority.funders()) {
    if (funder.id == "EU") european_union_ = &funder;
    for (const std::string& abbreviation : funder.abbreviations) add(funder, abbreviation, true);
    for (const std::string& long_name : funder.long_names) add(funder, long_name, false);
  }
  std::vector<std::string> beginnings;
  for (const FirstWord& first : first_words_) beginnings.push_back(beginning_of(first.word, first.abbreviation));
  beginnings_ = WordBeginnings(std::vector<std::string_view>(beginnings.begin(), beginnings.end()));
}

/// Atoms matched, 0 for none.
std::size_t FunderNames::match(const TextPart& part, std::size_t atom, const Name& name, FunderMention& out) const {
  std::size_t at = atom;
  Case name_case = Case::nominative;
  for (std::size_t i = 0; i < name.atoms.size(); ++i, ++at) {
    const std::string& expected = name.atoms[i].nominative();
    if (at >= part.atoms.size()) return 0;
    const bool last = i + 1 == name.atoms.size();
    if (!part.is_word(at)) {
      if (part.view(at) != expected) return 0;
      if (last) name_case = i == 0 ? Case::nominative : name_case;
      continue;
    }
    const auto found =
        name.abbreviation ? bare_ending(part.view(at), expected) : name.atoms[i].match(part.lower_view(at));
    if (!found || (name.abbreviation && !last && *found != Case::nominative)) return 0;
    if (last || *found != Case::nominative) name_case = *found;
  }
  // "ESR" is not found in "ESR+": the plus belongs to the name.
  if (part.is_symbol(at, "+") && part.touches(at)) return 0;
  at = read_colon_ending(part, at, name_case);
  at = read_tail(part, at, out.tail);
  out.funder = name.funder;
  out.name_case = name_case;
  out.atoms = {atom, at};
  return at - atom;
}

/// "EU-rahoitusta", "EU:n rahoitushakuun", "Euroopan unionin tukea": money of the union not named more closely.
std::size_t FunderNames::match_eu(const TextPart& part, std::size_t atom, FunderMention& out) const {
  std::size_t at = atom;
  const bool long_form = part.lower_view(atom) == "euroopan" && part.lower_view(atom + 1).starts_with("unioni");
  if (long_form) {
    out.name_case = match_inflected("unioni", part.lower_view(atom + 1)).value_or(Case::nominative);
    at = atom + 2;
  } else if (part.view(atom) == "EU") {
    at = read_colon_ending(part, atom + 1, out.name_case);
    at = read_tail(part, at, out.tail);
  } else {
    return 0;
  }
  constexpr std::uint32_t money = support | apply;
  bool is_money = (flags_of(out.tail) & money) != 0 && out.tail.find("kynnys") == std::string::npos;
  for (std::size_t next = at; next < at + 5 && part.is_word(next) && !is_money && out.tail.empty(); ++next)
    is_money = (part.flags(next) & money) != 0 || part.lower_view(next).find("rakennerahasto") == 0;
  for (std::size_t back = 1; back <= 3 && back <= atom && !is_money; ++back)
    is_money = holds_any(part.lower_view(atom - back), {"rahoittaja", "finansiär"});
  if (!is_money) return 0;
  out.funder = european_union_;
  out.atoms = {atom, at};
  return at - atom;
}

/// Atoms of the longest name at `atom`, which is put into `best`; 0 when there is none. `candidates` is memory to use.
std::size_t FunderNames::longest_at(const TextPart& part, std::size_t atom, std::vector<std::uint32_t>& candidates,
                                    FunderMention& best) const {
  candidates.clear();
  beginnings_.for_each(part.lower_view(atom), [&](std::size_t index) {
    const FirstWord& first = first_words_[index];
    const bool found = first.abbreviation ? bare_ending(part.view(atom), first.word.nominative()).has_value()
                                          : first.word.match(part.lower_view(atom)).has_value();
    if (found) candidates.insert(candidates.end(), first.names.begin(), first.names.end());
  });
  if (candidates.empty()) return 0;
  std::sort(candidates.begin(), candidates.end());  // of names of one length the first of the list counts
  std::size_t length = 0;
  for (const std::uint32_t index : candidates) {
    FunderMention mention;
    const std::size_t matched = match(part, atom, names_[index], mention);
    // "ELY-keskukselta": the long name with its case says more than "ELY" with a compound.
    if (matched > length || (matched == length && matched > 0 && mention.tail.empty() && !best.tail.empty())) {
      length = matched;
      best = std::move(mention);
    }
  }
  return length;
}

void FunderNames::find_in(const TextPart& part, std::size_t part_index, std::vector<FunderMention>& out) const {
  std::vector<std::uint32_t> candidates;
  for (std::size_t atom = 0; atom < part.atoms.size() && out.size() < max_mentions;) {
    if (!part.is_word(atom)) {
      ++atom;
      continue;
    }
    FunderMention best;
    std::size_t length = longest_at(part, atom, candidates, best);
    const bool may_be_eu = part.lower_view(atom).starts_with('e');
    if (length == 0 && may_be_eu && european_union_ != nullptr) length = match_eu(part, atom, best);
    if (length > 0) {
      best.part = part_index;
      best.in_parentheses = atom > 0 && part.is_symbol(atom - 1, "(");
      out.push_back(std::move(best));
    }
    atom += std::max<std::size_t>(length, 1);
  }
}

namespace {

/// "Euroopan sosiaalirahasto plus (ESR+) -haku", "Euroopan sosiaalirahaston ESR+": the second name explains the first.
bool belong_together(const TextPart& part, const FunderMention& first, const FunderMention& second) {
  if (first.part != second.part || !first.tail.empty()) return false;
  const bool next = second.atoms.begin == first.atoms.end;
  const bool parenthesised = second.atoms.begin == first.atoms.end + 1 && part.is_symbol(first.atoms.end, "(");
  if (!next && !parenthesised) return false;
  return first.funder == second.funder || second.funder->id == first.funder->id + "+" || first.funder->id == "EU";
}

}  // namespace

std::vector<FunderMention> FunderNames::find(const FactText& text) const {
  std::vector<FunderMention> all;
  for (std::size_t i = 0; i < text.parts.size(); ++i) find_in(text.parts[i], i, all);
  std::vector<FunderMention> out;
  for (FunderMention& mention : all) {
    if (out.empty() || !belong_together(text.parts[mention.part], out.back(), mention)) {
      out.push_back(std::move(mention));
      continue;
    }
    const TextPart& part = text.parts[mention.part];
    FunderMention& whole = out.back();
    whole.funder = mention.funder;
    whole.atoms.end = mention.atoms.end;
    whole.tail = mention.tail;
    if (whole.name_case == Case::nominative) whole.name_case = mention.name_case;
    if (part.is_symbol(whole.atoms.end, ")")) whole.atoms.end = read_tail(part, whole.atoms.end + 1, whole.tail);
  }
  return out;
}

bool FunderNames::is_funder(std::string_view name) const {
  FactText text;
  text.parts.push_back(scan_part(name));
  const auto found = find(text);
  return found.size() == 1 && found[0].atoms.begin == 0 && found[0].atoms.end == text.parts[0].atoms.size();
}

}  // namespace pykala::indexer
