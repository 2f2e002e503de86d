// SPDX-License-Identifier: GPL-2.0-or-later
// Request problems: what can be wrong with an address that a person meets on the page, told in her language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/error.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// An error told in the language of the person.
struct RequestError : schema::Error {
  using schema::Error::Error;
};

enum class RequestProblem : std::uint8_t {
  unknown_name,     ///< second: names there are, or ""
  too_long,         ///< first: bytes
  no_number,        ///< first, second: least and most
  no_choice,        ///< first: choices
  no_value,         ///< first: the value, second: an example
  one_end,          ///< a range where one end of it belongs
  twice,            ///< a parameter that stands once stands twice
  page_and_offset,  ///< both are given
  too_many_values,  ///< first: how many there may be
  no_facet,         ///< first: the name, second: names there are
  facet_twice,      ///< first: the name
  no_meaning,       ///< second: why
  reversed,         ///< first, second: the ends
  past_window,      ///< first: how many hits can be paged through
};

/// Throws RequestError{bad_request, or unknown_field for `unknown_name`, or bad_query for `no_value`}, whose message
/// begins with `name`: the parameter, or empty.
[[noreturn]] void fail_request(RequestProblem problem, UiLanguage lang, std::string_view name,
                               const std::string& pointer, std::string_view first = {}, std::string_view second = {});

/// Throws RequestError for a range whose ends stand the wrong way round.
void check_ranges(const Request& request);

}  // namespace pykala::searcher
