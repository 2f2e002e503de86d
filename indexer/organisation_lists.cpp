// SPDX-License-Identifier: GPL-2.0-or-later
// In: the organisations found by form or kind. Out: their neighbours in the same list that have neither. Private: the
// two shapes of such lists, items between commas and lines of members.
#include <algorithm>

#include "indexer/fact_words.h"
#include "indexer/organisation_names.h"

namespace pykala::indexer {
namespace {

constexpr std::size_t max_item_words = 6;

bool is_separator(const TextPart& part, std::size_t atom) {
  const std::string_view word = part.lower_view(atom);
  return part.is_symbol(atom, ",") || word == "ja" || word == "sekä" || word == "och" || word == "samt";
}

/// The item that begins at `atom`: its end, or `atom` when it is no name.
std::size_t item_end(const TextPart& part, std::size_t atom, std::size_t limit) {
  if (!is_capitalised(part.view(atom))) return atom;
  std::size_t end = atom, words = 0;
  while (end < limit && !is_separator(part, end) && words <= max_item_words) {
    const bool joined = part.is_symbol(end, "-") || part.is_symbol(end, "&");
    if (!part.is_word(end) && !joined && !part.is_number(end)) break;
    if (part.is_word(end)) ++words;
    if (part.is_word(end) && (part.flags(end) & ~static_cast<std::uint32_t>(support)) != 0) return atom;
    ++end;
  }
  const bool closed = end >= limit || is_separator(part, end) || part.is_symbol(end, ".");
  return closed && words <= max_item_words ? end : atom;
}

/// "…, African Care ry, Suomen pakolaisapu, Suomen venäjänkielisten keskusjärjestö sekä Väestöliitto."
void follow_list(const FactText& text, const OrganisationMention& from, std::vector<OrganisationMention>& out) {
  const TextPart& part = text.parts[from.part];
  const Range sentence = part.sentence_of(from.atoms.begin);
  std::size_t at = from.atoms.end;
  while (at < sentence.end && is_separator(part, at)) {
    ++at;
    const std::size_t end = item_end(part, at, sentence.end);
    if (end == at) return;
    out.push_back({part.quote({at, end}), from.part, {at, end}, Case::nominative, false});
    at = end;
  }
}

/// A line "Annika Aho, Arcada": where the part after its only comma begins; 0 when the line is another.
std::size_t member_of_line(const TextPart& part, Range line) {
  std::size_t comma = 0;
  for (std::size_t atom = line.begin; atom < line.end; ++atom) {
    if (!part.is_symbol(atom, ",")) continue;
    if (comma != 0) return 0;
    comma = atom;
  }
  const bool person = comma >= line.begin + 2 && comma <= line.begin + 5 && is_capitalised(part.view(line.begin)) &&
                      is_capitalised(part.view(comma - 1));
  return person && is_capitalised(part.view(comma + 1)) ? comma + 1 : 0;
}

/// Lines of members: where two of them name an association, the others name organisations too.
void add_members(const FactText& text, std::size_t index, const std::vector<OrganisationMention>& mentions,
                 std::vector<OrganisationMention>& out) {
  const TextPart& part = text.parts[index];
  std::size_t with_form = 0;
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), index,
                                  [](const OrganisationMention& each, std::size_t at) { return each.part < at; });
  for (; mention != mentions.end() && mention->part == index; ++mention)
    if (mention->has_legal_form && mention->atoms.begin > 0)
      with_form += member_of_line(part, part.sentence_of(mention->atoms.begin)) == mention->atoms.begin ? 1 : 0;
  if (with_form < 2) return;
  for (const Range& line : part.sentences) {
    const std::size_t begin = member_of_line(part, line);
    if (begin == 0 || line.end - begin > max_item_words) continue;
    out.push_back({part.quote({begin, line.end}), index, {begin, line.end}, Case::nominative, true});
  }
}

bool overlaps(const OrganisationMention& a, const OrganisationMention& b) {
  return a.part == b.part && a.atoms.begin < b.atoms.end && b.atoms.begin < a.atoms.end;
}

}  // namespace

void add_listed_organisations(const FactText& text, std::vector<OrganisationMention>& mentions) {
  std::vector<OrganisationMention> listed;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    // A list is one with at least two legal forms in a row, all in the nominative.
    const bool row = i > 0 && mentions[i].has_legal_form && mentions[i - 1].has_legal_form &&
                     mentions[i].name_case == Case::nominative && mentions[i - 1].name_case == Case::nominative &&
                     mentions[i].part == mentions[i - 1].part &&
                     mentions[i].atoms.begin == mentions[i - 1].atoms.end + 1;
    if (row) follow_list(text, mentions[i], listed);
    if (listed.size() > max_organisation_mentions) break;
  }
  for (std::size_t i = 0; i < text.parts.size(); ++i) add_members(text, i, mentions, listed);
  for (OrganisationMention& item : listed) {
    const auto place = std::lower_bound(mentions.begin(), mentions.end(), item, [](const auto& a, const auto& b) {
      return a.part != b.part ? a.part < b.part : a.atoms.begin < b.atoms.begin;
    });
    // A kind found there, "Suomen Venäjänkielisten Keskusjärjestö", is sure now that it stands among members.
    if (item.has_legal_form && place != mentions.end() && place->part == item.part &&
        place->atoms.begin == item.atoms.begin)
      place->has_legal_form = true;
    const bool taken = (place != mentions.end() && overlaps(*place, item)) ||
                       (place != mentions.begin() && overlaps(*(place - 1), item));
    if (taken || mentions.size() > 2 * max_organisation_mentions) continue;
    mentions.insert(place, std::move(item));
  }
}

}  // namespace pykala::indexer
