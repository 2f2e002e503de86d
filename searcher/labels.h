// SPDX-License-Identifier: GPL-2.0-or-later
// Labels and messages in the language of the person who asks; the words stand in one table.
#pragma once

#include <string>
#include <string_view>

#include "indexer/decision.h"
#include "indexer/schema.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Name of a facet value for people: "STEA" -> "Sosiaali- ja terveysjärjestöjen avustuskeskus"; an empty value, unknown
/// -> "ei tiedossa". An office whose name several have gets the name of the office above it in parentheses.
[[nodiscard]] std::string label_of(schema::FieldId field, const std::string& value, const Index& index,
                                   UiLanguage lang);

/// A decision-maker's name for people: the office's own in Swedish where the lists have it ("Kanslichef"), as its facet
/// has; else what the document gives, else its id.
[[nodiscard]] std::string maker_label(const schema::DecisionMaker& maker, UiLanguage lang);

/// Label of a value that is ours (a kind, a language), in the language of the person; other values as they are.
[[nodiscard]] std::string value_label(schema::FieldId field, std::string_view value, UiLanguage lang);

/// What a sum is: grant -> "avustus", own_share -> "omarahoitus".
[[nodiscard]] std::string amount_label(schema::AmountRole role, UiLanguage lang);

enum class Heading {
  cites,     ///< above the decisions that one cites
  cited_by,  ///< above those that cite it
  not_here,  ///< of a cited decision: not in the index
  of_case,   ///< after the number of decisions of a cited case
  similar,   ///< above precedents: before the title of what they are precedents of
  and_more,  ///< before the number of those not listed
};
[[nodiscard]] std::string_view heading(Heading heading, UiLanguage lang);

/// Why a decision is a precedent: "sama luokka" for ReasonKind::classification; the values follow it.
[[nodiscard]] std::string_view reason_label(ReasonKind kind, UiLanguage lang);

enum class Message {
  pattern_cut,      ///< arguments: the pattern, how many words fit it
  pattern_no_word,  ///< argument: the pattern
  no_words,         ///< argument: what was typed, without a word in it
  no_such_value,    ///< arguments: the value, the field
  nearly_values,    ///< argument: values that are spelt nearly so
  other_values,     ///< argument: values that there are
  read_as,          ///< arguments: the value, the values whose names hold it
  also_searched,    ///< arguments: what was typed, its other names
  left_out,         ///< argument: what a minus takes out, "asunto"
  name_with_dash,   ///< arguments: "-hanke", read as a part of a name, and "hanke"
};
[[nodiscard]] std::string message(Message message, UiLanguage lang, std::string_view first,
                                  std::string_view second = {});

/// Name of a field for people: "päättäjä", "beslutsfattare", "decision_maker".
[[nodiscard]] std::string field_label(schema::FieldId field, UiLanguage lang);

/// "fi", "sv", "en"; nothing for other texts.
[[nodiscard]] std::optional<UiLanguage> ui_language(std::string_view code);

}  // namespace pykala::searcher
