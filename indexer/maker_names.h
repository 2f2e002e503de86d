// SPDX-License-Identifier: GPL-2.0-or-later
// Maker names: the decision-makers of a city that a running text names, in any case, as nominatives: "sosiaali- ja
// terveyslautakunnan" -> "Sosiaali- ja terveyslautakunta", "Khs" -> "Kaupunginhallitus".
#pragma once

#include <optional>
#include <string>

#include "indexer/fact_text.h"
#include "indexer/inflection.h"

namespace pykala::indexer {

struct MakerMention {
  std::string name;  ///< nominative, first letter capital, without "Va."; of a bare "lautakunta" just that
  Range atoms;
  Case name_case = Case::nominative;
  bool generic = false;  ///< "lautakunta", "sektionen": the one whose decision this is
  bool foreign = false;  ///< of another city or a joint authority: "Espoon kaupunginhallitus", "HUS:n hallitus"
};

/// The decision-maker whose last word is at `atom`, if that word is one. Looks back at most some ten words.
[[nodiscard]] std::optional<MakerMention> maker_at(const TextPart& part, std::size_t atom);

}  // namespace pykala::indexer
