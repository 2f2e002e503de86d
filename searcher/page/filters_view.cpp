// SPDX-License-Identifier: GPL-2.0-or-later
// Request and facets in, checkboxes and chips out.
#include <algorithm>
#include <array>

#include "indexer/limits.h"
#include "searcher/format.h"
#include "searcher/page/links.h"
#include "searcher/page/search_views.h"
#include "searcher/page/texts.h"
#include "searcher/server/request_parameters.h"
#include "searcher/server/urls.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::size_t values_at_once = 6;  ///< of a facet; more open on demand

/// Facets in the order of the page.
constexpr std::array<FieldId, 8> facet_order{FieldId::funder,         FieldId::decision_maker, FieldId::organisation,
                                             FieldId::year,           FieldId::sector,         FieldId::kind,
                                             FieldId::classification, FieldId::language};

std::string parameter_value(const std::optional<std::string>& value) {
  return value.value_or("unknown");
}

Json value_view(const Facet& facet, const FacetValue& value, UiLanguage lang) {
  const std::string parameter = parameter_value(value.value);
  std::string label = printable(value.label);
  if (facet.field == FieldId::funder && value.value) {
    const FunderNames names = funder_names(*value.value, lang);
    if (names.brief != names.full) label = names.brief + " – " + names.full;
  }
  const std::string name(field(facet.field).name);
  return {{"value_id", "f-" + name + "-" + server::percent_encode(parameter)},
          {"field", name},
          {"value", parameter},
          {"label", label},
          {"count", number(value.count, lang)},
          {"none", value.count == 0},
          {"checked", value.selected}};
}

/// The facet as the address asks for it, when it looks for values or shows all of them.
const FacetRequest* wider_facet(const Request& asked, FieldId id) {
  for (const FacetRequest& facet : asked.facets) {
    if (facet.field == id && facet.limit == max_facet_values) return &facet;
  }
  return nullptr;
}

/// The same search with another view of the facet's values: `contains`, or as they are at first.
std::string values_url(const Request& asked, FieldId id, bool all, UiLanguage lang) {
  Request there = asked;
  std::erase_if(there.facets, [id](const FacetRequest& one) { return one.field == id; });
  if (all) there.facets.push_back({id, max_facet_values, {}});
  return search_url(there, lang);
}

Json group_view(const Request& asked, const Facet& facet, UiLanguage lang) {
  const FacetRequest* wider = wider_facet(asked, facet.field);
  Json shown = Json::array(), more = Json::array();
  for (const FacetValue& value : facet.values) {
    // What is chosen stays in sight.
    const bool in_sight = wider != nullptr || shown.size() < values_at_once || value.selected;
    (in_sight ? shown : more).push_back(value_view(facet, value, lang));
  }
  const std::size_t rest = facet.size > facet.values.size() ? facet.size - facet.values.size() : 0;
  const std::string name = std::string(value_prefix) + std::string(field(facet.field).name);
  return {{"group", field(facet.field).name},
          {"is_long", rest > 0 || wider != nullptr},
          {"find_name", name},
          {"find_value", wider != nullptr ? printable(wider->contains) : ""},
          {"all_url", rest > 0 && wider == nullptr ? values_url(asked, facet.field, true, lang) : ""},
          {"all_text", text_with("facet_all", lang, number(facet.size, lang))},
          {"fewer_url", wider != nullptr ? values_url(asked, facet.field, false, lang) : ""},
          {"no_value", facet.values.empty()},
          {"rest", rest > 0 && wider != nullptr ? text_with("facet_rest", lang, number(rest, lang)) : ""},
          {"heading", field_text(facet.field, lang)},
          {"values", shown},
          {"has_more", !more.empty()},
          {"more_text", text_with("facet_more", lang, number(more.size(), lang))},
          {"more", more}};
}

std::string chip_label(const Response& response, FieldId id, const std::optional<std::string>& value, UiLanguage lang) {
  if (id == FieldId::funder && value) return funder_names(*value, lang).brief;
  if (const Facet* facet = facet_of(response, id)) {
    for (const FacetValue& one : facet->values) {
      if (one.value == value) return printable(one.label);
    }
  }
  return value ? printable(*value) : text("unknown", lang);
}

