// SPDX-License-Identifier: GPL-2.0-or-later
// In: a parsed Decision and which fields its source states. Out: the same Decision with the other facts filled in.
#include "indexer/extract.h"

namespace pykala::indexer {

void extract_facts(schema::Decision& decision, const schema::KnownFields& known) {
  const auto open = [&](schema::Field field) { return !known.test(static_cast<std::size_t>(field)); };
  if (open(schema::Field::funders)) decision.funders = extract_funders(decision);
  if (open(schema::Field::amounts)) decision.amounts = extract_amounts(decision);
  if (open(schema::Field::organisations)) decision.organisations = extract_organisations(decision);
  if (open(schema::Field::period)) decision.period = extract_period(decision);
  if (open(schema::Field::cites)) decision.cites = extract_citations(decision);
}

}  // namespace pykala::indexer
