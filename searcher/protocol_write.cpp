// SPDX-License-Identifier: GPL-2.0-or-later
// Response -> JSON, and the one catch per request of batch mode.
#include <array>
#include <cmath>

#include "indexer/exchange.h"
#include "indexer/json.h"
#include "indexer/json_writer.h"
#include "searcher/format.h"
#include "searcher/protocol.h"
#include "searcher/query_problem.h"
#include "searcher/search.h"

namespace pykala::searcher {

using namespace schema;

// In this namespace and not an unnamed one: those of lists and optionals find them by their arguments.

void write_json(std::string& out, const Snippet& snippet) {
  ObjectWriter(out).add("text", snippet.text).add("highlights", snippet.highlights).close();
}

void write_json(std::string& out, const LinkedDecision& linked) {
  ObjectWriter(out)
      .add("id", linked.id)
      .add("title", linked.title)
      .add("date", linked.date)
      .add("decision_maker", linked.decision_maker)
      .add("section", linked.section)
      .add("case_number", linked.case_number)
      .close();
}

void write_json(std::string& out, const CitedDecision& cited) {
  const Citation& c = cited.citation;
  ObjectWriter(out)
      .add("decision_maker", c.decision_maker)
      .add("date", c.date)
      .add("section", c.section)
      .add("case_number", c.case_number)
      .add("title", c.title)
      .add("id", c.id)
      .add("decision", cited.decision)
      .add("case_decisions", cited.case_decisions)
      .close();
}

void write_json(std::string& out, const Reason& reason) {
  constexpr std::array names{"same_case",      "cited",       "cites",        "cited_case", "shared_citation",
                             "classification", "class_group", "organisation", "funder",     "words"};
  ObjectWriter(out)
      .add("kind", names.at(static_cast<std::size_t>(reason.kind)))
      .add("values", reason.values)
      .add("text", reason.text)
      .close();
}

void write_json(std::string& out, const AlsoSearched& also) {
  ObjectWriter(out).add("typed", also.typed).add("names", also.names).close();
}

namespace {

/// Rounded to `steps` of one: a score has no more to say.
double rounded(double number, double steps) {
  return std::round(number * steps) / steps;
}

std::vector<std::string> funding_ids(const Decision& decision) {
  std::vector<std::string> ids;
  for (const Funder& funder : decision.funders) {
    if (funder.relation == FunderRelation::funds) ids.push_back(funder.id);
  }
  return ids;
}

/// The members of a decision that a hit repeats, in the form of the exchange format, and its own.
void write(std::string& out, const Hit& hit, const Response& response) {
  const Decision& d = hit.decision;
  ObjectWriter object(out);
  object.add("id", d.id)
      .add("title", hit.title)
      .add("date", d.date)
      .add("decision_maker", d.decision_maker)
      .add("section", d.section)
      .add("case_number", d.case_number)
      .add("classification", d.classification)
      .add("kind", name_of(d.kind))
      .add("language", d.language)
      .add("funders", funding_ids(d))
      .add("amounts", d.amounts)
      .add("organisations", d.organisations)
      .add("url", d.url)
      .add("citation", citation_line(d, response.lang))
      .add("score", rounded(hit.score, 1e4))
      .add("case_decisions", hit.case_decisions)
      .add("cites", d.cites.size())
      .add("cited_by", hit.cited_by)
      .add("title_highlights", hit.title_highlights)
      .add("snippets", hit.snippets);
  if (response.similar_to) object.add("reasons", hit.reasons);
  object.close();
}

/// What was read of the decision or draft whose precedents these are.
JsonText similar_to_text(const SimilarTo& source) {
  const Decision& d = source.decision;
  JsonText json;
  ObjectWriter(json.text)
      .add("id", d.id.empty() ? std::nullopt : std::optional(d.id))
      .add("title", d.title)
      .add("date", d.date)
      .add("case_number", d.case_number)
      .add("classification", d.classification)
      .add("cites", d.cites)
      .add("organisations", d.organisations)
      .add("funders", funding_ids(d))
      .add("words", source.words)
      .close();
  return json;
}

/// A year is a number, unknown is null, everything else is text.
JsonText value_text(FieldId id, const std::optional<std::string>& value) {
  JsonText json;
  if (value && field(id).type == FieldType::year) {
    schema::write_json(json.text, std::stoi(*value));
  } else {
    schema::write_json(json.text, value);
  }
  return json;
}

JsonText values_text(const Facet& facet) {
  JsonText json;
  write_list(json.text, facet.values, [&](const FacetValue& value) {
    ObjectWriter(json.text)
        .add("value", value_text(facet.field, value.value))
        .add("label", value.label)
        .add("count", value.count)
        .add("selected", value.selected)
        .close();
  });
  return json;
}

ObjectWriter& add(ObjectWriter& object, const AmountSummary& summary) {
  return object.add("count", summary.count)
      .add("sum_cents", summary.sum_cents)
      .add("median_cents", summary.median_cents);
}

JsonText groups_text(FieldId id, const std::vector<AmountGroup>& groups) {
  JsonText json;
  write_list(json.text, groups, [&](const AmountGroup& group) {
    ObjectWriter object(json.text);
    object.add("value", value_text(id, group.value)).add("label", group.label);
    add(object, group.summary).close();
  });
  return json;
}

JsonText statistics_text(const AmountStatistics& statistics) {
  JsonText json;
  ObjectWriter object(json.text);
  add(object, statistics.whole)
      .add("without", statistics.without)
      .add("by_funder", groups_text(FieldId::funder, statistics.by_funder))
      .add("by_year", groups_text(FieldId::year, statistics.by_year))
      .close();
  return json;
}

}  // namespace

std::string write_response(const Response& response, const std::string& request_id) {
  JsonText hits;
  write_list(hits.text, response.hits, [&](const Hit& hit) { write(hits.text, hit, response); });
  JsonText facets, sizes;
  ObjectWriter facet_writer(facets.text), size_writer(sizes.text);
  for (const Facet& facet : response.facets) {
    const std::string name(field(facet.field).name);
    facet_writer.add(name.c_str(), values_text(facet));
    size_writer.add(name.c_str(), facet.size);
  }
  facet_writer.close();
  size_writer.close();
  std::string out;
  ObjectWriter object(out);
  object.add("protocol", protocol_version)
      .add("request_id", JsonText{request_id})
      .add("total", response.total)
      .add("total_decisions", response.total_decisions)
      .add("took_ms", rounded(response.took_ms, 100))
      .add("suggestion", response.suggestion)
      .add("notes", response.notes)
      .add("also_searched", response.also_searched)
      .add("hits", hits)
      .add("facets", facets);
  if (response.similar_to) object.add("similar_to", similar_to_text(*response.similar_to));
  object.add("facet_sizes", sizes);
  if (response.amount_statistics) object.add("amount_statistics", statistics_text(*response.amount_statistics));
  object.close();
  return out;
}

std::string write_decision(const Decision& decision, const CitationLinks& links) {
  JsonText added;
  ObjectWriter(added.text)
      .add("cites", links.cites)
      .add("cited_by", links.cited_by)
      .add("cited_by_total", links.cited_by_total)
      .close();
  std::string out = to_exchange(decision);
  out.pop_back();  // the closing brace
  return out + ",\"links\":" + added.text + "}";
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
