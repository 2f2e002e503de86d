// SPDX-License-Identifier: GPL-2.0-or-later
// The pages without a server: texts complete in three languages, every state in the address, and nothing of a document
// read as markup.
#include "searcher/page/page.h"

#include <array>
#include <catch2/catch.hpp>

#include "indexer/limits.h"
#include "indexer/schema.h"
#include "searcher/page/assets.h"
#include "searcher/page/links.h"
#include "searcher/page/template.h"
#include "searcher/page/texts.h"
#include "searcher/page/view.h"
#include "searcher/query_problem.h"

using namespace pykala;
using namespace pykala::searcher;
using namespace pykala::searcher::page;

namespace {

constexpr std::array<UiLanguage, 3> languages{UiLanguage::fi, UiLanguage::sv, UiLanguage::en};
constexpr std::array<std::string_view, 6> templates{"search", "decision", "draft", "help", "accessibility", "error"};

bool contains(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

const std::string hostile =
    "\"'><script>alert(1)</script>{{t.facts}}\xE2\x80\xAE"
    "x";

schema::Decision hostile_decision() {
  schema::Decision decision;
  decision.id = "HEL-1/\"><script>alert(1)</script>";
  decision.title = hostile;
  decision.date = "2017-05-17";
  decision.decision_maker = schema::DecisionMaker{std::nullopt, hostile};
  decision.section = 17;
  decision.case_number = hostile;
  decision.classification = schema::Classification{hostile, hostile};
  decision.parts = {{hostile, schema::PartRole::decision, hostile + "\n\n" + hostile}};
  decision.funders = {{"OTHER:" + hostile, schema::FunderRelation::funds, hostile}};
  decision.amounts = {{100, hostile, schema::AmountRole::grant, "OTHER:" + hostile, hostile}};
  decision.organisations = {hostile};
  decision.attachments = {{1, hostile}};
  decision.language = hostile;
  decision.url = "javascript:alert(1)";
  return decision;
}

Hit hit_of(const schema::Decision& decision, const std::string& title) {
  Hit hit;
  hit.decision = decision;
  hit.title = title;
  return hit;
}

/// Without the values of boxes, which are sent back as they are and never shown.
std::string without_values(std::string html) {
  constexpr std::string_view open = " value=\"";
  for (auto at = html.find(open); at != std::string::npos; at = html.find(open, at + open.size())) {
    const auto begin = at + open.size();
    html.erase(begin, html.find('"', begin) - begin);
  }
  return html;
}

/// A page that shows the hostile text as text.
void check_harmless(const std::string& html) {
  CHECK_FALSE(contains(html, "<script>alert"));
  CHECK_FALSE(contains(html, "javascript:"));
  CHECK_FALSE(contains(without_values(html), "\xE2\x80\xAE"));
  CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;{{t.facts}}"));
}

}  // namespace

TEST_CASE("every text a template names is in the table") {
  for (const std::string_view name : templates) {
    const std::string text_of_template = template_text(name);
    for (auto at = text_of_template.find("{{t."); at != std::string::npos; at = text_of_template.find("{{t.", at + 1)) {
      const std::string key = text_of_template.substr(at + 4, text_of_template.find("}}", at) - at - 4);
      INFO(name << " " << key);
      for (const UiLanguage lang : languages) CHECK_FALSE(text(key, lang).empty());
    }
  }
}

TEST_CASE("every field has a name and a meaning in three languages") {
  for (const schema::FieldRow& row : schema::fields) {
    for (const UiLanguage lang : languages) {
      CHECK_NOTHROW(text("field_" + std::string(row.name), lang));
      CHECK_NOTHROW(text("meaning_" + std::string(row.name), lang));
    }
  }
}

TEST_CASE("numbers, days and sums as each language writes them") {
  CHECK(number(1234567, UiLanguage::fi) ==
        "1\xC2\xA0"
        "234\xC2\xA0"
        "567");
  CHECK(number(1234, UiLanguage::en) == "1,234");
  CHECK(page::date("2017-05-07", UiLanguage::sv) == "7.5.2017");
  CHECK(page::date("2017-05-07", UiLanguage::en) == "7\xC2\xA0May 2017");
  CHECK(page::sum(30500050, "EUR", UiLanguage::en) == "€305,000.50");
  CHECK(counted("hits", 1, UiLanguage::fi) == "1 päätös");
}

TEST_CASE("a state of the search is an address") {
  Request request;
  request.query = "lapsi & koulu";
  request = with_value(request, schema::FieldId::funder, "STEA", true);
  request = with_value(request, schema::FieldId::funder, std::nullopt, true);
  CHECK(search_url(request, UiLanguage::sv) == "/sv/search?q=lapsi%20%26%20koulu&funder=STEA&funder=unknown");
  request = with_value(request, schema::FieldId::funder, "STEA", false);
  CHECK(is_chosen(request, schema::FieldId::funder, std::nullopt));
  CHECK(search_url(without_filter(request, schema::FieldId::funder), UiLanguage::fi) ==
        "/fi/search?q=lapsi%20%26%20koulu");
}

TEST_CASE("the address of a decision leads back to its id") {
  CHECK(decision_url("HEL-2017-1/17", UiLanguage::fi) == "/fi/decision/HEL-2017-1/17");
  CHECK(decision_url("../x", UiLanguage::fi) == "/fi/decision/..%2Fx");
  CHECK(decision_url("a//b", UiLanguage::en) == "/en/decision/a%2F%2Fb");
}

TEST_CASE("only web addresses become links") {
  CHECK(safe_link("https://paatokset.example.fi/a?b=ä") == "https://paatokset.example.fi/a?b=ä");
  for (const char* bad : {"javascript:alert(1)", "JAVASCRIPT:x", " https://x", "data:text/html,x", "https:x", "//x",
                          "https://x\" onclick=\"y", "https://x/\xE2\x80\xAE", "java\nscript:x", ""}) {
    INFO(bad);
    CHECK(safe_link(bad).empty());
  }
}

TEST_CASE("highlights are counted in code points") {
  const Json pieces = marked("äänestys ja äly", {{0, 8}, {12, 15}});
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0]["piece"] == "äänestys");
  CHECK(pieces[1]["piece"] == " ja ");
  CHECK(pieces[2]["piece"] == "äly");
  CHECK(marked("a", {{5, 9}}).size() == 1);
}

