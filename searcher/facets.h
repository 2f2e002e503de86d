// SPDX-License-Identifier: GPL-2.0-or-later
// Facets: exact counts of values over a set of documents.
#pragma once

#include <xapian.h>

#include <functional>
#include <vector>

#include "searcher/deadline.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Every document that matches, in order of docid. Counts nothing but the match itself: no weights, no limits.
[[nodiscard]] std::vector<Xapian::docid> matching_documents(const Xapian::Query& query, const Index& index,
                                                            const Deadline* deadline = nullptr);

/// Counts the values of one field over `documents`. Values of the index that the request's filter selects are
/// always given, also with count 0; unknown is a value. `contains` of the request leaves only values with such a name.
/// Order: most frequent first, years newest first.
[[nodiscard]] Facet count_facet(const FacetRequest& request, const std::vector<Xapian::docid>& documents,
                                const std::vector<Filter>& filters, const Index& index, UiLanguage lang);

/// The facets of a request over its `documents`. A field that a filter narrows is counted over what matches without
/// that filter, `documents_without(field)`, so that the other values can be chosen too.
[[nodiscard]] std::vector<Facet> count_facets(
    const Request& request, const std::vector<Xapian::docid>& documents,
    const std::function<std::vector<Xapian::docid>(schema::FieldId)>& documents_without, const Index& index);

}  // namespace pykala::searcher
