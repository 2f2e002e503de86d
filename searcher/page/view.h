// SPDX-License-Identifier: GPL-2.0-or-later
// Views: the pieces of a page as JSON for its template, that several pages share.
#pragma once

#include <optional>
#include <string>

#include "indexer/decision.h"
#include "indexer/json.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher::page {

using schema::Json;

/// What every page has: texts as `t`, languages, links of the frame. `title` is the page's, `path` its address below
/// the language: "/search?q=lapsi".
[[nodiscard]] Json frame(UiLanguage lang, const std::string& title, const std::string& path);

/// Text and its highlights -> [{"text": "...", "mark": false}, {"text": "...", "mark": true}].
[[nodiscard]] Json marked(const std::string& text, const Highlights& highlights);

/// Short name of a funder, "STEA", and the long one, "Sosiaali- ja terveysjärjestöjen avustuskeskus"; of one that is
/// not in the list both are its name.
struct FunderNames {
  std::string brief, full;
};
[[nodiscard]] FunderNames funder_names(const std::string& id, UiLanguage lang);

/// "Kansliapäällikkö 17.5.2017, 17 §: Otsikko (HEL 2017-005881)": how a decision is referred to in a text.
[[nodiscard]] std::string citation_of(const schema::Decision& decision, const std::string& title, UiLanguage lang);

/// Sums with their roles and funders, the main one first: [{"sum": "305 000 €", "role": "avustus", "funder": "STEA",
/// "quote": "..."}]. The same sum in the same role stands once.
[[nodiscard]] Json amounts_view(const schema::Decision& decision, UiLanguage lang);

/// A link to all decisions with one value of a field.
[[nodiscard]] std::string value_url(schema::FieldId field, const std::string& value, UiLanguage lang);

/// fi, sv or en for the attribute lang; empty when the language is not known.
[[nodiscard]] std::string language_of(const schema::Decision& decision);

/// The key of a decision-maker, as the index has it: its id, else its name; empty when none is known.
[[nodiscard]] std::string maker_value(const schema::Decision& decision);

}  // namespace pykala::searcher::page