TEST_CASE("text of a decision is never markup") {
  const schema::Decision decision = hostile_decision();
  Response response;
  response.total = 1;
  response.hits.push_back(hit_of(decision, hostile));
  response.hits[0].title_highlights = {{0, 3}};
  response.hits[0].snippets = {{hostile, {{1, 4}}}};
  response.suggestion = hostile;
  response.facets = {{schema::FieldId::funder, {{"OTHER:" + hostile, hostile, 1, true}}},
                     {schema::FieldId::organisation, {{hostile, hostile, 1, false}}}};
  response.notes = {hostile};
  response.similar_to = SimilarTo{decision, {hostile}};
  response.hits[0].reasons = {{ReasonKind::words, {hostile}, hostile}};
  Request request;
  request.query = hostile;
  request.similar_to = hostile;
  request.filters = {{schema::FieldId::case_number, {hostile}, {}, {}}};
  Surroundings around;
  around.cites = {{"", hostile, hostile, hostile, {hostile}}};
  around.precedents = {{hostile, hostile, hostile, "", {hostile}}};
  for (const UiLanguage lang : languages) {
    check_harmless(search_page(request, response, lang));
    check_harmless(draft_page({hostile, false}, &response, nullptr, lang));
    check_harmless(decision_page(decision, around, lang));
    check_harmless(search_error_page(hostile, schema::Error(schema::ErrorCode::bad_query, hostile, hostile), lang));
    check_harmless(error_page(schema::Error(schema::ErrorCode::not_found, hostile, hostile), 404, lang));
    check_harmless(accessibility_page(hostile, lang));
  }
}

