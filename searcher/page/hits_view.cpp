// SPDX-License-Identifier: GPL-2.0-or-later
// Hits in, cards out.
#include <algorithm>

#include "indexer/limits.h"
#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/page/links.h"
#include "searcher/page/search_views.h"
#include "searcher/page/texts.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::size_t amounts_shown = 2;
constexpr std::size_t organisations_shown = 3;
constexpr std::size_t pages_around = 2;

Json tags(const Hit& hit, const Request& asked, UiLanguage lang) {
  Json out = Json::array();
  for (const Funder& funder : hit.decision.funders) {
    if (funder.relation != FunderRelation::funds) continue;
    const FunderNames names = funder_names(funder.id, lang);
    out.push_back({{"tag", names.brief},
                   {"tag_name", names.brief == names.full ? "" : names.full},
                   {"tag_url", search_url(with_value(asked, FieldId::funder, funder.id, true), lang)}});
  }
  return out;
}

Json first_amounts(const Decision& decision, UiLanguage lang) {
  Json all = amounts_view(decision, lang);
  if (all.size() > amounts_shown) all.erase(all.begin() + amounts_shown, all.end());
  return all;
}

std::string organisations(const Decision& decision) {
  std::string out;
  for (std::size_t i = 0; i < std::min(decision.organisations.size(), organisations_shown); ++i) {
    out += (i == 0 ? "" : ", ") + decision.organisations[i];
  }
  if (decision.organisations.size() > organisations_shown) out += " …";
  return printable(out);
}

Json snippets(const Hit& hit) {
  Json out = Json::array();
  for (const Snippet& snippet : hit.snippets) {
    if (!snippet.text.empty()) out.push_back({{"pieces", marked(snippet.text, snippet.highlights)}});
  }
  return out;
}

/// Why a precedent is one.
Json reasons(const Hit& hit) {
  Json out = Json::array();
  for (const Reason& reason : hit.reasons) out.push_back({{"reason", printable(reason.text)}});
  return out;
}

/// The other decisions of the case that a card stands for.
void add_case(Json& view, const Hit& hit, const Request& asked, UiLanguage lang) {
  view["case_more"] = "";
  if (hit.case_decisions < 2 || !hit.decision.case_number) return;
  Request of_case = without_filter(asked, FieldId::case_number);
  of_case = with_value(of_case, FieldId::case_number, *hit.decision.case_number, true);
  of_case.collapse = Collapse::none;
  view["case_more"] = text_with("case_more", lang, number(hit.case_decisions, lang));
  view["case_more_url"] = search_url(of_case, lang);
}

Json hit_view(const Hit& hit, const Request& asked, UiLanguage lang) {
  const Decision& decision = hit.decision;
  const bool named = !hit.title.empty();
  const std::string title = named ? hit.title : text("untitled", lang);
  const Json why = reasons(hit);
  Json view = {{"hit_url", decision_url(decision.id, lang)},
               {"hit_language", language_of(decision)},
               {"title", marked(title, named ? hit.title_highlights : Highlights())},
               {"date", decision.date ? date(*decision.date, lang) : ""},
               {"iso_date", decision.date ? printable(*decision.date) : ""},
               {"maker", decision.decision_maker ? printable(maker_label(*decision.decision_maker, lang)) : ""},
               {"section",
                decision.section ? text_with("section_mark", lang, std::to_string(*decision.section)) : std::string()},
               {"case_number", decision.case_number ? printable(*decision.case_number) : ""},
               {"case_url", decision.case_number ? value_url(FieldId::case_number, *decision.case_number, lang) : ""},
               {"kind", decision.kind == Kind::motion  ? text("kind_motion", lang)
                        : decision.kind == Kind::other ? text("kind_other", lang)
                                                       : std::string()},
               {"tags", tags(hit, asked, lang)},
               {"amounts", first_amounts(decision, lang)},
               {"organisations", organisations(decision)},
               {"snippets", snippets(hit)},
               {"cited_by", hit.cited_by > 0 ? counted("cited_by", hit.cited_by, lang) : ""},
               {"has_reasons", !why.empty()},
               {"reasons", why},
               {"citation", citation_of(decision, named ? hit.title : std::string(), lang)}};
  add_case(view, hit, asked, lang);
  return view;
}

}  // namespace

void add_hits(Json& view, const Request& asked, const Response& response, UiLanguage lang) {
  Json hits = Json::array();
  for (const Hit& hit : response.hits) hits.push_back(hit_view(hit, asked, lang));
  view["has_hits"] = !hits.empty();
  view["first_hit"] = asked.offset + 1;
  view["hits"] = std::move(hits);
}

void add_folding(Json& view, const Request& asked, UiLanguage lang) {
  Json foldings = Json::array();
  for (const auto& [collapse, key] : {std::pair{Collapse::none, "fold_decisions"}, {Collapse::by_case, "fold_cases"}}) {
    Request there = asked;
    there.collapse = collapse;
    there.offset = 0;
    foldings.push_back({{"folding", text(key, lang)},
                        {"folding_url", search_url(there, lang)},
                        {"current_folding", asked.collapse == collapse}});
  }
  view["foldings"] = std::move(foldings);
}

void add_pages(Json& view, const Request& asked, std::size_t total, UiLanguage lang) {
  const std::size_t limit = std::max<std::size_t>(asked.limit, 1);
  const std::size_t reachable = std::min(total, max_window);
  const std::size_t count = (reachable + limit - 1) / limit;
  const std::size_t current = asked.offset / limit + 1;
  const auto url = [&](std::size_t page) {
    Request there = asked;
    there.offset = (page - 1) * limit;
    return search_url(there, lang);
  };
  Json items = Json::array();
  std::size_t last = 0;
  for (std::size_t page = 1; page <= count; ++page) {
    const bool near = page + pages_around >= current && page <= current + pages_around;
    if (page != 1 && page != count && !near) continue;
    items.push_back({{"page", number(page, lang)},
                     {"page_url", url(page)},
                     {"page_text", text_with("page_number", lang, number(page, lang))},
                     {"current_page", page == current},
                     {"gap", page > last + 1}});
    last = page;
  }
  const bool past = total > 0 && current > count;
  view["past_end"] = past ? text_with("past_end", lang, number(current, lang), number(count, lang)) : "";
  view["past_end_first_url"] = past ? url(1) : "";
  view["past_end_last_url"] = past && count > 1 ? url(count) : "";
  view["has_pages"] = count > 1;
  view["page_items"] = std::move(items);
  view["previous_url"] = current > 1 && current <= count ? url(current - 1) : "";
  view["next_url"] = current < count ? url(current + 1) : "";
  view["page_limit"] =
      total > max_window && current == count ? text_with("page_limit", lang, number(max_window, lang)) : "";
}

}  // namespace pykala::searcher::page
