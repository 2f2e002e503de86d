// SPDX-License-Identifier: GPL-2.0-or-later
// JSON -> Request, strictly; every helper gets the JSON pointer of what it reads.
#include <cmath>

#include "indexer/iso_date.h"
#include "indexer/json.h"
#include "indexer/limits.h"
#include "searcher/draft.h"
#include "searcher/labels.h"
#include "searcher/protocol.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr double max_euros = 1e12;

[[noreturn]] void fail(const std::string& pointer, const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorCode::bad_request, what, hint, pointer);
}

std::string read_text(const Json& value, const std::string& pointer, std::size_t max_bytes = max_query_bytes) {
  if (!value.is_string()) fail(pointer, "must be a string");
  auto text = value.get<std::string>();
  if (text.size() > max_bytes) fail(pointer, "is longer than " + std::to_string(max_bytes) + " bytes");
  return text;
}

std::size_t read_count(const Json& value, const std::string& pointer, std::size_t most) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) {
    fail(pointer, "must be a whole number from 0 to " + std::to_string(most));
  }
  return value.get<std::size_t>();
}

bool read_flag(const Json& value, const std::string& pointer) {
  if (!value.is_boolean()) fail(pointer, "must be true or false");
  return value.get<bool>();
}

/// Names of the fields that `wanted` holds for, for hints: "decision_maker, year, funder".
template <class Wanted>
std::string names_of(Wanted wanted) {
  std::string names;
  for (const FieldRow& row : fields) {
    if (wanted(row)) names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  return names;
}

const FieldRow* field_called(const std::string& name) {
  for (const FieldRow& row : fields) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string read_value(const Json& value, const FieldRow& row, const std::string& pointer) {
  if (row.type == FieldType::year) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 9999)
      fail(pointer, "must be a year, for example 2017, or null");
    return std::to_string(value.get<int>());
  }
  const std::string text = read_text(value, pointer);
  if (text.empty()) fail(pointer, "is empty", "use null for decisions where the value is not known");
  return text;
}

Filter read_values(const Json& list, const FieldRow& row, const std::string& pointer) {
  Filter filter{row.id, {}, {}, {}};
  const Json values = list.is_array() ? list : Json::array({list});
  if (values.size() > max_filter_values)
    fail(pointer, "has more than " + std::to_string(max_filter_values) + " values");
  if (values.empty()) fail(pointer, "has no values", "leave the filter out to let everything through");
  std::size_t n = 0;
  for (const Json& value : values) {
    const std::string at = list.is_array() ? pointer + "/" + std::to_string(n++) : pointer;
    filter.values.push_back(value.is_null() ? std::nullopt : std::optional(read_value(value, row, at)));
  }
  return filter;
}

std::string read_bound(const Json& value, FieldType type, const std::string& pointer) {
  if (type == FieldType::date) {
    const std::string date = read_text(value, pointer);
    if (!is_iso_date(date)) fail(pointer, "is not a date", "write dates as 2017-05-17");
    return date;
  }
  if (!value.is_number() || !(value.get<double>() >= 0) || value.get<double>() > max_euros)
    fail(pointer, "must be a sum in euros");
  return std::to_string(std::llround(value.get<double>() * 100));
}

Filter read_range(const Json& range, const FieldRow& row, const std::string& pointer) {
  if (range.is_null()) return {row.id, {std::nullopt}, {}, {}};
  if (!range.is_object()) fail(pointer, "must be an object, or null", "for example {\"from\": ..., \"to\": null}");
  Filter filter{row.id, {}, {}, {}};
  for (const auto& [key, value] : range.items()) {
    const std::string at = pointer + pointer_step(key);
    if (key != "from" && key != "to")
      throw Error(ErrorCode::unknown_field, "unknown key \"" + key + "\"", "one of: from, to", at);
    if (value.is_null()) continue;
    (key == "from" ? filter.from : filter.to) = read_bound(value, row.type, at);
  }
  if (!filter.from && !filter.to)
    fail(pointer, "has neither from nor to", "leave the filter out to let everything through");
  return filter;
}

std::vector<Filter> read_filters(const Json& filters, const std::string& pointer) {
  if (!filters.is_object()) fail(pointer, "must be an object");
  std::vector<Filter> out;
  for (const auto& [key, value] : filters.items()) {
    const std::string at = pointer + pointer_step(key);
    const FieldRow* row = field_called(key);
    if (row == nullptr || !row->filter) {
      throw Error(ErrorCode::unknown_field, "no filter is called \"" + key + "\"",
                  "one of: " + names_of([](const FieldRow& f) { return f.filter; }), at);
    }
    const bool range = row->type == FieldType::date || row->type == FieldType::amount;
    out.push_back(range ? read_range(value, *row, at) : read_values(value, *row, at));
  }
  return out;
}

