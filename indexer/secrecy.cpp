// SPDX-License-Identifier: GPL-2.0-or-later
// A Decision in, the same with what is secret left out. Which words say that it is secret stands in ParsingRules.
#include "indexer/secrecy.h"

#include "indexer/parsing_rules.h"

namespace pykala::indexer {

void keep_public(schema::Decision& decision, const std::string& secrecy, bool open_title) {
  const bool told_by_title = decision.title && ParsingRules::builtin().secret_title(*decision.title);
  schema::Decision open;
  open.id = decision.id;
  open.source = decision.source;
  open.kind = decision.kind;
  open.language = decision.language;
  open.title = told_by_title || (open_title && decision.title) ? decision.title : secrecy;
  open.date = decision.date;
  open.decision_maker = decision.decision_maker;
  open.section = decision.section;
  open.case_number = decision.case_number;
  open.classification = decision.classification;
  open.is_public = decision.is_public;
  open.expires = decision.expires;
  open.url = decision.url;
  if (secrecy != open.title) open.parts.push_back({std::nullopt, schema::PartRole::other, secrecy});
  decision = std::move(open);
}

}  // namespace pykala::indexer
