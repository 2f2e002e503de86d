// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a JSON request: a request within the limits or an error that can be written as one.
#include "searcher/filters.h"
#include "searcher/protocol.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pykala;
  using fuzz::require;
  std::string request_id;
  try {
    const searcher::Request request = searcher::read_request(fuzz::view(data, size), request_id);
    require(request.limit <= schema::max_window && request.offset <= schema::max_window);
    require(request.snippet_length <= schema::max_snippet_length);
    require(request.query.size() <= schema::max_query_bytes);
    for (const searcher::Filter& filter : request.filters) {
      require(filter.values.size() <= schema::max_filter_values);
      require(!filter.values.empty() || filter.from || filter.to);
      (void)searcher::filter_query(filter);
    }
    (void)searcher::write_response({}, request_id);
  } catch (const schema::Error& error) {
    const std::string line = searcher::write_error(error, request_id);
    require(stemmers::is_valid_utf8(line) && line.find('\n') == std::string::npos);
  }
  return 0;
}