TEST_CASE("a page without facts, titles or dates can be shown") {
  schema::Decision bare;
  bare.id = "x";
  Response response;
  response.total = 1;
  response.hits.push_back(hit_of(bare, ""));
  for (const UiLanguage lang : languages) {
    CHECK(contains(search_page({}, response, lang), text("untitled", lang)));
    CHECK(contains(decision_page(bare, {}, lang), text("no_text", lang)));
    CHECK(contains(search_page({}, {}, lang), text("empty_heading", lang)));
    CHECK(contains(help_page(lang), "rahoittaja:STEA"));
  }
}

TEST_CASE("what is wrong with a query is told in the language it is in") {
  const schema::Error plain(schema::ErrorCode::bad_request, "limit must be a whole number", "");
  const QueryError placed(schema::Error(schema::ErrorCode::bad_query, "merkki 9: puuttuu", ""), 8);
  CHECK(contains(search_error_page("a", plain, UiLanguage::fi), "(englanniksi): <span lang=\"en\">limit"));
  CHECK(contains(search_error_page("a", placed, UiLanguage::fi), "Tarkemmin: <span lang=\"fi\">merkki 9"));
}

TEST_CASE("a draft stays in its box, and what is wrong with it is told") {
  const schema::Error error(schema::ErrorCode::bad_request, "it is longer than 65536 bytes", "");
  for (const UiLanguage lang : languages) {
    const std::string first = draft_page({}, nullptr, nullptr, lang);
    CHECK(contains(first, "method=\"post\""));
    CHECK(contains(first, "<a href=\"/sv/draft\""));
    CHECK_FALSE(contains(first, "role=\"alert\""));
    const std::string wrong = draft_page({"Otsikko\n\nPäätettiin", false}, nullptr, &error, lang);
    CHECK(contains(wrong, "\nOtsikko\n\nPäätettiin\n</textarea>"));
    CHECK(contains(wrong, "65536"));
    CHECK(contains(wrong, "formaction=\"/sv/draft\""));  // a link would lose the draft
    CHECK(contains(draft_page({}, nullptr, &error, lang), text("draft_empty", lang)));
  }
}

TEST_CASE("cases are counted as such, and each leads to its decisions") {
  schema::Decision decision;
  decision.id = "x";
  decision.case_number = "HEL 2017-1";
  Response response;
  response.total = 2;
  response.total_decisions = 7;
  response.hits.push_back(hit_of(decision, "Avustus"));
  response.hits[0].case_decisions = 6;
  Request request;
  request.query = "avustus";
  request.collapse = Collapse::by_case;
  const std::string html = search_page(request, response, UiLanguage::fi);
  CHECK(contains(html, "2 asiaa (7 päätöstä)"));
  CHECK(contains(html, "href=\"/fi/search?q=avustus&amp;case_number=HEL%202017-1\">Näytä asian 6 päätöstä"));
  CHECK(contains(html, "href=\"/export.csv?q=avustus\""));
}

TEST_CASE("precedents are neither exported nor watched") {
  Request request;
  request.similar_to = "HEL-2017-1/17";
  Response response;
  response.total = 1;
  response.hits.push_back(hit_of({}, "Avustus"));
  const std::string html = search_page(request, response, UiLanguage::fi);
  CHECK_FALSE(contains(html, "/export."));
  CHECK_FALSE(contains(html, "/feed.atom"));
  CHECK(contains(html, "type=\"hidden\" name=\"similar_to\""));
}

