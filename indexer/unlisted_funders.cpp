// SPDX-License-Identifier: GPL-2.0-or-later
// In: text and the funders of the list found in it. Out: more funders, "OTHER:name". Private: what a giver looks like.
#include "indexer/unlisted_funders.h"

#include <algorithm>

#include "indexer/authority.h"
#include "indexer/decision_topic.h"
#include "indexer/fact_words.h"
#include "indexer/limits.h"
#include "indexer/organisation_names.h"

namespace pykala::indexer {
namespace {

using schema::FunderRelation;

bool any_funds(const std::vector<schema::Funder>& funders) {
  return std::any_of(funders.begin(), funders.end(),
                     [](const schema::Funder& funder) { return funder.relation == FunderRelation::funds; });
}

/// A fund of the union or of regional development among those that fund.
bool fund_gives(const std::vector<schema::Funder>& funders) {
  return std::any_of(funders.begin(), funders.end(), [](const schema::Funder& funder) {
    const schema::FunderName* listed = schema::Authority::builtin().funder(funder.id);
    return funder.relation == FunderRelation::funds && listed != nullptr &&
           (listed->kind == "eu_fund" || listed->kind == "regional");
  });
}

bool speaks_of_gift(const TextPart& part, Range sentence) {
  for (std::size_t atom = sentence.begin; atom < sentence.end; ++atom)
    if (holds_any(part.lower_view(atom), {"lahjoitu", "apuraha", "donation"})) return true;
  return false;
}

/// "Kotirannan säätiö lahjoittaa", "säätiöltä haetaan avustusta", "rahaston myöntämä apuraha".
bool is_giver(const TextPart& part, const OrganisationMention& mention) {
  const Range sentence = part.sentence_of(mention.atoms.begin);
  std::uint32_t after = 0;
  for (std::size_t atom = mention.atoms.end, words = 0; atom < sentence.end && words < 4; ++atom) {
    if (part.is_number(atom) || part.is_symbol(atom, "€")) continue;  // "säätiön 10 000 euron lahjoituksen"
    if (!part.is_word(atom)) break;
    after |= part.flags(atom);
    ++words;
  }
  const std::uint32_t all = flags_in(part, sentence);
  if ((all & negation) != 0) return false;
  const bool gives_money = (all & support) != 0;
  if (mention.name_case == Case::from) return gives_money && (all & (apply | receive | give)) != 0;
  if (mention.name_case == Case::genitive)
    return begins_with_any(part.lower_view(mention.atoms.end), {"myöntäm", "rahoittam", "lahjoittam", "beviljade"}) ||
           ((after & support) != 0 && speaks_of_gift(part, sentence));
  if (mention.name_case != Case::nominative || !gives_money) return false;
  const std::string_view next = part.lower_view(mention.atoms.end);
  for (const std::string_view verb : {"lahjoittaa", "lahjoitti", "rahoittaa", "rahoitti", "myönsi", "myöntää",
                                      "donerar", "donerade", "finansierar", "beviljade", "tukee"})
    if (next == verb) return true;
  return next == "on" &&
         holds_any(part.lower_view(mention.atoms.end + 1), {"lahjoittanut", "myöntänyt", "rahoittanut", "luvannut"});
}

/// "ottaa vastaan", "ta emot", "mottar"
bool takes_in(const TextPart& part, Range sentence) {
  for (std::size_t atom = sentence.begin; atom < sentence.end; ++atom) {
    const std::string_view word = part.lower_view(atom), next = part.lower_view(atom + 1);
    if (next == "vastaan" && begins_with_any(word, {"ottaa", "otti", "otetaan", "ottavat"})) return true;
    if (next == "emot" && begins_with_any(word, {"ta", "tar", "tog"})) return true;
    if (begins_with_any(word, {"mottar", "mottog", "mottagande"})) return true;
  }
  return false;
}

/// "valtionavustusta", "valtion erityisavustus": money of the state with no giver named.
void add_state(const FactText& text, std::vector<schema::Funder>& funders) {
  schema::Funder state{"OTHER:valtio", FunderRelation::mentioned, {}};
  bool named = false;
  for (const TextPart& part : text.parts) {
    if (is_boilerplate(part.role)) continue;
    for (std::size_t atom = 0; atom < part.atoms.size(); ++atom) {
      const std::string_view word = part.lower_view(atom);
      const bool compound =
          word.starts_with("valtionavustu") || word.starts_with("statsunderstöd") || word.starts_with("statsbidrag");
      const bool phrase = word == "valtion" && (part.flags(atom + 1) & support) != 0 &&
                          part.lower_view(atom + 1).find("rahoitusosuu") == std::string_view::npos;
      if (!compound && !phrase) continue;
      const std::uint32_t flags = flags_in(part, part.sentence_of(atom));
      const bool accepted = takes_in(part, part.sentence_of(atom));
      const bool applied = ((flags & apply) != 0 || accepted) && (flags & (negation | counter | statement)) == 0;
      if (!named || (applied && state.relation == FunderRelation::mentioned))
        state.quote = part.quote(part.sentence_of(atom));
      if (applied) state.relation = FunderRelation::funds;
      named = true;
    }
  }
  if (named) funders.push_back(std::move(state));
}

/// "LähiTapiola Etelä lahjoittaa": capitalised words before a verb of giving, with no legal form.
void find_donors(const TextPart& part, std::size_t index, std::vector<OrganisationMention>& out) {
  for (std::size_t verb = 1; verb < part.atoms.size() && out.size() < schema::max_facts; ++verb) {
    const std::string_view word = part.lower_view(verb);
    if (!word.starts_with('l') && !word.starts_with('d')) continue;  // most words
    if (!begins_with_any(word, {"lahjoittaa", "lahjoitti", "lahjoittan", "lahjoituks", "lahjoittama", "donera"}))
      continue;
    std::size_t end = verb;
    if (part.lower_view(end - 1) == "on" && end > 1) --end;
    while (end > 0 && (part.is_number(end - 1) || part.lower_view(end - 1) == "euron")) --end;
    const Range sentence = part.sentence_of(verb);
    std::size_t begin = end;
    while (begin > sentence.begin && end - begin < 6 &&
           (is_capitalised(part.view(begin - 1)) || (part.is_symbol(begin - 1, "-") && part.touches(begin))))
      --begin;
    if (begin == end || !is_capitalised(part.view(begin))) continue;
    const std::string last(part.view(end - 1));
    const bool genitive = begins_with_any(word, {"lahjoituks", "lahjoittama"});
    if (genitive != (to_nominative(last) != last)) continue;
    std::string name = part.quote({begin, end});
    if (genitive) name = name.substr(0, name.size() - last.size()) + to_nominative(last);
    out.push_back({std::move(name), index, {begin, end}, genitive ? Case::genitive : Case::nominative, false});
  }
}

bool overlaps_listed(const OrganisationMention& mention, const std::vector<FunderMention>& listed) {
  return std::any_of(listed.begin(), listed.end(), [&](const FunderMention& each) {
    return each.part == mention.part && each.atoms.begin < mention.atoms.end && mention.atoms.begin < each.atoms.end;
  });
}

}  // namespace

void add_unlisted_funders(const ScannedDecision& scanned, const std::vector<FunderMention>& mentions,
                          std::vector<schema::Funder>& funders) {
  const FactText& text = scanned.text;
  if (scanned.topic.statement || scanned.topic.monitoring) return;
  std::vector<OrganisationMention> candidates;
  for (const OrganisationMention& mention : scanned.organisations)
    if (is_giver(text.parts[mention.part], mention)) candidates.push_back(mention);
  for (std::size_t i = 0; i < text.parts.size(); ++i) find_donors(text.parts[i], i, candidates);
  for (const OrganisationMention& mention : candidates) {
    const TextPart& part = text.parts[mention.part];
    const std::string id = "OTHER:" + mention.name;
    const bool known = std::any_of(funders.begin(), funders.end(), [&](const auto& funder) { return funder.id == id; });
    if (known || is_boilerplate(part.role) || funders.size() >= schema::max_facts || overlaps_listed(mention, mentions))
      continue;
    // "Länsi-Suomen liitto" beside a fund only hands out its money.
    const bool hands_out = !mention.has_legal_form && mention.name.ends_with("n liitto") && fund_gives(funders);
    funders.push_back({id, hands_out ? FunderRelation::mentioned : FunderRelation::funds,
                       part.quote(part.sentence_of(mention.atoms.begin))});
  }
  const bool named = std::any_of(funders.begin(), funders.end(), [](const auto& funder) { return funder.id != "EU"; });
  if (!any_funds(funders) && !named) add_state(text, funders);
}

}  // namespace pykala::indexer
