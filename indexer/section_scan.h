// SPDX-License-Identifier: GPL-2.0-or-later
// Section scan: "§ 164", "164 §", "(§ 227)", "§§ 12 ja 13" of decisions, told apart from sections of laws; and case
// numbers "HEL 2017-005881".
#pragma once

#include <string>
#include <vector>

#include "indexer/fact_text.h"

namespace pykala::indexer {

struct ScannedSection {
  int number = 0;
  Range atoms;             ///< the sign and the number
  bool inflected = false;  ///< "164 §:n", "pykälässä 164": as laws are cited, rarely decisions
  bool listed = false;     ///< goes on a list: "§§ 12–14", "§ 12 ja 13" have the day of the first
};

struct ScannedCase {
  std::string number;  ///< as usually written: "HEL 2017-005881"
  Range atoms;
};

/// "laki", "asetuksen" and compounds of them.
[[nodiscard]] bool is_law(std::string_view lower_word);

/// Sections that no law word ("lain", "luvun", "hallintosäännön") governs, in order.
[[nodiscard]] std::vector<ScannedSection> scan_sections(const TextPart& part);

[[nodiscard]] std::vector<ScannedCase> scan_cases(const TextPart& part);

}  // namespace pykala::indexer
