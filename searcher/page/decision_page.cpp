// SPDX-License-Identifier: GPL-2.0-or-later
// A decision and what stands around it in, its page out. Private here: the facts box and how text becomes paragraphs.
#include <algorithm>
#include <array>

#include "indexer/authority.h"
#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/page/links.h"
#include "searcher/page/page.h"
#include "searcher/page/template.h"
#include "searcher/page/texts.h"
#include "searcher/page/view.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

std::string role_heading(PartRole role, UiLanguage lang) {
  constexpr std::array<std::string_view, 11> names{"decision", "reasons",     "proposal", "presenter",
                                                   "contact",  "attachments", "appeal",   "extracts",
                                                   "notice",   "signatures",  "other"};
  return text("part_" + std::string(names[static_cast<std::size_t>(role)]), lang);
}

/// Paragraphs at empty lines; within one, each line stands on its own.
Json paragraphs(const std::string& text) {
  Json out = Json::array();
  Json lines = Json::array();
  const auto close = [&] {
    if (!lines.empty()) out.push_back({{"lines", lines}});
    lines = Json::array();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string line = printable(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (line.find_first_not_of(' ') == std::string::npos) {
      close();
    } else {
      lines.push_back({{"line", line}, {"again", !lines.empty()}});
    }
  }
  close();
  return out;
}

Json parts_view(const Decision& decision, UiLanguage lang) {
  Json out = Json::array();
  for (const Part& part : decision.parts) {
    const Json text_view = paragraphs(part.text);
    if (text_view.empty() && !part.heading) continue;
    const bool own_heading = part.heading && !part.heading->empty();
    out.push_back({{"part_id", "part-" + std::to_string(out.size() + 1)},
                   {"part_heading", own_heading ? printable(*part.heading) : role_heading(part.role, lang)},
                   {"own_heading", own_heading},
                   {"is_main", part.role == PartRole::decision || part.role == PartRole::proposal},
                   {"is_folded", part.role == PartRole::appeal},
                   {"paragraphs", text_view}});
  }
  return out;
}

Json funders_view(const Decision& decision, FunderRelation relation, UiLanguage lang) {
  Json out = Json::array();
  for (const Funder& funder : decision.funders) {
    if (funder.relation != relation) continue;
    const FunderNames names = funder_names(funder.id, lang);
    out.push_back({{"funder", names.brief == names.full ? names.full : names.full + " (" + names.brief + ")"},
                   {"funder_url", relation == FunderRelation::funds ? value_url(FieldId::funder, funder.id, lang) : ""},
                   {"quote", printable(funder.quote)}});
  }
  return out;
}

std::string period_text(const std::optional<Period>& period, UiLanguage lang) {
  if (!period || (!period->from && !period->to)) return {};
  const auto day = [&](const std::string& iso) { return date(iso, lang); };
  if (period->from && period->to) return day(*period->from) + " – " + day(*period->to);
  const std::string word = text(period->from ? "period_open" : "period_until", lang);
  const std::string end = day(period->from ? *period->from : *period->to);
  return lang == UiLanguage::fi ? end + " " + word : word + " " + end;
}

std::string classification_text(const std::optional<Classification>& classification) {
  if (!classification) return {};
  std::string title = classification->title;
  if (title.empty()) title = Authority::builtin().classification_title(classification->code).value_or("");
  return printable(classification->code + (title.empty() ? "" : " " + title));
}

std::string kind_text(Kind kind, UiLanguage lang) {
  return text(kind == Kind::motion ? "kind_motion" : kind == Kind::other ? "kind_other" : "part_decision", lang);
}

std::string language_text(const std::string& code, UiLanguage lang) {
  constexpr std::array<std::array<std::string_view, 3>, 3> names{
      {{"suomi", "finska", "Finnish"}, {"ruotsi", "svenska", "Swedish"}, {"englanti", "engelska", "English"}}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (code == code_of(static_cast<UiLanguage>(i))) return std::string(names[i][static_cast<std::size_t>(lang)]);
  }
  return {};
}

void add_header(Json& view, const Decision& decision, UiLanguage lang) {
  const std::string maker = maker_value(decision);
  view["date"] = decision.date ? date(*decision.date, lang) : "";
  view["iso_date"] = decision.date ? printable(*decision.date) : "";
  view["maker"] = decision.decision_maker ? printable(maker_label(*decision.decision_maker, lang)) : "";
  view["maker_url"] = maker.empty() ? "" : value_url(FieldId::decision_maker, maker, lang);
  view["section"] = decision.section ? text_with("section_mark", lang, std::to_string(*decision.section)) : "";
  view["case_number"] = decision.case_number ? printable(*decision.case_number) : "";
  view["case_url"] = decision.case_number ? value_url(FieldId::case_number, *decision.case_number, lang) : "";
  view["kind"] = kind_text(decision.kind, lang);
  view["is_motion"] = decision.kind == Kind::motion;
}

void add_facts(Json& view, const Decision& decision, UiLanguage lang) {
  Json organisations = Json::array();
  for (const std::string& name : decision.organisations) {
    organisations.push_back(
        {{"organisation", printable(name)}, {"organisation_url", value_url(FieldId::organisation, name, lang)}});
  }
  Json attachments = Json::array();
  const bool told = std::any_of(decision.parts.begin(), decision.parts.end(),
                                [](const Part& part) { return part.role == PartRole::attachments; });
  for (const Attachment& attachment : decision.attachments) {
    if (told) break;  // the text lists them itself
    attachments.push_back({{"attachment_number", attachment.number ? std::to_string(*attachment.number) + ". " : ""},
                           {"attachment", printable(attachment.title)}});
  }
  const auto add_list = [&view](const std::string& name, Json list) {
    view["has_" + name] = !list.empty();
    view[name] = std::move(list);
  };
  add_list("funders", funders_view(decision, FunderRelation::funds, lang));
  add_list("mentioned", funders_view(decision, FunderRelation::mentioned, lang));
  add_list("amounts", amounts_view(decision, lang));
  add_list("organisations", std::move(organisations));
  add_list("attachments", std::move(attachments));
  view["period"] = period_text(decision.period, lang);
  view["classification"] = classification_text(decision.classification);
  view["classification_url"] =
      decision.classification ? value_url(FieldId::classification, decision.classification->code, lang) : "";
  view["text_language"] = language_text(language_of(decision), lang);
  view["original_url"] = safe_link(decision.url);
}

Json links_view(const std::vector<Link>& links, UiLanguage lang) {
  Json out = Json::array();
  for (const Link& link : links) {
    Json reasons = Json::array();
    for (const std::string& reason : link.reasons) reasons.push_back({{"reason", printable(reason)}});
    Request find;
    find.query = link.query;
    out.push_back({{"link_url", !link.id.empty()      ? decision_url(link.id, lang)
                                : !link.query.empty() ? search_url(find, lang)
                                                      : std::string()},
                   {"link_title", printable(link.title.empty() ? link.where : link.title)},
                   {"link_where", link.title.empty() ? "" : printable(link.where)},
                   {"has_reasons", !reasons.empty()},
                   {"reasons", reasons}});
  }
  return out;
}

}  // namespace

