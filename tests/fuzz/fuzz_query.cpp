// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a typed query: a tree whose nodes point into the text, or a clear error with its place; as the value of
// every field: a filter or a clear error; as a pattern and a word: an answer.
#include "searcher/edit_distance.h"
#include "searcher/filters.h"
#include "searcher/patterns.h"
#include "searcher/query_parser.h"
#include "searcher/query_problem.h"
#include "searcher/value_names.h"
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

void check_value(std::string_view text) {
  using namespace pykala;
  for (const schema::FieldRow& row : schema::fields) {
    try {
      const searcher::Filter filter = searcher::parse_filter(row.id, std::string(text));
      require(!filter.values.empty() || filter.from || filter.to);
      (void)searcher::filter_query(filter);
    } catch (const schema::Error& error) {
      require(*error.what() != '\0' && !error.hint.empty());
    }
  }
}

void check_words(std::string_view text) {
  using namespace pykala;
  constexpr std::size_t most = 200;  // words of an index are shorter
  const std::string plain = searcher::plain(stemmers::cut_utf8(stemmers::repair_utf8(text), most));
  require(stemmers::is_valid_utf8(plain));
  const std::string half = plain.substr(0, plain.size() / 2);
  (void)searcher::fits_pattern(plain, half + "*");
  require(searcher::fits_pattern(plain, "*"));
  const std::u32string word = searcher::code_points(plain);
  require(searcher::edit_distance(word, word, 0) == 0);
  require(searcher::edit_distance(word, U"päätös", 20) <= 21);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = pykala::fuzz::view(data, size);
  try {
    const auto lang = static_cast<pykala::searcher::UiLanguage>(size % 3);
    const Query query = pykala::searcher::parse_query(text, lang);
    require(pykala::stemmers::is_valid_utf8(text) && size <= pykala::schema::max_query_bytes);
    check_node(query, pykala::stemmers::count_code_points(text), 0);
    require(!to_string(query).empty());
  } catch (const pykala::searcher::QueryError& error) {
    require(*error.what() != '\0' && !error.hint.empty() && error.pointer == "/query");
    require(error.position <= pykala::stemmers::count_code_points(text));
  } catch (const pykala::schema::Error& error) {
    require(*error.what() != '\0' && !error.hint.empty());
  }
  check_value(text);
  check_words(text);
  return 0;
}
