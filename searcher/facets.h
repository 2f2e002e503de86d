// SPDX-License-Identifier: GPL-2.0-or-later
// Facets: exact counts of values over a set of documents.
#pragma once

#include <functional>
#include <vector>

#include "searcher/document_set.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

/// Counts the values of one field over `documents`. Values of the index that the request's filter selects are
/// always given, also with count 0; unknown is a value. `contains` of the request leaves only values with such a name.
/// Order: most frequent first, years newest first.
[[nodiscard]] Facet count_facet(const FacetRequest& request, const DocumentSet& documents,
                                const std::vector<Filter>& filters, const Index& index, UiLanguage lang);

/// The facets of a request over its `documents`. A field that a filter narrows is counted over what matches without
/// that filter, `documents_without(field)`, so that the other values can be chosen too.
[[nodiscard]] std::vector<Facet> count_facets(const Request& request, const DocumentSet& documents,
                                              const std::function<DocumentSet(schema::FieldId)>& documents_without,
                                              const Index& index);

}  // namespace pykala::searcher
