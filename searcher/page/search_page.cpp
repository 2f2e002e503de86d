// SPDX-License-Identifier: GPL-2.0-or-later
// Request and response in, the search page out. Private here: what stands above the hits and what helps when there are
// none.
#include <algorithm>
#include <array>

#include "indexer/limits.h"
#include "searcher/format.h"
#include "searcher/page/links.h"
#include "searcher/page/page.h"
#include "searcher/page/search_views.h"
#include "searcher/page/template.h"
#include "searcher/page/texts.h"
#include "searcher/query_problem.h"
#include "searcher/request_problem.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::size_t page_snippet_length = 260;

/// Queries that work in any archive of decisions.
constexpr std::array<std::string_view, 4> examples{"vapaaehtoistyön koordinointi", "\"hankkeen kokonaiskustannukset\"",
                                                   "rahoittaja:STEA summa:>100000", "avustus -asunto"};

Json example_links(UiLanguage lang) {
  Json out = Json::array();
  for (const std::string_view example : examples) {
    Request request;
    request.query = example;
    out.push_back({{"example", example}, {"example_url", search_url(request, lang)}});
  }
  return out;
}

/// Words or a decision that hits can be more or less relevant to.
bool has_subject(const Request& asked) {
  return !asked.query.empty() || asked.similar_to;
}

/// Order that is meant: without a subject there is nothing to be relevant to.
Sort meant_sort(const Request& asked) {
  return !has_subject(asked) && asked.sort == Sort::relevance ? Sort::newest : asked.sort;
}

Json sorts(const Request& asked, UiLanguage lang) {
  Json out = Json::array();
  for (const auto& [sort, key] : {std::pair{Sort::relevance, "sort_relevance"},
                                  {Sort::newest, "sort_newest"},
                                  {Sort::oldest, "sort_oldest"},
                                  {Sort::amount, "sort_amount"}}) {
    if (sort == Sort::relevance && !has_subject(asked)) continue;
    Request there = asked;
    there.sort = sort;
    there.offset = 0;
    out.push_back({{"sort_text", text(key, lang)},
                   {"sort_url", search_url(there, lang)},
                   {"current_sort", meant_sort(asked) == sort}});
  }
  return out;
}

/// "34 päätöstä"; of folded ones "12 asiaa (34 päätöstä)".
std::string heading(const Request& asked, const Response& response, UiLanguage lang) {
  if (response.total == 0) return text("hits_none", lang);
  if (asked.collapse == Collapse::none) return counted("hits", response.total, lang);
  return counted("cases", response.total, lang) + " (" + counted("hits", response.total_decisions, lang) + ")";
}

/// Plain words, that could be joined by OR: nothing in them that the query language reads.
bool is_plain_words(const std::string& query) {
  return query.find(' ') != std::string::npos && query.find_first_of("\"():*=-") == std::string::npos;
}

/// Ways on from a search without hits.
void add_empty(Json& view, const Request& asked, const Response& response, UiLanguage lang) {
  view["is_empty"] = response.total == 0;
  Json ways = Json::array();
  const auto add = [&](const std::string& words, const std::string& url) {
    ways.push_back({{"way", words}, {"way_url", url}});
  };
  if (response.total == 0) {
    for (const Filter& filter : asked.filters) {
      if (asked.filters.size() < 2) break;
      add(text("empty_without_one", lang) + ": " + field_text(filter.field, lang),
          search_url(without_filter(asked, filter.field), lang));
    }
    Request clear = asked;
    clear.filters.clear();
    clear.offset = 0;
    if (!asked.filters.empty()) add(text("empty_without_filters", lang), search_url(clear, lang));
    if (is_plain_words(asked.query)) {
      Request any = asked;
      any.query.clear();
      any.offset = 0;
      for (std::size_t at = 0; at < asked.query.size();) {
        const auto end = std::min(asked.query.find(' ', at), asked.query.size());
        if (end > at) any.query += (any.query.empty() ? "" : " OR ") + asked.query.substr(at, end - at);
        at = end + 1;
      }
      if (any.query.find(" OR ") != std::string::npos) add(text("empty_any_words", lang), search_url(any, lang));
    }
  }
  view["ways"] = std::move(ways);
}

