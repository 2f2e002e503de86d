// SPDX-License-Identifier: GPL-2.0-or-later
// In: a Decision. Out: its text in atoms with what several extractors ask of it. Private: nothing.
#include "indexer/extract_text.h"

namespace pykala::indexer {

ScannedDecision scan_decision(const schema::Decision& decision) {
  ScannedDecision scanned{scan_text(decision), {}, {}};
  scanned.topic = topic_of(scanned.text);
  scanned.organisations = find_organisations(scanned.text);
  return scanned;
}

}  // namespace pykala::indexer
