// SPDX-License-Identifier: GPL-2.0-or-later
// A problem in, an Error out. The words stand in one table, a row a problem, in the order of the enum.
#include "searcher/request_problem.h"

#include <array>

#include "searcher/wording.h"

namespace pykala::searcher {

using schema::ErrorCode;
using schema::FieldId;

namespace {

struct Row {
  Words what, hint;
};

constexpr Words one_of{"jokin näistä: {2}", "någon av: {2}", "one of: {2}"};
constexpr Words nothing{"", "", ""};
constexpr Words example{"esimerkiksi {2}", "till exempel {2}", "for example {2}"};
constexpr Words once{"anna se kerran", "ge den en gång", "give it once"};

constexpr std::array<Row, 14> rows{{
    {{"tuntematon parametri", "okänd parameter", "unknown parameter"}, one_of},
    {{"on pidempi kuin {1} tavua", "är längre än {1} byte", "is longer than {1} bytes"}, nothing},
    {{"on kokonaisluku väliltä {1}–{2}", "är ett heltal från {1} till {2}", "must be a whole number from {1} to {2}"},
     nothing},
    {{"on jokin näistä: {1}", "är någon av: {1}", "is one of: {1}"}, nothing},
    {{"ei voi olla \"{1}\"", "kan inte vara \"{1}\"", "cannot be \"{1}\""}, example},
    {{"on välin toinen pää, ei koko väli", "är ena änden av ett intervall", "is one end of a range"}, nothing},
    {{"on annettu kahdesti", "är given två gånger", "is given twice"}, once},
    {{"ja offset sanovat saman", "och offset säger samma sak", "and offset say the same"},
     {"anna toinen niistä", "ge en av dem", "give one of them"}},
    {{"saa enintään {1} arvoa", "får högst {1} värden", "has more than {1} values"}, nothing},
    {{"ei tunne arvojoukkoa \"{1}\"", "har ingen fasett \"{1}\"", "has no facet \"{1}\""},
     {"joitakin näistä: {2}", "några av: {2}", "some of: {2}"}},
    {{"mainitsee \"{1}\" kahdesti", "har \"{1}\" två gånger", "has {1} twice"}, once},
    {{"ei merkitse tässä mitään", "har ingen mening här", "has no meaning here"}, {"{2}", "{2}", "{2}"}},
    {{"alkaa vasta päättymisensä jälkeen: {1} on suurempi kuin {2}", "börjar efter sitt slut: {1} är större än {2}",
      "begins after it ends: {1} is greater than {2}"},
     {"anna pienempi ensin", "ge det mindre först", "give the smaller one first"}},
    {{"haussa voi selata enintään {1} osumaa", "man kan bläddra i högst {1} träffar", "offset + limit is at most {1}"},
     {"rajaa hakua suodattimilla", "avgränsa sökningen med filter", "narrow the search with filters"}},
}};
static_assert(rows.size() == static_cast<std::size_t>(RequestProblem::past_window) + 1);

/// "100000" cents -> "1000"; days as they are.
std::string shown_end(FieldId id, const std::string& end) {
  constexpr long long cents_of_euro = 100;
  return id == FieldId::amount ? std::to_string(std::stoll(end) / cents_of_euro) : end;
}

}  // namespace

void fail_request(RequestProblem problem, UiLanguage lang, std::string_view name, const std::string& pointer,
                  std::string_view first, std::string_view second) {
  const Row& row = rows[static_cast<std::size_t>(problem)];
  const bool unknown = problem == RequestProblem::unknown_name;
  std::string what = filled(pick(row.what, lang), first, second);
  if (unknown) what += " \"" + std::string(name) + "\"";
  if (!unknown && !name.empty()) what = std::string(name) + " " + what;
  const bool bare = second.empty() && pick(row.hint, lang).find("{2}") != std::string_view::npos;
  const ErrorCode code = unknown                               ? ErrorCode::unknown_field
                         : problem == RequestProblem::no_value ? ErrorCode::bad_query
                                                               : ErrorCode::bad_request;
  throw RequestError(code, what, bare ? std::string() : filled(pick(row.hint, lang), first, second), pointer);
}

void check_ranges(const Request& request) {
  for (const Filter& filter : request.filters) {
    if (!filter.from || !filter.to) continue;
    const bool amount = filter.field == FieldId::amount;
    const bool reversed = amount ? std::stoll(*filter.from) > std::stoll(*filter.to) : *filter.from > *filter.to;
    if (!reversed) continue;
    const schema::FieldRow& row = schema::field(filter.field);
    const std::array<std::string_view, 3> names{row.name_fi, row.name_sv, row.name};
    fail_request(RequestProblem::reversed, request.lang, names.at(static_cast<std::size_t>(request.lang)),
                 "/filters/" + std::string(row.name), shown_end(filter.field, *filter.from),
                 shown_end(filter.field, *filter.to));
  }
}

}  // namespace pykala::searcher
