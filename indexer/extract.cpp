// SPDX-License-Identifier: GPL-2.0-or-later
// In: a parsed Decision and which fields its source states. Out: the same Decision with the other facts filled in.
#include "indexer/extract.h"

#include <algorithm>

#include "indexer/extract_text.h"

namespace pykala::indexer {
namespace {

/// Citations that the source gives beside the text (Ahjo PreviousDecisions) stay; the text adds those not among them.
void add_citations(schema::Decision& decision, std::vector<schema::Citation> found) {
  for (schema::Citation& citation : found) {
    const bool stated = std::any_of(decision.cites.begin(), decision.cites.end(), [&](const schema::Citation& known) {
      return citation.date && known.date == citation.date && known.section == citation.section;
    });
    if (!stated) decision.cites.push_back(std::move(citation));
  }
}

}  // namespace

void extract_facts(schema::Decision& decision, const schema::KnownFields& known) {
  const ScannedDecision scanned = scan_decision(decision);
  const auto open = [&](schema::Field field) { return !known.test(static_cast<std::size_t>(field)); };
  if (open(schema::Field::funders)) decision.funders = funders_in(scanned);
  if (open(schema::Field::amounts)) decision.amounts = amounts_in(decision, scanned);
  if (open(schema::Field::organisations)) decision.organisations = organisations_in(scanned);
  if (open(schema::Field::period)) decision.period = period_in(decision, scanned);
  if (open(schema::Field::cites)) add_citations(decision, citations_in(decision, scanned.text));
}

}  // namespace pykala::indexer