TEST_CASE("what else was searched is told, and values that are not shown are counted") {
  Response response;
  response.total = 1;
  response.hits.push_back(hit_of({}, "Avustus"));
  response.notes = {"Haettiin myös: työ- ja elinkeinoministeriö, ANM."};
  response.facets = {{schema::FieldId::organisation, {}, 40}};
  for (int i = 0; i < 20; ++i) {
    const std::string name = "Yhdistys " + std::to_string(i);
    response.facets[0].values.push_back({name, name, 1, false});
  }
  const std::string html = search_page({}, response, UiLanguage::fi);
  CHECK(contains(html, "Haettiin myös: työ- ja elinkeinoministeriö, ANM."));
  CHECK(contains(html, "Näytä kaikki (40)"));
  CHECK(contains(html, "href=\"/fi/search?in_organisation=%2A\""));
  CHECK(contains(html, "name=\"in_organisation\" value=\"\""));
}

TEST_CASE("values of a facet are looked for by a name, without a script") {
  Request asked;
  asked.query = "avustus";
  read_value_parameters({{"in_organisation", "asunnot"}, {"in_funder", "*"}}, asked);
  const Request request = page_request(asked, UiLanguage::fi);
  for (const FacetRequest& facet : request.facets) {
    if (facet.field == schema::FieldId::organisation) CHECK(facet.contains == "asunnot");
    if (facet.field == schema::FieldId::funder) CHECK(facet.limit == schema::max_facet_values);
  }
  Response response;
  response.total = 1;
  response.hits.push_back(hit_of({}, "Avustus"));
  response.facets = {{schema::FieldId::organisation, {}, 0},
                     {schema::FieldId::funder, {{"STEA", "STEA", 1, false}}, 1}};
  const std::string html = search_page(asked, response, UiLanguage::fi);
  CHECK(contains(html, "name=\"in_organisation\" value=\"asunnot\""));
  CHECK(contains(html, "Mikään arvo ei sovi."));
  CHECK(contains(html, "type=\"hidden\" name=\"in_funder\" value=\"*\""));
  CHECK(search_url(asked, UiLanguage::fi) == "/fi/search?q=avustus&in_funder=%2A&in_organisation=asunnot");
}

TEST_CASE("a page past the last one says so and leads back") {
  Request asked;
  asked.query = "avustus";
  asked.offset = 980;
  Response response;
  response.total = 34;
  const std::string html = search_page(asked, response, UiLanguage::fi);
  CHECK(contains(html, "Sivua 99 ei ole: osumia riittää sivulle 4 asti."));
  CHECK(contains(html, "href=\"/fi/search?q=avustus\""));
  CHECK(contains(html, "page=4\""));
}

TEST_CASE("a part of a query that no box shows is carried along") {
  Request request;
  request.sort = Sort::oldest;
  request.filters = {{schema::FieldId::case_number, {"HEL 2017-1"}, {}, {}},
                     {schema::FieldId::amount, {}, "100000", "500000"}};
  const std::string html = search_page(request, {}, UiLanguage::fi);
  CHECK(contains(html, "type=\"hidden\" name=\"case_number\" value=\"HEL 2017-1\""));
  CHECK(contains(html, "type=\"hidden\" name=\"sort\" value=\"oldest\""));
  CHECK(contains(html, "name=\"amount_from\" inputmode=\"numeric\" value=\"1000\""));
  CHECK_FALSE(contains(html, "type=\"hidden\" name=\"amount_from\""));
}

TEST_CASE("style and script are small, and stand at addresses of their content") {
  constexpr std::size_t largest_style = 20 << 10;
  const std::string& url = asset_url("style.css");
  const auto style = find_asset(url.substr(std::string("/assets/").size()));
  REQUIRE(style);
  CHECK(style->content.size() <= largest_style);
  CHECK_FALSE(contains(std::string(style->content), "url("));
  CHECK_FALSE(find_asset("style-00000000.css"));
  CHECK_FALSE(find_asset("../main.cpp"));
  for (const std::string_view name : templates) CHECK_FALSE(contains(template_text(name), "style="));
}
