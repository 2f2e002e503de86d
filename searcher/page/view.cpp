// SPDX-License-Identifier: GPL-2.0-or-later
// Decisions and texts in, JSON for templates out. All text of documents goes through printable(): control characters
// and those that turn the direction of text become spaces.
#include "searcher/page/view.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "indexer/authority.h"
#include "indexer/decision_money.h"
#include "indexer/keys.h"
#include "searcher/format.h"
#include "searcher/labels.h"
#include "searcher/page/assets.h"
#include "searcher/page/links.h"
#include "searcher/page/texts.h"
#include "stemmers/unicode.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::array<std::pair<UiLanguage, std::string_view>, 3> ui_languages{
    {{UiLanguage::fi, "Suomi"}, {UiLanguage::sv, "Svenska"}, {UiLanguage::en, "English"}}};

const Json& texts_of(UiLanguage lang) {
  static const std::array<Json, 3> texts = [] {
    std::array<Json, 3> all;
    for (const auto& [language, name] : ui_languages) {
      for (const std::string& key : text_keys()) all[static_cast<std::size_t>(language)][key] = text(key, language);
    }
    return all;
  }();
  return texts[static_cast<std::size_t>(lang)];
}

/// Byte of a code point, from a code point and byte before it.
std::size_t byte_of(std::string_view text, std::size_t byte, std::size_t code_points) {
  while (code_points > 0 && byte < text.size()) {
    ++byte;
    while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) ++byte;
    --code_points;
  }
  return byte;
}

std::string role_text(AmountRole role, UiLanguage lang) {
  constexpr std::array<std::string_view, 4> names{"total", "grant", "own_share", "other"};
  return text("amount_role_" + std::string(names[static_cast<std::size_t>(role)]), lang);
}

}  // namespace

Json frame(UiLanguage lang, const std::string& title, const std::string& path) {
  Json languages = Json::array();
  for (const auto& [language, name] : ui_languages) {
    const std::string code(code_of(language));
    languages.push_back(
        {{"code", code}, {"language_name", name}, {"language_url", "/" + code + path}, {"current", language == lang}});
  }
  const std::string home = "/" + std::string(code_of(lang));
  return {{"t", texts_of(lang)},
          {"lang", code_of(lang)},
          {"page_title", printable(title)},
          {"languages", languages},
          {"home_url", home + "/search"},
          {"draft_url", home + "/draft"},
          {"help_url", home + "/help"},
          {"accessibility_url", home + "/accessibility"},
          {"style_url", asset_url("style.css")},
          {"script_url", asset_url("app.js")},
          {"icon_url", asset_url("icon.svg")},
          {"feed_url", ""},
          {"on_search", false},
          {"on_draft", false},
          {"languages_form", false},
          {"on_help", false},
          {"on_accessibility", false}};
}

Json marked(const std::string& text, const Highlights& highlights) {
  const std::string shown = printable(text);
  Json pieces = Json::array();
  std::size_t byte = 0, point = 0;
  const auto add = [&](std::size_t end_point, bool mark) {
    if (end_point <= point) return;
    const std::size_t end = byte_of(shown, byte, end_point - point);
    if (end > byte) pieces.push_back({{"piece", shown.substr(byte, end - byte)}, {"mark", mark}});
    byte = end;
    point = end_point;
  };
  for (const auto& [begin, end] : highlights) {
    add(begin, false);
    add(end, true);
  }
  if (byte < shown.size()) pieces.push_back({{"piece", shown.substr(byte)}, {"mark", false}});
  return pieces;
}

FunderNames funder_names(const std::string& id, UiLanguage lang) {
  constexpr std::string_view other = "OTHER:";
  const FunderName* funder = Authority::builtin().funder(id);
  if (funder == nullptr) {
    const std::string name = printable(id.starts_with(other) ? id.substr(other.size()) : id);
    return {name, name};
  }
  const std::string& local = lang == UiLanguage::sv   ? funder->name_sv
                             : lang == UiLanguage::en ? funder->name_en
                                                      : funder->name_fi;
  return {funder->id, local.empty() ? funder->name_fi : local};
}

std::string citation_of(const Decision& decision, const std::string& title, UiLanguage lang) {
  std::string out;
  const auto add = [&out](const std::string& separator, const std::string& piece) {
    if (!piece.empty()) out += (out.empty() ? "" : separator) + piece;
  };
  if (decision.decision_maker) add("", maker_label(*decision.decision_maker, lang));
  if (decision.date) add(" ", date(*decision.date, lang));
  if (decision.section) add(", ", text_with("section_mark", lang, std::to_string(*decision.section)));
  add(": ", title);
  if (decision.case_number) add(" ", "(" + *decision.case_number + ")");
  return printable(out);
}

Json amounts_view(const Decision& decision, UiLanguage lang) {
  const auto main_sum = main_amount_cents(decision);
  std::vector<const Amount*> order;
  for (const Amount& amount : decision.amounts) order.push_back(&amount);
  std::stable_sort(order.begin(), order.end(), [&](const Amount* a, const Amount* b) {
    const auto rank = [&](const Amount& amount) {
      return std::pair(main_sum != amount.cents || amount.currency != "EUR", amount.role);
    };
    return rank(*a) < rank(*b);
  });
  Json out = Json::array();
  std::vector<std::tuple<std::int64_t, std::string, AmountRole>> seen;
  for (const Amount* amount : order) {
    const std::tuple key(amount->cents, amount->currency, amount->role);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
    seen.push_back(key);
    out.push_back({{"sum", sum(amount->cents, printable(amount->currency), lang)},
                   {"role", role_text(amount->role, lang)},
                   {"amount_funder", amount->funder ? funder_names(*amount->funder, lang).brief : ""},
                   {"quote", printable(amount->quote)}});
  }
  return out;
}

std::string value_url(FieldId id, const std::string& value, UiLanguage lang) {
  Request request;
  request.filters.push_back({id, {value}, {}, {}});
  return search_url(request, lang);
}

std::string language_of(const Decision& decision) {
  if (!decision.language) return {};
  const std::string& code = *decision.language;
  return code == "fi" || code == "sv" || code == "en" ? code : std::string();
}

std::string maker_value(const Decision& decision) {
  return decision.decision_maker ? maker_key(*decision.decision_maker) : std::string();
}

}  // namespace pykala::searcher::page