/// 20, or {"limit": 20, "contains": "kult"}.
FacetRequest read_facet(const Json& value, FieldId id, const std::string& pointer) {
  FacetRequest facet{id, 0, {}};
  if (!value.is_object()) {
    facet.limit = read_count(value, pointer, max_facet_values);
    return facet;
  }
  facet.limit = FacetRequest{}.limit;
  for (const auto& [key, member] : value.items()) {
    const std::string at = pointer + pointer_step(key);
    if (key == "limit") {
      facet.limit = read_count(member, at, max_facet_values);
    } else if (key == "contains") {
      facet.contains = read_text(member, at);
    } else {
      throw Error(ErrorCode::unknown_field, "unknown key \"" + key + "\"", "one of: limit, contains", at);
    }
  }
  return facet;
}

std::vector<FacetRequest> read_facets(const Json& facets, const std::string& pointer) {
  if (!facets.is_object()) fail(pointer, "must be an object", "for example {\"year\": 10}");
  std::vector<FacetRequest> out;
  for (const auto& [key, value] : facets.items()) {
    const std::string at = pointer + pointer_step(key);
    const FieldRow* row = field_called(key);
    if (row == nullptr || !row->facet) {
      throw Error(ErrorCode::unknown_field, "no facet is called \"" + key + "\"",
                  "one of: " + names_of([](const FieldRow& f) { return f.facet; }), at);
    }
    out.push_back(read_facet(value, row->id, at));
  }
  return out;
}

Sort read_sort(const Json& value, const std::string& pointer) {
  const std::string name = read_text(value, pointer);
  if (name == "relevance") return Sort::relevance;
  if (name == "newest") return Sort::newest;
  if (name == "oldest") return Sort::oldest;
  if (name == "amount") return Sort::amount;
  fail(pointer, "unknown order \"" + name + "\"", "one of: relevance, newest, oldest, amount");
}

Collapse read_collapse(const Json& value, const std::string& pointer) {
  const std::string name = read_text(value, pointer);
  if (name == "none") return Collapse::none;
  if (name == "case") return Collapse::by_case;
  fail(pointer, "unknown way to collapse \"" + name + "\"", "one of: none, case");
}

UiLanguage read_lang(const Json& value, const std::string& pointer) {
  const auto lang = ui_language(read_text(value, pointer));
  if (!lang) fail(pointer, "unknown language", "one of: fi, sv, en");
  return *lang;
}

}  // namespace

Request read_request(std::string_view json, std::string& request_id) {
  request_id = "null";
  if (json.size() > max_request_bytes) {
    throw Error(ErrorCode::bad_request, "the request is longer than " + std::to_string(max_request_bytes) + " bytes");
  }
  const Json value = parse_json(json);
  if (!value.is_object())
    throw Error(ErrorCode::bad_request, "a request is a JSON object", "for example {\"query\": \"avustus\"}");
  if (const auto id = value.find("request_id"); id != value.end()) request_id = dump_json(*id);
  Request request;
  for (const auto& [key, member] : value.items()) {
    const std::string at = pointer_step(key);
    if (key == "query") {
      request.query = read_text(member, at);
    } else if (key == "filters") {
      request.filters = read_filters(member, at);
    } else if (key == "facets") {
      request.facets = read_facets(member, at);
    } else if (key == "sort") {
      request.sort = read_sort(member, at);
    } else if (key == "offset") {
      request.offset = read_count(member, at, max_window);
    } else if (key == "limit") {
      request.limit = read_count(member, at, max_window);
    } else if (key == "amount_statistics") {
      request.amount_statistics = read_flag(member, at);
    } else if (key == "snippet_length") {
      request.snippet_length = read_count(member, at, max_snippet_length);
    } else if (key == "collapse") {
      request.collapse = read_collapse(member, at);
    } else if (key == "similar_to") {
      request.similar_to = read_text(member, at);
    } else if (key == "similar_to_text") {
      request.similar_to_text = read_text(member, at, max_draft_bytes);
    } else if (key == "earlier_only") {
      request.earlier_only = read_flag(member, at);
    } else if (key == "lang") {
      request.lang = read_lang(member, at);
    } else if (key != "request_id") {
      throw Error(ErrorCode::unknown_field, "unknown key \"" + key + "\"",
                  "one of: request_id, query, filters, facets, amount_statistics, sort, offset, limit, snippet_length, "
                  "collapse, "
                  "similar_to, similar_to_text, earlier_only, lang",
                  at);
    }
  }
  if (request.similar_to && request.similar_to_text)
    fail("/similar_to_text", "stands beside similar_to", "ask for one of them");
  return request;
}

}  // namespace pykala::searcher
