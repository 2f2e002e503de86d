// SPDX-License-Identifier: GPL-2.0-or-later
// In: a parsed Decision and which fields its source states. Out: the same Decision with the other facts filled in.
#include "indexer/extract.h"

#include "indexer/extract_text.h"

namespace pykala::indexer {

void extract_facts(schema::Decision& decision, const schema::KnownFields& known) {
  const FactText text = scan_text(decision);
  const auto open = [&](schema::Field field) { return !known.test(static_cast<std::size_t>(field)); };
  if (open(schema::Field::funders)) decision.funders = funders_in(decision, text);
  if (open(schema::Field::amounts)) decision.amounts = amounts_in(decision, text);
  if (open(schema::Field::organisations)) decision.organisations = organisations_in(decision, text);
  if (open(schema::Field::period)) decision.period = period_in(decision, text);
  if (open(schema::Field::cites)) decision.cites = citations_in(decision, text);
}

}  // namespace pykala::indexer
