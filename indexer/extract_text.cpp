// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: its text in atoms with what several extractors ask of it. Private: the year of its date.
#include "indexer/extract_text.h"

#include "indexer/text_scan.h"

namespace pykala::indexer {
namespace {

std::optional<int> year_of(const schema::Decision& decision) {
  constexpr std::size_t digits = 4;
  if (!decision.date || decision.date->size() < digits) return std::nullopt;
  int year = 0;
  for (const char digit : decision.date->substr(0, digits)) {
    if (!is_digit(digit)) return std::nullopt;
    year = year * 10 + (digit - '0');
  }
  return year;
}

}  // namespace

ScannedDecision scan_decision(const schema::Decision& decision) {
  ScannedDecision scanned{scan_text(decision), {}, {}, {}};
  scanned.topic = topic_of(scanned.text);
  scanned.topic.year = year_of(decision);
  scanned.organisations = find_organisations(scanned.text);
  scanned.funders = FunderNames::builtin().find(scanned.text);
  return scanned;
}

}  // namespace pykala::indexer
