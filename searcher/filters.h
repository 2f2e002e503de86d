// SPDX-License-Identifier: GPL-2.0-or-later
// Filters: a Filter of a request -> a Xapian query without weight. Boolean terms and value ranges only.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// A filter's value in the form it has in the index: "hel-2017-005881" -> "HEL 2017-005881".
[[nodiscard]] std::string value_key(schema::FieldId field, const std::string& value);

/// The documents that one filter lets through. Says nothing of one machine's index, and is slow for ranges: every
/// document's value is looked at.
[[nodiscard]] Xapian::Query filter_query(const Filter& filter);
/// The same over one index, ranges from its columns in memory.
[[nodiscard]] Xapian::Query filter_query(const Filter& filter, const Index& index);

/// What of `query` may be shown, restricted by all filters but those on `except` (a facet ignores its own filter);
/// nullptr: by all.
[[nodiscard]] Xapian::Query with_filters(const Xapian::Query& query, const std::vector<Filter>& filters,
                                         const Index& index, const schema::FieldId* except = nullptr);

/// Reads the value of a query's `name:value` or of a command line option into a filter: "2017..2020", ">100000",
/// "17.5.2017..", "STEA"; "unknown" and its like for documents where it is not known. Throws Error{bad_query} with an
/// example when it does not fit the field.
[[nodiscard]] Filter parse_filter(schema::FieldId field, const std::string& value);

}  // namespace pykala::searcher
