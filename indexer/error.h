// SPDX-License-Identifier: GPL-2.0-or-later
// Error: everything that ends an operation. Caught per document, per request, and in main; nowhere else.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace pykala::schema {

enum class ErrorCode {
  usage,          ///< wrong option or argument
  bad_data,       ///< a document, request or stored record that cannot be read
  bad_request,    ///< a request that breaks a limit or has a wrong type
  unknown_field,  ///< a key, field, filter or facet that does not exist
  bad_query,      ///< a query that cannot be understood; `what` says where
  not_found,      ///< no such decision
  no_index,       ///< no index at that place
  index_version,  ///< an index of another schema version or analyser
  unavailable,    ///< a needed service or file is not there
  io,             ///< disk full, permission, broken file
  locked,         ///< another writer holds the index: try again
};

/// Name of the code in JSON, e.g. "unknown_field".
const char* code_name(ErrorCode code);
/// Exit status of a program that ends with it (DESIGN section 6): 2, 65, 66, 69, 74 or 75.
int exit_status(ErrorCode code);

struct Error : std::runtime_error {
  Error(ErrorCode error_code, const std::string& what, std::string error_hint = {}, std::string json_pointer = {})
      : std::runtime_error(what), code(error_code), hint(std::move(error_hint)), pointer(std::move(json_pointer)) {}
  ErrorCode code;
  std::string hint;     ///< what to do about it; may be empty
  std::string pointer;  ///< JSON pointer into the request, e.g. "/filters/foo"; may be empty
};

/// The hint of errors that only a new index helps against.
inline constexpr char make_index_anew[] = "make the index anew with: pykala-index update NEW_FOLDER SOURCE...";

}  // namespace pykala::schema
