// SPDX-License-Identifier: GPL-2.0-or-later
// The parameters of a search URL <-> Request. API, pages, feed and export read the same names:
//   q                     the query
//   decision_maker, year, funder, organisation, classification, case_number, kind, language, sector
//                         filters, each as often as one likes; year also 2017..2020; "unknown" is a value
//   from, to              first and last day: 2017-05-17, 17.5.2017, 2017-05 or 2017
//   amount_from, amount_to  euros
//   sort                  relevance, newest, oldest or amount
//   limit, offset or page  hits of a page; page counts from 1
//   facets                decision_maker,year:50,organisation:asunnot: what to count, with how many values, or those
//                         whose name contains a text
//   snippet_length, lang, amount_statistics
//   collapse              case: one hit for each case
//   similar_to            id of a decision whose precedents are asked for
// An empty value is as if it were not there, as forms send empty boxes too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"
#include "searcher/server/http.h"

namespace pykala::searcher::server {

inline constexpr std::size_t default_facet_values = 10;
inline constexpr std::size_t default_facet_years = 50;

/// Throws RequestError{unknown_field} for a name that is none of these, RequestError{bad_request | bad_query} for a
/// wrong value or a single one given twice; the pointer is "/" and the name. Those of `others` are passed over: a
/// page's own. Mistakes are told in the language of `lang`, else in `standard`.
[[nodiscard]] Request request_from_parameters(const Parameters& parameters,
                                              const std::vector<std::string_view>& others = {},
                                              UiLanguage standard = UiLanguage::en);

/// The parameters of a request, without those that stand at their defaults; request_from_parameters gives the request
/// again. `page` when the offset is a whole number of pages.
[[nodiscard]] Parameters parameters_of(const Request& request);

/// Throws Error{unknown_field} when there is a parameter that is none of `known`, Error{bad_request} when one stands
/// twice: for handlers that take no search.
void check_parameters(const Parameters& parameters, const std::vector<std::string_view>& known,
                      UiLanguage standard = UiLanguage::en);

/// Throws Error{bad_request} for the first of `names` that is given: what has no meaning at an address is not passed
/// over in silence. `why` becomes the hint.
void refuse_parameters(const Parameters& parameters, const std::vector<std::string_view>& names,
                       const std::string& why);

/// First value of a parameter; empty when there is none.
[[nodiscard]] std::string_view parameter(const Parameters& parameters, std::string_view name);

}  // namespace pykala::searcher::server
