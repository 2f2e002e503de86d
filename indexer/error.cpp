// SPDX-License-Identifier: GPL-2.0-or-later
// Names and exit statuses of error codes.
#include "indexer/error.h"

namespace pykala::schema {

const char* code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::bad_data:
      return "bad_data";
    case ErrorCode::bad_request:
      return "bad_request";
    case ErrorCode::unknown_field:
      return "unknown_field";
    case ErrorCode::bad_query:
      return "bad_query";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::no_index:
      return "no_index";
    case ErrorCode::index_version:
      return "index_version";
    case ErrorCode::unavailable:
      return "unavailable";
    case ErrorCode::io:
      return "io";
    case ErrorCode::locked:
      return "locked";
  }
  return "";
}

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::unknown_field:
    case ErrorCode::bad_query:
    case ErrorCode::bad_request:
      return 2;
    case ErrorCode::bad_data:
    case ErrorCode::index_version:
    case ErrorCode::not_found:
      return 65;
    case ErrorCode::no_index:
      return 66;
    case ErrorCode::unavailable:
      return 69;
    case ErrorCode::io:
      return 74;
    case ErrorCode::locked:
      return 75;
  }
  return 70;
}

}  // namespace pykala::schema
