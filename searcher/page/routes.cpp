// SPDX-License-Identifier: GPL-2.0-or-later
// HTTP requests in, pages out. Private here: the language of a page, and what is fetched for it from the index.
#include "searcher/page/routes.h"

#include "indexer/error.h"
#include "indexer/limits.h"
#include "searcher/citations.h"
#include "searcher/following.h"
#include "searcher/labels.h"
#include "searcher/page/assets.h"
#include "searcher/page/links.h"
#include "searcher/page/page.h"
#include "searcher/page/texts.h"
#include "searcher/page/view.h"
#include "searcher/search.h"
#include "searcher/server/request_parameters.h"
#include "searcher/server/urls.h"

namespace pykala::searcher::page {

using schema::Error;
using schema::ErrorCode;
using server::HttpRequest;
using server::HttpResponse;

namespace {

HttpResponse html(std::string body, int status = 200) {
  return {status, "text/html; charset=utf-8", std::move(body), {}, {}};
}

UiLanguage language_of_path(const HttpRequest& request) {
  const auto lang = ui_language(request.capture("lang"));
  if (!lang) throw Error(ErrorCode::not_found, "there is no page in this language", "one of: /fi, /sv, /en");
  return *lang;
}

/// What the browser wants: the first of ours in Accept-Language, else Finnish.
UiLanguage wanted_language(const HttpRequest& request) {
  std::string_view header = request.header("accept-language");
  while (!header.empty()) {
    const auto begin = header.find_first_not_of(" ,");
    if (begin == std::string_view::npos) break;
    header.remove_prefix(begin);
    if (const auto lang = ui_language(header.substr(0, header.find_first_of("-;, ")))) return *lang;
    header.remove_prefix(std::min(header.size(), header.find(',')));
  }
  return UiLanguage::fi;
}

HttpResponse to_search(std::string_view code) {
  HttpResponse response = html("", 302);
  response.headers.push_back({"Location", "/" + std::string(code) + "/search"});
  response.headers.push_back({"Vary", "Accept-Language"});
  return response;
}

HttpResponse front(const HttpRequest& request, Index&) {
  return to_search(code_of(wanted_language(request)));
}

HttpResponse language_front(const HttpRequest& request, Index&) {
  return to_search(code_of(language_of_path(request)));
}

/// Answers what a page shows. Money by year is of all years, as their counts are, also when some are chosen.
Response page_response(const Request& asked, Index& index, UiLanguage lang) {
  Response response = search(index, page_request(asked, lang));
  Request all_years = without_filter(asked, schema::FieldId::year);
  if (all_years.filters.size() == asked.filters.size() || !response.amount_statistics) return response;
  all_years.amount_statistics = true;
  all_years.limit = all_years.offset = 0;
  all_years.lang = lang;
  if (const auto whole = search(index, all_years).amount_statistics)
    response.amount_statistics->by_year = whole->by_year;
  return response;
}

HttpResponse search_route(const HttpRequest& request, Index& index) {
  const UiLanguage lang = language_of_path(request);
  try {
    Request asked = server::request_from_parameters(request.parameters, value_names(), lang);
    asked.lang = lang;
    read_value_parameters(request.parameters, asked);
    return html(search_page(asked, page_response(asked, index, lang), lang));
  } catch (const Error& error) {
    const bool asked_wrong = error.code == ErrorCode::bad_query || error.code == ErrorCode::bad_request ||
                             error.code == ErrorCode::unknown_field;
    if (!asked_wrong) throw;
    constexpr int bad_request = 400;
    return html(search_error_page(std::string(server::parameter(request.parameters, "q")), error, lang), bad_request);
  }
}

HttpResponse draft_form(const HttpRequest& request, Index&) {
  server::check_parameters(request.parameters, {});
  return html(draft_page({}, nullptr, nullptr, language_of_path(request)));
}

/// The text of the draft, at most as long as a request of the API.
Draft draft_of(const HttpRequest& request) {
  server::check_parameters(request.parameters, {});
  if (!server::is_form(request)) {
    throw Error(ErrorCode::bad_request, "the body must be a form",
                "send Content-Type: application/x-www-form-urlencoded, or JSON to /api/search");
  }
  const server::Parameters form = server::parse_form(request.body);
  server::check_parameters(form, {"text", "all"});
  return {std::string(server::parameter(form, "text")), !server::parameter(form, "all").empty()};
}

HttpResponse draft_route(const HttpRequest& request, Index& index) {
  const UiLanguage lang = language_of_path(request);
  const Draft draft = draft_of(request);
  HttpResponse response;
  try {
    if (draft.text.size() > schema::max_request_bytes) {
      throw Error(ErrorCode::bad_request, "it is longer than " + std::to_string(schema::max_request_bytes) + " bytes",
                  "");
    }
    const Response found = search(index, draft_request(draft, lang));
    response = html(draft_page(draft, &found, nullptr, lang));
  } catch (const Error& error) {
    if (error.code != ErrorCode::bad_request) throw;
    response = html(draft_page(draft, nullptr, &error, lang), 400);
  }
  // This browser may keep it, so that the way back from a precedent leads here again.
  response.headers.push_back({"Cache-Control", "private, no-cache"});
  return response;
}

constexpr std::size_t precedents_shown = 5;

Link link_of(const LinkedDecision& linked, UiLanguage lang) {
  schema::Decision named;
  named.decision_maker = linked.decision_maker;
  named.date = linked.date;
  named.section = linked.section;
  named.case_number = linked.case_number;
  return {linked.id, linked.title, citation_of(named, "", lang), "", {}};
}

/// A cited decision that is not known to be in the index: a search for it by what the text says.
Link search_for(const schema::Citation& citation, UiLanguage lang) {
  schema::Decision cited;
  if (citation.decision_maker) cited.decision_maker = schema::DecisionMaker{{}, *citation.decision_maker};
  cited.date = citation.date;
  cited.section = citation.section;
  cited.case_number = citation.case_number;
  Link link{"", citation.title.value_or(""), citation_of(cited, "", lang), "", {}};
  if (citation.date && citation.section) {
    link.query = "section:" + std::to_string(*citation.section) + " AND date:" + *citation.date;
  } else if (citation.case_number) {
    link.query = "case_number:\"" + *citation.case_number + "\"";
  }
  return link;
}

std::vector<Link> precedents_of(const schema::Decision& decision, Index& index, UiLanguage lang) {
  Request request;
  request.similar_to = decision.id;
  request.limit = precedents_shown;
  request.snippet_length = 0;
  request.lang = lang;
  std::vector<Link> links;
  for (const Hit& hit : search(index, request).hits) {
    Link link{hit.decision.id, hit.title, citation_of(hit.decision, "", lang), "", {}};
    for (const Reason& reason : hit.reasons) link.reasons.push_back(reason.text);
    links.push_back(std::move(link));
  }
  return links;
}

HttpResponse decision_route(const HttpRequest& request, Index& index) {
  const UiLanguage lang = language_of_path(request);
  server::check_parameters(request.parameters, {});
  const std::string& id = request.capture("id");
  return following(index, [&] {
    const auto document = index.find(id);
    if (!document) throw Error(ErrorCode::not_found, "no decision has the id \"" + id + "\"", "");
    const schema::Decision decision = index.decision(*document);
    const CitationLinks links = citation_links(decision, index);
    Surroundings around;
    for (const CitedDecision& cited : links.cites) {
      around.cites.push_back(cited.decision ? link_of(*cited.decision, lang) : search_for(cited.citation, lang));
    }
    for (const LinkedDecision& linked : links.cited_by) around.cited_by.push_back(link_of(linked, lang));
    around.cited_by_total = links.cited_by_total;
    around.precedents = precedents_of(decision, index, lang);
    return html(decision_page(decision, around, lang));
  });
}

HttpResponse help_route(const HttpRequest& request, Index&) {
  server::check_parameters(request.parameters, {});
  return html(help_page(language_of_path(request)));
}

HttpResponse asset_route(const HttpRequest& request, Index&) {
  server::check_parameters(request.parameters, {});
  const auto asset = find_asset(request.capture("file"));
  if (!asset) throw Error(ErrorCode::not_found, "there is no such file", "");
  HttpResponse response{200, std::string(asset->content_type), std::string(asset->content), {}, {}};
  response.headers.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
  return response;
}

HttpResponse error_route(const HttpRequest& request, const Error& error, int status) {
  const auto lang = request.path.empty() ? std::nullopt : ui_language(request.path.front());
  return html(error_page(error, status, lang.value_or(wanted_language(request))), status);
}

}  // namespace

void add_pages(server::Router& router, const std::string& feedback) {
  using server::Freshness;
  router.add("GET", "/", front, Freshness::moment);
  router.add("GET", "/assets/{file}", asset_route, Freshness::moment);
  router.add("GET", "/{lang}", language_front, Freshness::moment);
  router.add("GET", "/{lang}/search", search_route);
  router.add("GET", "/{lang}/decision/{id*}", decision_route);
  router.add("GET", "/{lang}/draft", draft_form);
  router.add("POST", "/{lang}/draft", draft_route, Freshness::moment);
  router.add("GET", "/{lang}/help", help_route);
  router.add("GET", "/{lang}/accessibility", [feedback](const HttpRequest& request, Index&) {
    server::check_parameters(request.parameters, {});
    return html(accessibility_page(feedback, language_of_path(request)));
  });
  router.set_error_page(error_route);
}

}  // namespace pykala::searcher::page
