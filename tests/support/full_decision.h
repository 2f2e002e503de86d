// SPDX-License-Identifier: GPL-2.0-or-later
// A decision with something in every member.
#pragma once

#include "indexer/decision.h"

namespace pykala::test {

inline schema::Decision full_decision() {
  using namespace schema;
  Decision d;
  d.id = "HEL-2017-900001/17";
  d.source = "a.txt";
  d.kind = Kind::motion;
  d.language = "fi";
  d.title = "Avustuksen hakeminen \"Lähitupa\"";
  d.date = "2017-05-17";
  d.decision_maker = DecisionMaker{"U02100VH2", "Kansliapäällikkö"};
  d.section = 17;
  d.case_number = "HEL 2017-900001";
  d.classification = Classification{"02 05 02", "Hankerahoitus"};
  d.parts = {{"Päätös", PartRole::decision, "Teksti\n\nToinen."}, {std::nullopt, PartRole::other, "x"}};
  d.funders = {{"STEA", FunderRelation::funds, "STEA:lta"}};
  d.amounts = {{30500000, "EUR", AmountRole::grant, "STEA", "305 000 euroa"}};
  d.organisations = {"Lähitupa ry"};
  d.period = Period{"2018-01-01", std::nullopt};
  d.cites = {{"Kansliapäällikkö", "2016-08-04", 164, std::nullopt, "Aiempi", "X1"}};
  d.attachments = {{1, "Liite"}};
  d.is_public = false;
  d.expires = "2030-01-01";
  d.url = "https://example.org/1";
  return d;
}

}  // namespace pykala::test