/// "1 000 € – 5 000 €", "vähintään 1 000 €", "1.1.2017 alkaen".
std::string range_label(const Filter& filter, UiLanguage lang) {
  const bool amount = filter.field == FieldId::amount;
  const auto shown = [&](const std::string& end) {
    return amount ? sum(std::stoll(end), "EUR", lang) : date(end, lang);
  };
  if (filter.from && filter.to) {
    return filter.from == filter.to ? shown(*filter.from) : shown(*filter.from) + " – " + shown(*filter.to);
  }
  const std::string word = text(std::string(amount ? "amount_" : "date_") + (filter.from ? "from" : "to"), lang);
  const std::string end = shown(filter.from ? *filter.from : *filter.to);
  // "1.1.2017 alkaen", "from 1 January 2017"
  return amount || lang != UiLanguage::fi ? word + " " + end : end + " " + word;
}

Json chips(const Request& asked, const Response& response, UiLanguage lang) {
  Json out = Json::array();
  const auto add = [&](const Filter& filter, const std::string& label, const Request& without) {
    out.push_back({{"chip_field", field_text(filter.field, lang)},
                   {"chip_label", label},
                   {"chip_url", search_url(without, lang)}});
  };
  if (asked.similar_to) {
    Request without = asked;
    without.similar_to.reset();
    without.offset = 0;
    const std::string title =
        response.similar_to && response.similar_to->decision.title ? *response.similar_to->decision.title : "";
    out.push_back({{"chip_field", text("similar_to", lang)},
                   {"chip_label", printable(title.empty() ? *asked.similar_to : title)},
                   {"chip_url", search_url(without, lang)}});
  }
  for (const Filter& filter : asked.filters) {
    if (filter.from || filter.to) add(filter, range_label(filter, lang), without_filter(asked, filter.field));
    for (const auto& value : filter.values) {
      add(filter, chip_label(response, filter.field, value, lang), with_value(asked, filter.field, value, false));
    }
  }
  return out;
}

/// Parameters of the address that no box of the form shows, so that the form does not lose them.
Json hidden_fields(const Request& asked, const Response& response) {
  constexpr std::array<std::string_view, 8> boxes{"q",         "from", "to",     "amount_from",
                                                  "amount_to", "page", "offset", "lang"};
  Request state = asked;
  state.facets.clear();
  state.snippet_length = Request().snippet_length;
  Json out = Json::array();
  for (const auto& [name, value] : server::parameters_of(state)) {
    if (std::find(boxes.begin(), boxes.end(), name) != boxes.end()) continue;
    const bool shown = std::any_of(response.facets.begin(), response.facets.end(), [&](const Facet& facet) {
      return field(facet.field).name == name &&
             std::any_of(facet.values.begin(), facet.values.end(),
                         [&](const FacetValue& one) { return parameter_value(one.value) == value; });
    });
    if (!shown) out.push_back({{"hidden_name", name}, {"hidden_value", value}});
  }
  for (const auto& [name, value] : value_parameters(asked)) {  // a text stands in its own box
    if (value == every_value) out.push_back({{"hidden_name", name}, {"hidden_value", value}});
  }
  return out;
}

}  // namespace

const Facet* facet_of(const Response& response, FieldId id) {
  for (const Facet& facet : response.facets) {
    if (facet.field == id) return &facet;
  }
  return nullptr;
}

const std::string& field_text(FieldId id, UiLanguage lang) {
  return text("field_" + std::string(field(id).name), lang);
}

void add_filters(Json& view, const Request& asked, const Response& response, UiLanguage lang) {
  Json groups = Json::array();
  for (const FieldId id : facet_order) {
    const Facet* facet = facet_of(response, id);
    if (facet != nullptr && (!facet->values.empty() || wider_facet(asked, id) != nullptr)) {
      groups.push_back(group_view(asked, *facet, lang));
    }
  }
  const Json all_chips = chips(asked, response, lang);
  Request clear = asked;
  clear.filters.clear();
  clear.similar_to.reset();
  clear.offset = 0;
  for (const char* name : {"amount_from", "amount_to", "date_from", "date_to"}) view[name] = "";
  for (const auto& [name, value] : server::parameters_of(asked)) {
    if (name == "amount_from" || name == "amount_to") view[name] = value;
    if (name == "from" || name == "to") view["date_" + name] = value;
  }
  view["facet_groups"] = std::move(groups);
  view["has_chips"] = !all_chips.empty();
  view["chip_count"] = all_chips.empty() ? "" : std::to_string(all_chips.size());
  view["chips"] = all_chips;
  view["clear_url"] = search_url(clear, lang);
  view["hidden_fields"] = hidden_fields(asked, response);
}

}  // namespace pykala::searcher::page
