// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision with its funders. Out: sums of money, each once, in the order of the text, with role and, for a grant,
// whose money it is. Private: which parts count and which funder is nearest.
#include <algorithm>
#include <set>

#include "indexer/amount_roles.h"
#include "indexer/extract.h"
#include "indexer/extract_text.h"
#include "indexer/fact_words.h"
#include "indexer/funder_names.h"
#include "indexer/limits.h"

namespace pykala::indexer {
namespace {

std::uint32_t title_flags_of(const FactText& text) {
  for (const TextPart& part : text.parts)
    if (part.is_title) return flags_in(part, {0, part.atoms.size()});
  return 0;
}

/// The sums of each part; none in parts that never state a fact of the decision.
std::vector<std::vector<MoneySum>> sums_of(const FactText& text) {
  std::vector<std::vector<MoneySum>> out;
  for (const TextPart& part : text.parts) {
    const bool left_out = is_boilerplate(part.role) || part.role == schema::PartRole::contact;
    out.push_back(left_out ? std::vector<MoneySum>{} : scan_money(part));
  }
  return out;
}

/// Where one part names funders.
std::vector<Range> places_of(const std::vector<FunderMention>& mentions, std::size_t part) {
  std::vector<Range> out;
  for (const FunderMention& mention : mentions)
    if (mention.part == part) out.push_back(mention.atoms);
  return out;
}

/// Ids of the funders whose money the decision uses.
std::vector<std::string> giving(const schema::Decision& decision) {
  std::vector<std::string> out;
  for (const schema::Funder& funder : decision.funders)
    if (funder.relation == schema::FunderRelation::funds) out.push_back(funder.id);
  return out;
}

/// The giver named last before the sum in its sentence, else first after it, else the only giver of the decision.
std::optional<std::string> funder_of(const TextPart& part, std::size_t part_index, const MoneySum& sum,
                                     const std::vector<FunderMention>& mentions,
                                     const std::vector<std::string>& givers) {
  const Range sentence = part.sentence_of(sum.atoms.begin);
  std::optional<std::string> before, after;
  auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), sentence.begin, [&](const auto& each, std::size_t at) {
        return each.part != part_index ? each.part < part_index : each.atoms.begin < at;
      });
  for (; mention != mentions.end() && mention->part == part_index && mention->atoms.begin < sentence.end; ++mention) {
    if (std::find(givers.begin(), givers.end(), mention->funder->id) == givers.end()) continue;
    if (mention->atoms.begin < sum.atoms.begin)
      before = mention->funder->id;
    else if (!after)
      after = mention->funder->id;
  }
  if (before) return before;
  if (after) return after;
  return givers.size() == 1 ? std::optional(givers[0]) : std::nullopt;
}

}  // namespace

std::vector<schema::Amount> amounts_in(const schema::Decision& decision, const ScannedDecision& scanned) {
  const FactText& text = scanned.text;
  const std::vector<FunderMention>& mentions = scanned.funders;
  const std::vector<std::string> givers = giving(decision);
  const std::vector<std::vector<MoneySum>> all_sums = sums_of(text);
  const std::uint32_t title_flags = title_flags_of(text);
  std::vector<schema::Amount> out;
  std::set<std::pair<std::int64_t, bool>> seen;
  for (std::size_t i = 0; i < text.parts.size(); ++i) {
    const TextPart& part = text.parts[i];
    const std::vector<MoneySum>& sums = all_sums[i];
    if (sums.empty()) continue;
    const AmountPayers payers(part, places_of(mentions, i));
    schema::AmountRole role = schema::AmountRole::other;
    for (std::size_t index = 0; index < sums.size() && out.size() < schema::max_facts; ++index) {
      const MoneySum& sum = sums[index];
      role = role_of(part, payers, sums, index, role, title_flags);
      if (!seen.emplace(sum.cents, sum.markka).second) continue;
      schema::Amount amount;
      amount.cents = sum.cents;
      amount.currency = sum.markka ? "FIM" : "EUR";
      amount.role = role;
      if (amount.role == schema::AmountRole::grant) amount.funder = funder_of(part, i, sum, mentions, givers);
      amount.quote = part.quote(sum.atoms);
      out.push_back(std::move(amount));
    }
  }
  return out;
}

std::vector<schema::Amount> extract_amounts(const schema::Decision& decision) {
  return amounts_in(decision, scan_decision(decision));
}

}  // namespace pykala::indexer
