// SPDX-License-Identifier: GPL-2.0-or-later
// Protocol: the JSON of requests and responses, version 1 (README has the shapes). Strict: an unknown key is an error
// with a JSON pointer; text in JSON is never markup.
#pragma once

#include <string>
#include <string_view>

#include "indexer/error.h"
#include "searcher/citations.h"
#include "searcher/index.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace pykala::searcher {

inline constexpr int protocol_version = 1;

/// One request object. `request_id`: its "request_id" as JSON text, "null" when there is none; set also when the rest
/// cannot be read. Throws Error{bad_data | bad_request | unknown_field} with a pointer.
[[nodiscard]] Request read_request(std::string_view json, std::string& request_id);

/// One line each, without the newline.
[[nodiscard]] std::string write_response(const Response& response, const std::string& request_id);
/// The decision in the exchange format, with what it cites and what cites it as its last member, "links".
[[nodiscard]] std::string write_decision(const schema::Decision& decision, const CitationLinks& links);
[[nodiscard]] std::string write_error(const schema::Error& error, const std::string& request_id);

/// Answers one line of batch mode: a response or an error, never an exception for what the request did wrong.
[[nodiscard]] std::string answer_line(Index& index, std::string_view json);

}  // namespace pykala::searcher
