// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: the funders it names, each once, `funds` or `mentioned`, those that fund first. Private: how the
// mentions of one funder add up and which funder stands back beside which.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "indexer/extract.h"
#include "indexer/extract_text.h"
#include "indexer/funder_relation.h"
#include "indexer/limits.h"
#include "indexer/unlisted_funders.h"

namespace pykala::indexer {
namespace {

/// A sentence of a part, by its first atom.
using Place = std::pair<std::size_t, std::size_t>;

struct Candidate {
  const schema::FunderName* funder = nullptr;
  int score = 0;
  std::string quote;
  bool central = false;        ///< shown to fund by the title or by what is decided
  std::vector<Place> funding;  ///< sentences that show it to fund
};

/// One candidate a funder, in the order of the text, with its best mention.
std::vector<Candidate> collect(const FactText& text, const DecisionTopic& topic,
                               const std::vector<FunderMention>& mentions) {
  std::vector<Candidate> out;
  std::map<std::string_view, std::size_t> seen;
  for (const FunderMention& mention : mentions) {
    const int score = relation_score(text, mention, topic, mentions);
    const auto [place, fresh] = seen.emplace(mention.funder->id, out.size());
    if (fresh) out.push_back({mention.funder, -1, {}, false, {}});
    Candidate& candidate = out[place->second];
    if (score >= funds_threshold) {
      const TextPart& part = text.parts[mention.part];
      candidate.funding.emplace_back(mention.part, part.sentence_of(mention.atoms.begin).begin);
      const bool decides = part.role == schema::PartRole::decision || part.role == schema::PartRole::proposal;
      candidate.central = candidate.central || part.is_title || decides;
    }
    if (score <= candidate.score) continue;
    candidate.score = score;
    candidate.quote = quote_of(text, mention);
  }
  return out;
}

Candidate* find(std::vector<Candidate>& candidates, std::string_view id) {
  const auto found =
      std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& each) { return each.funder->id == id; });
  return found == candidates.end() ? nullptr : &*found;
}

bool any_funds(const std::vector<Candidate>& candidates, const std::vector<std::string_view>& kinds,
               std::string_view except = {}) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
    return candidate.score >= funds_threshold && candidate.funder->id != except && candidate.funder->id != "EU" &&
           std::find(kinds.begin(), kinds.end(), candidate.funder->kind) != kinds.end();
  });
}

/// Authorities that hand out a fund's money, the fund behind a programme, and the union behind a fund stand back.
void stand_back(std::vector<Candidate>& candidates) {
  const bool fund = any_funds(candidates, {"eu_fund"});
  const bool programme = any_funds(candidates, {"programme"});
  const bool authority = any_funds(candidates, {"ministry", "agency"}, "ELY");
  for (Candidate& candidate : candidates) {
    const std::string_view id = candidate.funder->id;
    const bool regional = id == "ELY" || id == "UML" || id == "AVI";
    const bool programme_office = id == "OPH" && programme;
    const bool behind_programme = candidate.funder->kind == "eu_fund" && id != "ESR" && id != "ESR+" && programme;
    const bool recovery = id == "RRF" && authority;
    if ((regional && (fund || any_funds(candidates, {"regional"}, "UML"))) || programme_office || behind_programme ||
        recovery)
      candidate.score = 0;
  }
  // A predecessor beside its successor is history: RAY beside STEA.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> successors{
      {{"RAY", "STEA"}, {"TEKES", "BF"}, {"ESR", "ESR+"}, {"UIA", "EUI"}}};
  for (const auto& [predecessor, successor] : successors)
    if (Candidate* old = find(candidates, predecessor); old != nullptr)
      if (const Candidate* now = find(candidates, successor); now != nullptr && now->score >= funds_threshold)
        old->score = 0;
  // Money of "the EU" is said of a named fund.
  const bool union_funds = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
    return candidate.funder->id == "EU" && candidate.score >= funds_threshold;
  });
  for (Candidate& candidate : candidates)
    if (union_funds && (candidate.funder->id == "ELY" || candidate.funder->id == "UML")) candidate.score = 0;
  const bool named = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
    return candidate.funder->id != "EU" &&
           (candidate.funder->kind == "eu_fund" || candidate.funder->kind == "programme");
  });
  if (named) std::erase_if(candidates, [](const Candidate& candidate) { return candidate.funder->id == "EU"; });
}

/// Money of others that the reasons tell of: "Hanke itsessään saa avustuksensa STEA:lta" where the title is of a grant
/// of THL. Beside funders that the title or the decision names, one that only the rest names must share a sentence with
/// one of them ("OKM:n ja Taiken tuella"). An authority may name the fund whose money it hands out anywhere.
void keep_to_the_matter(std::vector<Candidate>& candidates) {
  std::set<Place> central;
  bool any = false;
  bool fund = false;
  for (const Candidate& candidate : candidates) {
    if (!candidate.central || candidate.score < funds_threshold) continue;
    any = true;
    fund = fund || (candidate.funder->kind != "ministry" && candidate.funder->kind != "agency" &&
                    candidate.funder->kind != "regional");
    central.insert(candidate.funding.begin(), candidate.funding.end());
  }
  if (!any) return;
  for (Candidate& candidate : candidates) {
    const bool handed_out = !fund && (candidate.funder->kind == "eu_fund" || candidate.funder->kind == "programme");
    const bool beside = std::any_of(candidate.funding.begin(), candidate.funding.end(),
                                    [&](const Place& place) { return central.contains(place); });
    if (!candidate.central && !handed_out && !beside) candidate.score = std::min(candidate.score, 1);
  }
}

}  // namespace

std::vector<schema::Funder> funders_in(const ScannedDecision& scanned) {
  const std::vector<FunderMention>& mentions = scanned.funders;
  std::vector<Candidate> candidates = collect(scanned.text, scanned.topic, mentions);
  stand_back(candidates);
  keep_to_the_matter(candidates);
  std::vector<schema::Funder> out;
  for (const Candidate& candidate : candidates)
    out.push_back(
        {candidate.funder->id,
         candidate.score >= funds_threshold ? schema::FunderRelation::funds : schema::FunderRelation::mentioned,
         candidate.quote});
  add_unlisted_funders(scanned, mentions, out);
  std::stable_sort(out.begin(), out.end(), [](const schema::Funder& a, const schema::Funder& b) {
    return a.relation == schema::FunderRelation::funds && b.relation != schema::FunderRelation::funds;
  });
  if (out.size() > schema::max_facts) out.resize(schema::max_facts);
  return out;
}

std::vector<schema::Funder> extract_funders(const schema::Decision& decision) {
  return funders_in(scan_decision(decision));
}

}  // namespace pykala::indexer
