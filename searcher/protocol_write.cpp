// SPDX-License-Identifier: GPL-2.0-or-later
// Response -> JSON, and the one catch per request of batch mode.
#include <cmath>

#include "indexer/exchange.h"
#include "indexer/json.h"
#include "searcher/protocol.h"
#include "searcher/search.h"

namespace pykala::searcher {

using namespace schema;

namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json write(const Highlights& highlights) {
  Json out = Json::array();
  for (const auto& [begin, end] : highlights) out.push_back({begin, end});
  return out;
}

Json write(const std::vector<Snippet>& snippets) {
  Json out = Json::array();
  for (const Snippet& snippet : snippets)
    out.push_back({{"text", snippet.text}, {"highlights", write(snippet.highlights)}});
  return out;
}

/// The members of a decision that a hit repeats, in the form of the exchange format.
Json write(const Hit& hit) {
  const Json decision = parse_json(to_exchange(hit.decision));
  Json out = {{"id", hit.decision.id}, {"title", hit.title}};
  for (const char* key : {"date", "decision_maker", "section", "case_number", "classification", "kind", "language"}) {
    out[key] = decision.at(key);
  }
  out["funders"] = Json::array();
  for (const Funder& funder : hit.decision.funders) {
    if (funder.relation == FunderRelation::funds) out["funders"].push_back(funder.id);
  }
  for (const char* key : {"amounts", "organisations", "url"}) out[key] = decision.at(key);
  out["score"] = std::round(hit.score * 1e4) / 1e4;
  out["title_highlights"] = write(hit.title_highlights);
  out["snippets"] = write(hit.snippets);
  return out;
}

/// A year is a number, unknown is null, everything else is text.
Json write_value(FieldId id, const std::optional<std::string>& value) {
  if (!value) return nullptr;
  return field(id).type == FieldType::year ? Json(std::stoi(*value)) : Json(*value);
}

Json write(const Facet& facet) {
  Json out = Json::array();
  for (const FacetValue& value : facet.values) {
    out.push_back({{"value", write_value(facet.field, value.value)},
                   {"label", value.label},
                   {"count", value.count},
                   {"selected", value.selected}});
  }
  return out;
}

}  // namespace

std::string write_response(const Response& response, const std::string& request_id) {
  Json out = {{"protocol", protocol_version}, {"request_id", parse_json(request_id)},
              {"total", response.total},      {"took_ms", std::round(response.took_ms * 100) / 100},
              {"notes", response.notes},      {"hits", Json::array()},
              {"facets", Json::object()},     {"also_searched", Json::array()}};
  for (const AlsoSearched& also : response.also_searched) {
    out["also_searched"].push_back({{"typed", also.typed}, {"names", also.names}});
  }
  for (const Hit& hit : response.hits) out["hits"].push_back(write(hit));
  for (const Facet& facet : response.facets) out["facets"][std::string(field(facet.field).name)] = write(facet);
  return dump_json(out);
}

std::string write_error(const Error& error, const std::string& request_id) {
  const Json out = {
      {"protocol", protocol_version},
      {"request_id", parse_json(request_id)},
      {"error",
       {{"code", code_name(error.code)}, {"message", error.what()}, {"hint", error.hint}, {"pointer", error.pointer}}}};
  return dump_json(out);
}

std::string answer_line(Index& index, std::string_view json) {
  std::string request_id = "null";
  try {
    index.reopen();
    const Request request = read_request(json, request_id);
    return write_response(search(index, request), request_id);
  } catch (const Error& error) {
    return write_error(error, request_id);
  } catch (const std::exception& error) {
    return write_error(Error(ErrorCode::io, error.what(), "please report this request"), request_id);
  }
}

}  // namespace pykala::searcher