std::string decision_page(const Decision& decision, const Surroundings& around, UiLanguage lang) {
  const bool named = decision.title && !decision.title->empty();
  const std::string title = named ? *decision.title : text("untitled", lang);
  constexpr std::size_t language_length = 3;  // "/fi"
  Json view = frame(lang, title + " – " + text("service_name", lang),
                    decision_url(decision.id, UiLanguage::fi).substr(language_length));
  view["title"] = printable(title);
  view["text_lang"] = language_of(decision);
  view["parts"] = parts_view(decision, lang);
  view["has_parts"] = !view["parts"].empty();
  view["has_contents"] = view["parts"].size() > 2;
  view["citation"] = citation_of(decision, named ? title : std::string(), lang);
  add_header(view, decision, lang);
  add_facts(view, decision, lang);
  view["has_cites"] = !around.cites.empty();
  view["cites"] = links_view(around.cites, lang);
  view["has_cited_by"] = !around.cited_by.empty();
  view["cited_by"] = links_view(around.cited_by, lang);
  view["cited_by_more"] =
      around.cited_by_total > around.cited_by.size()
          ? text_with("and_more", lang, number(around.cited_by_total - around.cited_by.size(), lang))
          : "";
  Request similar;
  similar.similar_to = decision.id;
  view["precedents_url"] = search_url(similar, lang);
  view["has_precedents"] = !around.precedents.empty();
  view["precedents"] = links_view(around.precedents, lang);
  return render("decision", view);
}

}  // namespace pykala::searcher::page
