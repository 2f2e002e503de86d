// SPDX-License-Identifier: GPL-2.0-or-later
// long because both ways of each parameter stand side by side. Parameters in, Request out, and back. Private here: how
// one value is read, and what is said of a wrong one.
#include "searcher/server/request_parameters.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/error.h"
#include "indexer/json.h"
#include "indexer/limits.h"
#include "searcher/filters.h"
#include "searcher/labels.h"
#include "searcher/request_problem.h"

namespace pykala::searcher::server {

using namespace schema;

namespace {

constexpr std::string_view unknown_value = "unknown";
constexpr std::int64_t cents_of_euro = 100;

constexpr std::array<std::pair<std::string_view, Sort>, 4> sorts{
    {{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}, {"amount", Sort::amount}}};
constexpr std::array<std::pair<std::string_view, UiLanguage>, 3> languages{
    {{"fi", UiLanguage::fi}, {"sv", UiLanguage::sv}, {"en", UiLanguage::en}}};

constexpr std::array<std::pair<std::string_view, Collapse>, 2> collapses{
    {{"none", Collapse::none}, {"case", Collapse::by_case}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> flags{{{"true", true}, {"false", false}}};

/// The parameter that is read, and the language in which a mistake in it is told.
struct Place {
  std::string_view name;
  UiLanguage lang = UiLanguage::fi;
};

[[noreturn]] void fail(const Place& at, RequestProblem problem, const std::string& first = {},
                       const std::string& second = {}) {
  fail_request(problem, at.lang, at.name, schema::pointer_step(std::string(at.name)), first, second);
}

bool is_range(const FieldRow& row) {
  return row.type == FieldType::date || row.type == FieldType::amount;
}

const FieldRow* filter_called(std::string_view name) {
  for (const FieldRow& row : fields) {
    if (row.filter && !is_range(row) && row.name == name) return &row;
  }
  return nullptr;
}

std::vector<std::string_view> single_names() {
  return {"q",           "from",           "to",
          "amount_from", "amount_to",      "sort",
          "limit",       "offset",         "page",
          "facets",      "snippet_length", "lang",
          "collapse",    "similar_to",     "amount_statistics"};
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void fail_unknown(const Place& at, const std::vector<std::string_view>& known) {
  std::string names;
  for (const std::string_view one : known) names += (names.empty() ? "" : ", ") + std::string(one);
  fail(at, RequestProblem::unknown_name, {}, names);
}

std::size_t read_count(const Place& at, const std::string& text, std::size_t least, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
    fail(at, RequestProblem::no_number, std::to_string(least), std::to_string(most));
  }
  return number;
}

/// The value that `text` names in a table of names.
template <class Table>
auto read_choice(const Place& at, const std::string& text, const Table& table) {
  std::string names;
  for (const auto& [one, value] : table) {
    if (one == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(one);
  }
  fail(at, RequestProblem::no_choice, names);
}

template <class Table, class Value>
std::string_view name_in(const Table& table, Value wanted) {
  for (const auto& [name, value] : table) {
    if (value == wanted) return name;
  }
  return {};
}

const FieldRow& facet_called(const Place& at, const std::string& name) {
  std::string names;
  for (const FieldRow& row : fields) {
    if (!row.facet) continue;
    if (row.name == name) return row;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  fail(at, RequestProblem::no_facet, name, names);
}

/// "year", "year:50", "organisation:asunnot", "organisation:50:asunnot": how many values, and what their names contain.
FacetRequest read_facet(const Place& at, const std::string& text) {
  const auto colon = text.find(':');
  const FieldRow& row = facet_called(at, text.substr(0, colon));
  FacetRequest facet{row.id, row.id == FieldId::year ? default_facet_years : default_facet_values, {}};
  if (colon == std::string::npos) return facet;
  std::string rest = text.substr(colon + 1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789-"), rest.size());
  if (digits == rest.size() || rest[digits] == ':') {
    facet.limit = read_count(at, rest.substr(0, digits), 1, max_facet_values);
    rest.erase(0, digits + 1);
  }
  facet.contains = rest;
  return facet;
}

/// "decision_maker,year:50" -> what to count.
std::vector<FacetRequest> read_facets(const Place& at, const std::string& text) {
  std::vector<FacetRequest> facets;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const FacetRequest facet = read_facet(at, text.substr(begin, comma - begin));
    begin = comma + 1;
    if (std::any_of(facets.begin(), facets.end(), [&](const FacetRequest& f) { return f.field == facet.field; })) {
      fail(at, RequestProblem::facet_twice, std::string(field(facet.field).name));
    }
    facets.push_back(facet);
  }
  return facets;
}

Filter& filter_of(Request& request, FieldId id) {
  for (Filter& filter : request.filters) {
    if (filter.field == id) return filter;
  }
  return request.filters.emplace_back(Filter{id, {}, {}, {}});
}

/// parse_filter, whose error is told of the parameter.
Filter parse_parameter(const Place& at, FieldId id, const std::string& text, const std::string& typed) {
  try {
    return parse_filter(id, text);
  } catch (const Error&) {
    const std::string_view example = field(id).example;
    const auto value = std::min(example.find_first_not_of("<>\"", example.find(':') + 1), example.size());
    fail(at, RequestProblem::no_value, typed, std::string(example.substr(value)));
  }
}

void add_value(Request& request, const FieldRow& row, const Place& at, const std::string& text) {
  Filter& filter = filter_of(request, row.id);
  if (text == unknown_value) {
    filter.values.emplace_back(std::nullopt);
  } else {
    for (auto& value : parse_parameter(at, row.id, text, text).values) {
      if (std::find(filter.values.begin(), filter.values.end(), value) == filter.values.end())
        filter.values.push_back(value);
    }
  }
  if (filter.values.size() > max_filter_values) {
    fail(at, RequestProblem::too_many_values, std::to_string(max_filter_values));
  }
}

/// One end of a range of days or sums: "from=2017" is its first day, "to=2017" its last.
void add_bound(Request& request, FieldId id, const Place& at, const std::string& text, bool last) {
  constexpr std::string_view signs = "<>\xE2";  // ">2017" and "2017–" are whole ranges, not ends
  if (text.find("..") != std::string::npos || text.find_first_of(signs) == 0) fail(at, RequestProblem::one_end);
  const Filter one = parse_parameter(at, id, last ? ".." + text : text + "..", text);
  Filter& filter = filter_of(request, id);
  (last ? filter.to : filter.from) = last ? one.to : one.from;
}

void read_single(Request& request, const Place& at, const std::string& text, std::optional<std::size_t>& page) {
  const std::string_view name = at.name;
  if (name == "q") {
    if (text.size() > max_query_bytes) fail(at, RequestProblem::too_long, std::to_string(max_query_bytes));
    request.query = text;
  } else if (name == "from" || name == "to") {
    add_bound(request, FieldId::date, at, text, name == "to");
  } else if (name == "amount_from" || name == "amount_to") {
    add_bound(request, FieldId::amount, at, text, name == "amount_to");
  } else if (name == "sort") {
    request.sort = read_choice(at, text, sorts);
  } else if (name == "limit") {
    request.limit = read_count(at, text, 0, max_window);
  } else if (name == "offset") {
    request.offset = read_count(at, text, 0, max_window);
  } else if (name == "page") {
    page = read_count(at, text, 1, max_window);
  } else if (name == "facets") {
    request.facets = read_facets(at, text);
  } else if (name == "snippet_length") {
    request.snippet_length = read_count(at, text, 0, max_snippet_length);
  } else if (name == "lang") {
    request.lang = read_choice(at, text, languages);
  } else if (name == "collapse") {
    request.collapse = read_choice(at, text, collapses);
  } else if (name == "similar_to") {
    if (text.size() > max_id_bytes) fail(at, RequestProblem::too_long, std::to_string(max_id_bytes));
    request.similar_to = text;
  } else if (name == "amount_statistics") {
    request.amount_statistics = read_choice(at, text, flags);
  }
}

/// The language that the parameters ask for, before all of them are read.
UiLanguage asked_language(const Parameters& parameters, UiLanguage standard) {
  for (const auto& [name, value] : parameters) {
    if (name == "lang") return ui_language(value).value_or(standard);
  }
  return standard;
}

/// 100050 -> "1000.50", 100000 -> "1000".
std::string euros(const std::string& cents) {
  const std::int64_t number = std::stoll(cents);
  const std::string rest = std::to_string(number % cents_of_euro);
  if (number % cents_of_euro == 0) return std::to_string(number / cents_of_euro);
  return std::to_string(number / cents_of_euro) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

void add_filter(const Filter& filter, Parameters& out) {
  const bool amount = filter.field == FieldId::amount;
  const auto bound = [&](const char* date_name, const char* amount_name, const std::optional<std::string>& value) {
    if (value) out.push_back({amount ? amount_name : date_name, amount ? euros(*value) : *value});
  };
  bound("from", "amount_from", filter.from);
  bound("to", "amount_to", filter.to);
  for (const auto& value : filter.values) {
    out.push_back({std::string(field(filter.field).name), value.value_or(std::string(unknown_value))});
  }
}

}  // namespace

Request request_from_parameters(const Parameters& parameters, const std::vector<std::string_view>& others,
                                UiLanguage standard) {
  Request request;
  std::vector<std::string_view> seen;
  std::optional<std::size_t> page;
  const UiLanguage lang = asked_language(parameters, standard);
  const auto singles = single_names();
  for (const auto& [name, value] : parameters) {
    if (has(others, name)) continue;
    const Place at{name, lang};
    const FieldRow* row = filter_called(name);
    if (row == nullptr && !has(singles, name)) {
      auto known = singles;
      for (const FieldRow& one : fields) {
        if (filter_called(one.name) == &one) known.push_back(one.name);
      }
      fail_unknown(at, known);
    }
    if (value.empty()) continue;
    if (row != nullptr) {
      add_value(request, *row, at, value);
      continue;
    }
    if (has(seen, name)) fail(at, RequestProblem::twice);
    seen.push_back(name);
    read_single(request, at, value, page);
  }
  if (page && has(seen, "offset")) fail({"page", lang}, RequestProblem::page_and_offset);
  if (page) request.offset = (*page - 1) * request.limit;
  return request;
}

Parameters parameters_of(const Request& request) {
  const Request standard;
  Parameters out;
  if (!request.query.empty()) out.push_back({"q", request.query});
  for (const Filter& filter : request.filters) add_filter(filter, out);
  if (request.sort != standard.sort) out.push_back({"sort", std::string(name_in(sorts, request.sort))});
  if (request.limit != standard.limit) out.push_back({"limit", std::to_string(request.limit)});
  if (request.offset > 0) {
    const bool whole = request.limit > 0 && request.offset % request.limit == 0;
    out.push_back(whole ? NameValue{"page", std::to_string(request.offset / request.limit + 1)}
                        : NameValue{"offset", std::to_string(request.offset)});
  }
  std::string facets;
  for (const FacetRequest& facet : request.facets) {
    facets += (facets.empty() ? "" : ",") + std::string(field(facet.field).name) + ":" + std::to_string(facet.limit);
    if (!facet.contains.empty()) facets += ":" + facet.contains;
  }
  if (!facets.empty()) out.push_back({"facets", facets});
  if (request.snippet_length != standard.snippet_length)
    out.push_back({"snippet_length", std::to_string(request.snippet_length)});
  if (request.collapse != standard.collapse)
    out.push_back({"collapse", std::string(name_in(collapses, request.collapse))});
  if (request.similar_to) out.push_back({"similar_to", *request.similar_to});
  if (request.amount_statistics) out.push_back({"amount_statistics", "true"});
  if (request.lang != standard.lang) out.push_back({"lang", std::string(name_in(languages, request.lang))});
  return out;
}

void check_parameters(const Parameters& parameters, const std::vector<std::string_view>& known, UiLanguage standard) {
  const UiLanguage lang = asked_language(parameters, standard);
  std::vector<std::string_view> seen;
  for (const NameValue& one : parameters) {
    if (!has(known, one.name)) fail_unknown({one.name, lang}, known);
    if (has(seen, one.name)) fail({one.name, lang}, RequestProblem::twice);
    seen.push_back(one.name);
  }
}

void refuse_parameters(const Parameters& parameters, const std::vector<std::string_view>& names,
                       const std::string& why) {
  const UiLanguage lang = asked_language(parameters, UiLanguage::en);
  for (const NameValue& one : parameters) {
    if (!one.value.empty() && has(names, one.name)) fail({one.name, lang}, RequestProblem::no_meaning, {}, why);
  }
}

std::string_view parameter(const Parameters& parameters, std::string_view name) {
  for (const NameValue& one : parameters) {
    if (one.name == name) return one.value;
  }
  return {};
}

}  // namespace pykala::searcher::server
