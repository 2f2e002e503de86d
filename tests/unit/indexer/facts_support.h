// SPDX-License-Identifier: GPL-2.0-or-later
// What the tests of fact extraction share: a Decision out of sentences, and facts as short lines to compare. Every
// name, project and number in these tests is invented; offices and funders are real.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"

namespace facts_test {

inline pykala::schema::Decision decision_of(std::string_view title, std::string_view decision,
                                            std::string_view reasons = {}) {
  using pykala::schema::PartRole;
  pykala::schema::Decision out;
  out.title = std::string(title);
  out.date = "2023-01-01";
  out.section = 7;
  out.case_number = "HEL 2022-900001";
  out.decision_maker = pykala::schema::DecisionMaker{{}, "Sosiaali- ja terveyslautakunta"};
  out.parts.push_back({"Päätös", PartRole::decision, std::string(decision)});
  if (!reasons.empty()) out.parts.push_back({"Päätöksen perustelut", PartRole::reasons, std::string(reasons)});
  return out;
}

/// "a; b; c"
template <class List, class Format>
std::string joined(const List& list, Format&& format) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : "; ") + format(item);
  return out;
}

}  // namespace facts_test
