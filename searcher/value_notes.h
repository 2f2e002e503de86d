// SPDX-License-Identifier: GPL-2.0-or-later
// Value notes: what a person means by the value of a field, and what to tell when no decision has it.
#pragma once

#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// The filter of a value as a person types it: by any of its names ("päätös" is the kind `decision`), or a part of one.
/// Throws Error{bad_query} as parse_filter does.
[[nodiscard]] Filter meant_filter(schema::FieldId field, const std::string& text, const Index& index);

/// Filters of a program or an address, whose values are keys: a value that the index does not have as a key is read as
/// a person's, "Kaupunginhallitus" for its office id.
[[nodiscard]] std::vector<Filter> meant_filters(std::vector<Filter> filters, const Index& index);

/// What a value of a person was read as, where it is only a part of names: "Kaupunginhallitu". Empty otherwise.
[[nodiscard]] std::vector<std::string> notes_on_reading(schema::FieldId field, const std::string& text,
                                                        const Index& index, UiLanguage lang);

/// One note for each value of the filter that the index does not have, with values that are spelt nearly so, else with
/// the most frequent ones. Years, dates, sums, sections and ids are not told of: a range need not be full.
[[nodiscard]] std::vector<std::string> notes_on_filter(const Filter& filter, const Index& index, UiLanguage lang);

}  // namespace pykala::searcher