/// "/search?q=..." of the same search, for the links to other languages.
std::string path_of(const Request& asked) {
  constexpr std::size_t language_length = 3;  // "/fi"
  return search_url(asked, UiLanguage::fi).substr(language_length);
}

Json start(const Request& asked, UiLanguage lang, const std::string& title) {
  Json view = frame(lang, title, path_of(asked));
  view["on_search"] = true;
  view["query"] = printable(asked.query);
  view["is_start"] = !has_subject(asked) && asked.filters.empty();
  view["examples"] = example_links(lang);
  view["error"] = false;
  return view;
}

}  // namespace

Request page_request(const Request& asked, UiLanguage lang) {
  Request request = asked;
  request.lang = lang;
  request.sort = meant_sort(asked);
  request.snippet_length = page_snippet_length;
  request.amount_statistics = true;
  request.facets = {{FieldId::funder, 20},         {FieldId::decision_maker, 20}, {FieldId::organisation, 20},
                    {FieldId::year, 100},          {FieldId::sector, 12},         {FieldId::kind, 3},
                    {FieldId::classification, 16}, {FieldId::language, 3}};
  for (const FacetRequest& wider : asked.facets) {
    if (wider.limit != max_facet_values) continue;
    for (FacetRequest& facet : request.facets) {
      if (facet.field == wider.field) facet = wider;
    }
  }
  return request;
}

std::string search_page(const Request& asked, const Response& response, UiLanguage lang) {
  const std::string count = heading(asked, response, lang);
  const std::string service = text("service_name", lang);
  Json view = start(asked, lang,
                    asked.query.empty() ? service + " – " + text("service_tagline", lang)
                                        : asked.query + " – " + count + " – " + service);
  view["count"] = count;
  view["for_query"] = printable(asked.query);
  view["range"] = response.hits.empty() || response.total <= response.hits.size()
                      ? ""
                      : text_with("hits_range", lang, number(asked.offset + 1, lang),
                                  number(asked.offset + response.hits.size(), lang));
  view["notes"] = Json::array();
  for (const std::string& note : response.notes) view["notes"].push_back({{"note", printable(note)}});
  view["suggestion"] = response.suggestion ? printable(*response.suggestion) : "";
  Request meant = asked;
  meant.query = response.suggestion.value_or("");
  meant.offset = 0;
  view["suggestion_url"] = search_url(meant, lang);
  view["has_notes"] = !view["notes"].empty();
  view["sorts"] = sorts(asked, lang);
  add_folding(view, asked, lang);
  view["has_tools"] = !asked.similar_to;  // precedents are a page of hits, not a result to export or watch
  view["csv_url"] = search_link("/export.csv", asked);
  view["jsonl_url"] = search_link("/export.jsonl", asked);
  Request labelled = asked;
  labelled.lang = lang;
  view["feed_url"] = asked.similar_to ? "" : search_link("/feed.atom", labelled);
  add_filters(view, asked, response, lang);
  add_charts(view, asked, response, lang);
  add_hits(view, asked, response, lang);
  add_pages(view, asked, response.total, lang);
  add_empty(view, asked, response, lang);
  return render("search", view);
}

std::string search_error_page(const std::string& query, const Error& error, UiLanguage lang) {
  Request asked;
  asked.query = query;
  Json view = start(asked, lang, text("error_heading", lang) + " – " + text("service_name", lang));
  const char* key = error.code == ErrorCode::unknown_field ? "error_unknown_field"
                    : error.code == ErrorCode::bad_query   ? "error_bad_query"
                                                           : "error_bad_request";
  // What is wrong with a typed query is told in the person's language, the rest in English.
  const bool translated =
      dynamic_cast<const QueryError*>(&error) != nullptr || dynamic_cast<const RequestError*>(&error) != nullptr;
  view["error"] = {{"error_text", text(key, lang)},
                   {"details_label", text(translated ? "error_where" : "error_details", lang)},
                   {"details_lang", translated ? code_of(lang) : "en"},
                   {"error_details", printable(error.what())},
                   {"error_hint", printable(error.hint)}};
  return render("search", view);
}

}  // namespace pykala::searcher::page
