// SPDX-License-Identifier: GPL-2.0-or-later
// A draft and its precedents in, the page out. Private here: what is told of how the draft was read.
#include "indexer/authority.h"
#include "indexer/limits.h"
#include "searcher/format.h"
#include "searcher/page/links.h"
#include "searcher/page/page.h"
#include "searcher/page/search_views.h"
#include "searcher/page/template.h"
#include "searcher/page/texts.h"
#include "searcher/page/view.h"
#include "searcher/precedents.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::size_t precedents_at_once = 10;
constexpr std::size_t precedent_snippet_length = 160;

/// The draft as its box shows it: its lines without what turns text or hides in it.
std::string shown_draft(const std::string& draft) {
  std::string out;
  for (std::size_t at = 0; at < draft.size();) {
    const auto end = std::min(draft.find('\n', at), draft.size());
    out += printable(std::string_view(draft).substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

Json link_row(const std::string& value, const std::string& url) {
  return {{"value", printable(value)}, {"value_url", url}};
}

void add_fact(Json& facts, const std::string& name, Json values) {
  if (!values.empty()) facts.push_back({{"fact", name}, {"values", std::move(values)}});
}

/// "Kansliapäällikkö 4.8.2021, 164 §" of a decision that the draft cites.
std::string cited_text(const Citation& citation, UiLanguage lang) {
  Decision cited;
  if (citation.decision_maker) cited.decision_maker = DecisionMaker{{}, *citation.decision_maker};
  cited.date = citation.date;
  cited.section = citation.section;
  cited.case_number = citation.case_number;
  const std::string told = citation_of(cited, "", lang);
  return told.empty() ? citation.title.value_or("") : told;
}

/// What was read in the draft: each a search of its own, so that one sees what it stands for.
Json facts_of(const SimilarTo& source, UiLanguage lang) {
  const Decision& draft = source.decision;
  Json facts = Json::array(), cases = Json::array(), classes = Json::array(), funders = Json::array(),
       organisations = Json::array(), cites = Json::array(), words = Json::array();
  if (draft.case_number)
    cases.push_back(link_row(*draft.case_number, value_url(FieldId::case_number, *draft.case_number, lang)));
  if (draft.classification) {
    const std::string& code = draft.classification->code;
    const std::string title = Authority::builtin().classification_title(code).value_or(draft.classification->title);
    classes.push_back(
        link_row(title.empty() ? code : code + " " + title, value_url(FieldId::classification, code, lang)));
  }
  for (const Funder& funder : draft.funders)
    funders.push_back(link_row(funder_names(funder.id, lang).brief, value_url(FieldId::funder, funder.id, lang)));
  for (const std::string& name : draft.organisations)
    organisations.push_back(link_row(name, value_url(FieldId::organisation, name, lang)));
  for (const Citation& citation : draft.cites) {
    const std::string told = cited_text(citation, lang);
    if (!told.empty()) cites.push_back(link_row(told, ""));
  }
  std::string joined;
  for (const std::string& word : source.words) joined += (joined.empty() ? "" : ", ") + word;
  if (!joined.empty()) words.push_back(link_row(joined, ""));
  add_fact(facts, field_text(FieldId::case_number, lang), std::move(cases));
  add_fact(facts, text("fact_classification", lang), std::move(classes));
  add_fact(facts, text("fact_funders", lang), std::move(funders));
  add_fact(facts, text("fact_organisations", lang), std::move(organisations));
  add_fact(facts, text("cites", lang), std::move(cites));
  add_fact(facts, text("draft_words", lang), std::move(words));
  return facts;
}

}  // namespace

Request draft_request(const Draft& draft, UiLanguage lang) {
  Request request;
  request.similar_to_text = draft.text;
  request.limit = draft.all ? max_precedents : precedents_at_once;
  request.snippet_length = precedent_snippet_length;
  request.lang = lang;
  return request;
}

std::string draft_page(const Draft& draft, const Response* response, const Error* error, UiLanguage lang) {
  Json view = frame(lang, text("draft_heading", lang) + " – " + text("service_name", lang), "/draft");
  view["on_draft"] = true;
  view["languages_form"] = !draft.text.empty();  // a link would lose the draft
  view["draft"] = shown_draft(draft.text);
  view["draft_hint"] = text_with("draft_hint", lang, number(max_request_bytes / 1024, lang));
  view["is_read"] = response != nullptr;
  view["error"] = false;
  if (error != nullptr) {
    view["error"] = {{"error_text", text(draft.text.empty() ? "draft_empty" : "draft_unread", lang)},
                     {"error_details", draft.text.empty() ? "" : printable(error->what())}};
  }
  view["has_hits"] = false;
  if (response != nullptr) {
    view["count"] = response->total == 0 ? text("draft_none", lang) : counted("precedents", response->total, lang);
    view["range"] = response->total > response->hits.size()
                        ? text_with("hits_range", lang, "1", number(response->hits.size(), lang))
                        : "";
    view["more"] =
        response->total > response->hits.size() ? text_with("draft_more", lang, number(response->total, lang)) : "";
    view["draft_facts"] = response->similar_to ? facts_of(*response->similar_to, lang) : Json::array();
    view["has_facts"] = !view["draft_facts"].empty();
    Response calm = *response;  // the reasons say what is alike: one passage, no marks in titles
    for (Hit& hit : calm.hits) {
      hit.title_highlights.clear();
      if (hit.snippets.size() > 1) hit.snippets.resize(1);
    }
    add_hits(view, {}, calm, lang);
  }
  return render("draft", view);
}

}  // namespace pykala::searcher::page
