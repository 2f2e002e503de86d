// SPDX-License-Identifier: GPL-2.0-or-later
// Response -> JSON, and the one catch per request of batch mode.
#include <array>
#include <cmath>

#include "indexer/exchange.h"
#include "indexer/json.h"
#include "searcher/format.h"
#include "searcher/protocol.h"
#include "searcher/query_problem.h"
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
Json write(const Hit& hit, UiLanguage lang) {
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
  out["citation"] = citation_line(hit.decision, lang);
  out["score"] = std::round(hit.score * 1e4) / 1e4;
  out["case_decisions"] = hit.case_decisions;
  out["cites"] = hit.decision.cites.size();
  out["cited_by"] = hit.cited_by;
  out["title_highlights"] = write(hit.title_highlights);
  out["snippets"] = write(hit.snippets);
  return out;
}

Json write(const LinkedDecision& linked) {
  Json maker = nullptr;
  if (linked.decision_maker)
    maker = {{"id", or_null(linked.decision_maker->id)}, {"name", linked.decision_maker->name}};
  return {{"id", linked.id},
          {"title", linked.title},
          {"date", or_null(linked.date)},
          {"decision_maker", std::move(maker)},
          {"section", or_null(linked.section)},
          {"case_number", or_null(linked.case_number)}};
}

Json write(const CitedDecision& cited) {
  const Citation& c = cited.citation;
  return {{"decision_maker", or_null(c.decision_maker)},
          {"date", or_null(c.date)},
          {"section", or_null(c.section)},
          {"case_number", or_null(c.case_number)},
          {"title", or_null(c.title)},
          {"id", or_null(c.id)},
          {"decision", cited.decision ? write(*cited.decision) : Json(nullptr)},
          {"case_decisions", cited.case_decisions}};
}

const char* name_of(ReasonKind kind) {
  constexpr std::array names{"same_case",      "cited",       "cites",        "cited_case", "shared_citation",
                             "classification", "class_group", "organisation", "funder",     "words"};
  return names.at(static_cast<std::size_t>(kind));
}

Json write(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason& reason : reasons)
    out.push_back({{"kind", name_of(reason.kind)}, {"values", reason.values}, {"text", reason.text}});
  return out;
}

/// What was read of the decision or draft whose precedents these are.
Json write(const SimilarTo& source) {
  const Json decision = parse_json(to_exchange(source.decision));
  Json out = {{"id", source.decision.id.empty() ? Json(nullptr) : Json(source.decision.id)}};
  for (const char* key : {"title", "date", "case_number", "classification", "cites", "organisations"})
    out[key] = decision.at(key);
  out["funders"] = Json::array();
  for (const Funder& funder : source.decision.funders) {
    if (funder.relation == FunderRelation::funds) out["funders"].push_back(funder.id);
  }
  out["words"] = source.words;
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

Json write(const AmountSummary& summary) {
  return {{"count", summary.count}, {"sum_cents", summary.sum_cents}, {"median_cents", summary.median_cents}};
}

Json write(FieldId id, const std::vector<AmountGroup>& groups) {
  Json out = Json::array();
  for (const AmountGroup& group : groups) {
    Json one = {{"value", write_value(id, group.value)}, {"label", group.label}};
    one.update(write(group.summary));
    out.push_back(std::move(one));
  }
  return out;
}

Json write(const AmountStatistics& statistics) {
  Json out = write(statistics.whole);
  out["without"] = statistics.without;
  out["by_funder"] = write(FieldId::funder, statistics.by_funder);
  out["by_year"] = write(FieldId::year, statistics.by_year);
  return out;
}

}  // namespace

std::string write_response(const Response& response, const std::string& request_id) {
  Json out = {{"protocol", protocol_version},
              {"request_id", parse_json(request_id)},
              {"total", response.total},
              {"total_decisions", response.total_decisions},
              {"took_ms", std::round(response.took_ms * 100) / 100},
              {"suggestion", or_null(response.suggestion)},
              {"notes", response.notes},
              {"also_searched", Json::array()},
              {"hits", Json::array()},
              {"facets", Json::object()}};
  for (const AlsoSearched& also : response.also_searched) {
    out["also_searched"].push_back({{"typed", also.typed}, {"names", also.names}});
  }
  if (response.similar_to) out["similar_to"] = write(*response.similar_to);
  for (const Hit& hit : response.hits) {
    out["hits"].push_back(write(hit, response.lang));
    if (response.similar_to) out["hits"].back()["reasons"] = write(hit.reasons);
  }
  out["facet_sizes"] = Json::object();
  for (const Facet& facet : response.facets) {
    const std::string name(field(facet.field).name);
    out["facets"][name] = write(facet);
    out["facet_sizes"][name] = facet.size;
  }
  if (response.amount_statistics) out["amount_statistics"] = write(*response.amount_statistics);
  return dump_json(out);
}

std::string write_decision(const Decision& decision, const CitationLinks& links) {
  Json cites = Json::array();
  for (const CitedDecision& cited : links.cites) cites.push_back(write(cited));
  Json cited_by = Json::array();
  for (const LinkedDecision& linked : links.cited_by) cited_by.push_back(write(linked));
  const Json added = {
      {"cites", std::move(cites)}, {"cited_by", std::move(cited_by)}, {"cited_by_total", links.cited_by_total}};
  std::string out = to_exchange(decision);
  out.pop_back();  // the closing brace
  return out + ",\"links\":" + dump_json(added) + "}";
}

std::string write_error(const Error& error, const std::string& request_id) {
  Json told = {
      {"code", code_name(error.code)}, {"message", error.what()}, {"hint", error.hint}, {"pointer", error.pointer}};
  if (const auto* in_query = dynamic_cast<const QueryError*>(&error)) told["position"] = in_query->position;
  const Json out = {{"protocol", protocol_version}, {"request_id", parse_json(request_id)}, {"error", told}};
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
