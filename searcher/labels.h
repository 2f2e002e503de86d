// SPDX-License-Identifier: GPL-2.0-or-later
// Labels and messages in the language of the person who asks; the words stand in one table.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "indexer/schema.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// Name of a facet value for people: "STEA" -> "Sosiaali- ja terveysjärjestöjen avustuskeskus"; an empty value, unknown
/// -> "ei tiedossa". An office whose name several have gets the name of the office above it in parentheses.
[[nodiscard]] std::string label_of(schema::FieldId field, const std::string& value, const Index& index,
                                   UiLanguage lang);

/// What a sum is: grant -> "avustus", own_share -> "omarahoitus".
[[nodiscard]] std::string amount_label(schema::AmountRole role, UiLanguage lang);

enum class Heading {
  cites,     ///< above the decisions that one cites
  cited_by,  ///< above those that cite it
  not_here,  ///< of a cited decision: not in the index
  of_case,   ///< after the number of decisions of a cited case
  and_more,  ///< before the number of those not listed
};
[[nodiscard]] std::string_view heading(Heading heading, UiLanguage lang);

enum class Message {
  prefix_cut,     ///< arguments: the prefix, how many words begin so
  no_such_value,  ///< arguments: the value, the field
};
[[nodiscard]] std::string message(Message message, UiLanguage lang, std::string_view first, std::string_view second);

/// "fi", "sv", "en"; nothing for other texts.
[[nodiscard]] std::optional<UiLanguage> ui_language(std::string_view code);

}  // namespace pykala::searcher
