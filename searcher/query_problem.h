// SPDX-License-Identifier: GPL-2.0-or-later
// Query problems: what can be wrong with a typed query, told in the language of the person, with the place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/error.h"
#include "searcher/request.h"

namespace pykala::searcher {

/// An error of a typed query that has a place in it.
struct QueryError : schema::Error {
  QueryError(const schema::Error& error, std::size_t at) : schema::Error(error), position(at) {}
  std::size_t position;  ///< code points of the query, from 0
};

enum class QueryProblem : std::uint8_t {
  unknown_field,     ///< first: the name, second: a field that is spelt nearly so, or ""
  no_value,          ///< first: "vuosi:", second: an example
  bad_value,         ///< first: the value, second: an example with the field's name
  or_sides,          ///< nothing on one side of OR
  and_sides,         ///< nothing on one side of AND
  nothing_after,     ///< nothing after the minus or NOT
  nothing_to_close,  ///< ")" without "("
  not_closed,        ///< "(" without ")"
  too_deep,          ///< first: how deep parentheses may go
  too_many_words,    ///< first: how many there may be
  long_phrase,       ///< first: how many words a phrase may have
  many_patterns,     ///< first: how many words may have a star
  too_long,          ///< first: bytes a query may have
  not_utf8,
  mark_in_value,   ///< first: "otsikko:-avustus", second: what to write instead
  star_in_phrase,  ///< first: "avustus hak*"
  bad_group,       ///< first: "(STEA OR)", a group of values that cannot be read, second: an example
  too_slow,        ///< first: seconds
};

/// Throws Error{bad_query, or unknown_field, or unavailable for `too_slow`}, a QueryError where the problem has a
/// place: `position` counts code points of the query from 0 and stands in the message from 1.
[[noreturn]] void fail_query(QueryProblem problem, UiLanguage lang, std::size_t position, std::string_view first = {},
                             std::string_view second = {});

}  // namespace pykala::searcher
