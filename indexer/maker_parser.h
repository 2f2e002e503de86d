// SPDX-License-Identifier: GPL-2.0-or-later
// The decision-maker as the text of a decision names it, and its id in the authority lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/decision.h"

namespace pykala::indexer {

/// The subject of the first sentence that decides something: "Va. tietotekniikka- ja viestintäjohtaja päätti hyväksyä"
/// -> "Tietotekniikka- ja viestintäjohtaja". Nothing when no such sentence begins the text.
[[nodiscard]] std::optional<std::string> maker_of_sentence(std::string_view text);

/// The better of the header's and the text's name: the text's when it is the same name written out ("Tiimipäällikkö" /
/// "Yritysvuokrauksen tiimipäällikkö"), or when the page around the text is in another language ("City Manager").
[[nodiscard]] std::string choose_maker(const std::string& header, const std::optional<std::string>& text);

/// Name with the office's id, where the lists have exactly one office of that name that existed on the decision's date;
/// without it for a decision of another city, by its case number.
[[nodiscard]] schema::DecisionMaker with_office_id(std::string name, const schema::Decision& decision);

}  // namespace pykala::indexer
