// SPDX-License-Identifier: GPL-2.0-or-later
// A problem and its place in, an Error out. The words stand in one table, a row a problem, in the order of the enum.
#include "searcher/query_problem.h"

#include <array>

#include "searcher/wording.h"

namespace pykala::searcher {

using schema::Error;
using schema::ErrorCode;

namespace {

struct Row {
  Words what, hint;
};

constexpr Words quotes{"sanat lainausmerkeissä haetaan sellaisinaan", "ord inom citattecken söks som de står",
                       "put words in quotes to search for them as they stand"};
constexpr Words fewer{"hae vähemmillä sanoilla", "sök med färre ord", "ask with fewer words"};
constexpr Words example{"esimerkiksi {2}", "till exempel {2}", "for example {2}"};

constexpr std::array<Row, 18> rows{{
    {{"kenttää \"{1}\" ei ole{2}", "det finns inget fält \"{1}\"{2}", "no field is called \"{1}\"{2}"}, quotes},
    {{"\"{1}\" on ilman arvoa", "\"{1}\" saknar värde", "\"{1}\" has no value"}, example},
    {{"\"{1}\" ei kelpaa kentän arvoksi", "\"{1}\" duger inte som värde", "\"{1}\" is no value of this field"},
     example},
    {{"TAI vaatii jotain molemmille puolilleen", "ELLER behöver något på båda sidor",
      "OR needs something on both sides"},
     quotes},
    {{"JA vaatii jotain molemmille puolilleen", "OCH behöver något på båda sidor", "AND needs something on both sides"},
     quotes},
    {{"miinuksen tai EI-sanan jälkeen ei ole mitään", "det står inget efter minus eller INTE",
      "nothing stands after the minus or NOT"},
     quotes},
    {{"tässä ei ole mitään suljettavaa", "här finns inget att stänga", "nothing to close here"}, quotes},
    {{"tätä sulkua ei ole suljettu", "den här parentesen är inte stängd", "this parenthesis is not closed"}, quotes},
    {{"sulkuja saa olla enintään {1} sisäkkäin", "parenteser får gå högst {1} djupt",
      "parentheses go at most {1} deep"},
     fewer},
    {{"haussa saa olla enintään {1} sanaa", "en sökning får ha högst {1} ord", "a query has at most {1} words"}, fewer},
    {{"lainauksessa saa olla enintään {1} sanaa", "en fras får ha högst {1} ord", "a phrase has at most {1} words"},
     fewer},
    {{"tähti saa olla enintään {1} sanassa", "högst {1} ord får ha en stjärna", "at most {1} words may have a *"},
     fewer},
    {{"haku on pidempi kuin {1} tavua", "sökningen är längre än {1} byte", "the query is longer than {1} bytes"},
     fewer},
    {{"haku ei ole kelvollista UTF-8:aa", "sökningen är inte giltig UTF-8", "the query is not valid UTF-8"}, fewer},
    {{"merkit = - * eivät toimi kentän arvossa: \"{1}\"", "tecknen = - * fungerar inte i ett fälts värde: \"{1}\"",
      "the marks = - * do not work in the value of a field: \"{1}\""},
     {"kirjoita {2}", "skriv {2}", "write {2}"}},
    {{"tähti ei toimi lainausmerkeissä: \"{1}\"", "stjärnan fungerar inte inom citattecken: \"{1}\"",
      "a star does not work in quotes: \"{1}\""},
     {"kirjoita tähdellinen sana lainausmerkkien ulkopuolelle", "skriv ordet med stjärna utanför citattecknen",
      "write the word with a star outside the quotes"}},
    {{"arvojen ryhmää \"{1}\" ei voi lukea", "gruppen av värden \"{1}\" kan inte läsas",
      "the group of values \"{1}\" cannot be read"},
     example},
    {{"haku kesti yli {1} s ja keskeytettiin", "sökningen tog över {1} s och avbröts",
      "the search took more than {1} s and was ended"},
     {"hae harvinaisemmilla sanoilla tai rajaa", "sök med ovanligare ord eller avgränsa",
      "ask with rarer words, or narrow it with filters"}},
}};
static_assert(rows.size() == static_cast<std::size_t>(QueryProblem::too_slow) + 1);

constexpr Words place{"merkki {1}: ", "tecken {1}: ", "at character {1}: "};
constexpr Words nearly{"; tarkoititko {1}:", "; menade du {1}:", "; did you mean {1}:"};

/// Problems of the query as a whole have no place of their own.
bool has_place(QueryProblem problem) {
  return problem != QueryProblem::too_long && problem != QueryProblem::not_utf8 && problem != QueryProblem::too_slow;
}

ErrorCode code_of(QueryProblem problem) {
  if (problem == QueryProblem::unknown_field) return ErrorCode::unknown_field;
  return problem == QueryProblem::too_slow ? ErrorCode::unavailable : ErrorCode::bad_query;
}

}  // namespace

void fail_query(QueryProblem problem, UiLanguage lang, std::size_t position, std::string_view first,
                std::string_view second) {
  const Row& row = rows[static_cast<std::size_t>(problem)];
  std::string more(second);
  if (problem == QueryProblem::unknown_field && !second.empty()) more = filled(pick(nearly, lang), second, {});
  std::string what = filled(pick(row.what, lang), first, more);
  if (has_place(problem)) what = filled(pick(place, lang), std::to_string(position + 1), {}) + what;
  const Error error(code_of(problem), what, filled(pick(row.hint, lang), first, second), "/query");
  if (has_place(problem)) throw QueryError(error, position);
  throw error;
}

}  // namespace pykala::searcher
