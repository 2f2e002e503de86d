// SPDX-License-Identifier: GPL-2.0-or-later
// Card keys: which decisions are one matter, and which are one decision in two forms (minutes and an extract of them).
#pragma once

#include <string>

#include "indexer/decision.h"

namespace pykala::schema {

/// The same for two forms of one decision of a case: §, title and the letters and digits of what was decided (of the
/// whole text where no part is the decision). The id where there is no text.
[[nodiscard]] std::string copy_key(const Decision& decision);

/// What collapses decisions into one card: the key of the case number; without one, a hash of copy_key, so that copies
/// of one decision still make one card.
[[nodiscard]] std::string card_key(const Decision& decision);

}  // namespace pykala::schema
