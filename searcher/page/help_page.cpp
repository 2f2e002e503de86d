// SPDX-License-Identifier: GPL-2.0-or-later
// A language in, the pages that do not depend on the index out: the search guide from the table of fields, the
// accessibility statement, errors.
#include <array>

#include "indexer/schema.h"
#include "searcher/format.h"
#include "searcher/page/links.h"
#include "searcher/page/page.h"
#include "searcher/page/template.h"
#include "searcher/page/texts.h"
#include "searcher/page/view.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

Json query_row(std::string_view query, std::string_view meaning, UiLanguage lang) {
  Request request;
  request.query = query;
  return {{"typed", query}, {"meaning", meaning}, {"typed_url", search_url(request, lang)}};
}

Json writing_rows(UiLanguage lang) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> rows{{
      {"vapaaehtoistyön koordinointi", "help_words"},
      {"\"hankkeen kokonaiskustannukset\"", "help_phrase"},
      {"=haku", "help_exact"},
      {"rahoitus*", "help_prefix"},
      {"avustus -asunto", "help_without"},
      {"(tila OR talo) AND avustus", "help_combined"},
      {"HEL 2017-900123", "help_case"},
      {"21 § 14.6.2017", "help_section"},
  }};
  Json out = Json::array();
  for (const auto& [query, key] : rows) out.push_back(query_row(query, text(key, lang), lang));
  return out;
}

Json field_rows(UiLanguage lang) {
  Json out = Json::array();
  for (const FieldRow& row : fields) {
    std::string names(row.name_fi);
    for (const std::string_view name : {row.name_sv, row.name}) {
      if (names.find(name) == std::string::npos) names += ", " + std::string(name);
    }
    Json view = query_row(row.example, text("meaning_" + std::string(row.name), lang), lang);
    view["names"] = names;
    out.push_back(std::move(view));
  }
  return out;
}

Json static_frame(UiLanguage lang, std::string_view title_key, const std::string& path) {
  Json view = frame(lang, text(title_key, lang) + " – " + text("service_name", lang), path);
  view["heading"] = text(title_key, lang);
  return view;
}

/// An address that can be a link: a web page, or e-mail without anything a mail program would read as more.
std::string contact_url(const std::string& feedback) {
  const std::string web = safe_link(feedback);
  if (!web.empty()) return web;
  const bool mail = feedback.find('@') != std::string::npos &&
                    feedback.find_first_of(" ?&%:/<>\"'\\,;") == std::string::npos && printable(feedback) == feedback;
  return mail ? "mailto:" + feedback : std::string();
}

}  // namespace

std::string help_page(UiLanguage lang) {
  Json view = static_frame(lang, "nav_help", "/help");
  view["on_help"] = true;
  view["writing"] = writing_rows(lang);
  view["fields"] = field_rows(lang);
  return render("help", view);
}

std::string accessibility_page(const std::string& feedback, UiLanguage lang) {
  Json view = static_frame(lang, "nav_accessibility", "/accessibility");
  view["on_accessibility"] = true;
  view["contact"] = printable(feedback);
  view["contact_url"] = contact_url(feedback);
  return render("accessibility", view);
}

std::string error_page(const Error& error, int status, UiLanguage lang) {
  constexpr int not_found = 404, too_large = 413, server_error = 500;
  const std::string key = status == not_found      ? "error_not_found"
                          : status == too_large    ? "error_too_large"
                          : status >= server_error ? "error_unavailable"
                                                   : "error_heading";
  Json view = static_frame(lang, key, "/search");
  view["error_text"] = key == "error_heading" ? text("error_bad_request", lang) : text(key + "_text", lang);
  view["error_details"] = status < server_error ? printable(error.what()) : "";
  view["error_hint"] = status < server_error ? printable(error.hint) : "";
  return render("error", view);
}

}  // namespace pykala::searcher::page
