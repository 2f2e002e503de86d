// SPDX-License-Identifier: GPL-2.0-or-later
// Suspended hyphens: "ohjaus- ja neuvontapalvelut" says ohjauspalvelut too, "kaupunginhallitus ja -valtuusto"
// kaupunginvaltuusto.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/tokenizer.h"

namespace pykala::stemmers {

/// Compounds that a text says without writing them, at the place of the suspended word.
struct HiddenWord {
  std::size_t token = 0;  ///< index of the suspended token
  std::string text;       ///< lower case: "ohjauspalvelut"
};

/// Word (lower case) -> bytes where its later parts begin: "neuvontapalvelut" -> {8}. A hyphen counts as a boundary.
using BoundariesOf = std::function<std::vector<std::uint16_t>(std::string_view)>;

/// The hidden words of `tokens` in order of their suspended tokens. A list ends at a conjunction (ja, tai, sekä, eli,
/// och, eller, "/") or comma and at most `max_list_words` words on. Where the full word has more than two parts, each
/// way to divide it is given ("sosiaali- ja terveystoimiala": sosiaalitoimiala, sosiaaliala).
[[nodiscard]] std::vector<HiddenWord> expand_suspended(const std::vector<ScannedToken>& tokens,
                                                       const BoundariesOf& boundaries_of);

}  // namespace pykala::stemmers
