// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a typed query: a tree whose nodes point into the text, or a clear error.
#include "searcher/query_parser.h"
#include "tests/fuzz/checks.h"

namespace {

using pykala::fuzz::require;
using pykala::searcher::Query;
using pykala::searcher::QueryKind;

void check_node(const Query& query, std::size_t points, std::size_t depth) {
  require(depth < 200);
  require(query.begin <= query.end && query.end <= points);
  if (query.kind == QueryKind::except) require(query.children.size() == 1 || query.children.size() == 2);
  for (const Query& child : query.children) check_node(child, points, depth + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = pykala::fuzz::view(data, size);
  try {
    const Query query = pykala::searcher::parse_query(text);
    require(pykala::stemmers::is_valid_utf8(text) && size <= pykala::schema::max_query_bytes);
    check_node(query, pykala::stemmers::count_code_points(text), 0);
    require(!to_string(query).empty());
  } catch (const pykala::schema::Error& error) {
    require(*error.what() != '\0');
  }
  return 0;
}
