// SPDX-License-Identifier: GPL-2.0-or-later
// Facets in, bars out. A bar is a link that adds its value to the filters, or takes it away again.
#include <algorithm>
#include <charconv>

#include "searcher/format.h"
#include "searcher/page/links.h"
#include "searcher/page/search_views.h"
#include "searcher/page/texts.h"

namespace pykala::searcher::page {

using namespace schema;

namespace {

constexpr std::size_t chart_size = 100;  ///< of the longest bar, in units of the picture
constexpr std::size_t most_labels = 12;  ///< with more years only every fifth is written out
constexpr int label_step = 5;
constexpr int most_years = 60;  ///< a longer span has its years with decisions only
constexpr std::size_t funders_shown = 6;

/// Length of a bar; what is not nothing can be seen.
std::size_t bar_size(std::size_t value, std::size_t largest) {
  if (value == 0 || largest == 0) return 0;
  return std::max<std::size_t>(2, chart_size * value / largest);
}

int year_number(const std::string& text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

struct YearCount {
  std::string year;
  std::size_t count = 0;
  AmountSummary money{};
};

/// Oldest first, years between without decisions too.
std::vector<YearCount> year_counts(const Facet& facet) {
  std::vector<YearCount> years;
  for (auto value = facet.values.rbegin(); value != facet.values.rend(); ++value) {
    if (!value->value) continue;
    const int year = year_number(*value->value);
    if (!years.empty() && year - year_number(years.front().year) < most_years) {
      for (int between = year_number(years.back().year) + 1; between < year; ++between) {
        years.push_back({std::to_string(between), 0});
      }
    }
    years.push_back({*value->value, value->count});
  }
  return years;
}

std::size_t euros(const AmountSummary& money) {
  return money.sum_cents <= 0 ? 0 : static_cast<std::size_t>(money.sum_cents / 100);
}

/// "1 234 €": cents say nothing beside sums of years.
std::string whole_sum(const AmountSummary& money, UiLanguage lang) {
  return sum(money.sum_cents / 100 * 100, "EUR", lang);
}

/// The main sums of each year's decisions, put beside their counts.
void add_money(std::vector<YearCount>& years, const std::vector<AmountGroup>& groups) {
  for (YearCount& one : years) {
    for (const AmountGroup& group : groups) {
      if (group.value == one.year) one.money = group.summary;
    }
  }
}

Json year_bars(const std::vector<YearCount>& years, const Request& asked, UiLanguage lang) {
  std::size_t largest = 0, richest = 0;
  for (const YearCount& one : years) {
    largest = std::max(largest, one.count);
    richest = std::max(richest, euros(one.money));
  }
  Json bars = Json::array();
  for (const YearCount& one : years) {
    const bool chosen = is_chosen(asked, FieldId::year, one.year);
    const std::size_t size = bar_size(one.count, largest), money = bar_size(euros(one.money), richest);
    const std::string count = one.count == 0 ? text("hits_none", lang) : counted("hits", one.count, lang);
    bars.push_back(
        {{"year", one.year},
         {"year_count", number(one.count, lang)},
         {"year_money", money > 0 ? whole_sum(one.money, lang) : "–"},
         {"year_text", money > 0 ? count + ", " + whole_sum(one.money, lang) : count},
         {"money", std::to_string(money)},
         {"money_top", std::to_string(chart_size - money)},
         {"year_url",
          one.count > 0 || chosen ? search_url(with_value(asked, FieldId::year, one.year, !chosen), lang) : ""},
         {"bar", std::to_string(size)},
         {"top", std::to_string(chart_size - size)},
         {"labelled", years.size() <= most_labels || year_number(one.year) % label_step == 0},
         {"year_chosen", chosen}});
  }
  return bars;
}

Json bar_view(const std::string& funder, const Request& asked, UiLanguage lang) {
  const FunderNames names = funder_names(funder, lang);
  const bool chosen = is_chosen(asked, FieldId::funder, funder);
  return {{"bar_label", names.brief},
          {"bar_name", names.full},
          {"bar_url", search_url(with_value(asked, FieldId::funder, funder, !chosen), lang)},
          {"bar_chosen", chosen}};
}

/// What each funder grants, largest first.
Json money_bars(std::vector<AmountGroup> groups, const Request& asked, UiLanguage lang) {
  std::erase_if(groups, [](const AmountGroup& group) { return !group.value || group.summary.sum_cents <= 0; });
  std::stable_sort(groups.begin(), groups.end(), [](const AmountGroup& a, const AmountGroup& b) {
    return a.summary.sum_cents > b.summary.sum_cents;
  });
  if (groups.size() > funders_shown) groups.resize(funders_shown);
  Json bars = Json::array();
  for (const AmountGroup& group : groups) {
    Json bar = bar_view(*group.value, asked, lang);
    bar["bar"] = std::to_string(bar_size(euros(group.summary), euros(groups.front().summary)));
    bar["bar_value"] = whole_sum(group.summary, lang);
    bar["bar_count"] = number(group.summary.count, lang);
    bars.push_back(std::move(bar));
  }
  return bars;
}

}  // namespace

void add_charts(Json& view, const Request& asked, const Response& response, UiLanguage lang) {
  Json years = Json::array(), funders = Json::array();
  std::string unknown, unknown_money = "–";
  bool money = false;
  if (const Facet* facet = facet_of(response, FieldId::year)) {
    auto counts = year_counts(*facet);
    if (response.amount_statistics) add_money(counts, response.amount_statistics->by_year);
    money = std::any_of(counts.begin(), counts.end(), [](const YearCount& one) { return euros(one.money) > 0; });
    years = year_bars(counts, asked, lang);
    for (const FacetValue& value : facet->values) {
      if (!value.value && value.count > 0) unknown = number(value.count, lang);
    }
  }
  if (response.amount_statistics) {
    for (const AmountGroup& group : response.amount_statistics->by_year) {
      if (!group.value && euros(group.summary) > 0) unknown_money = whole_sum(group.summary, lang);
    }
  }
  if (response.amount_statistics) funders = money_bars(response.amount_statistics->by_funder, asked, lang);
  view["has_years"] = years.size() > 1;
  view["has_year_money"] = money;
  view["years"] = std::move(years);
  view["years_unknown"] = unknown;
  view["years_unknown_money"] = unknown_money;
  view["has_funder_bars"] = !funders.empty();
  view["funder_bars"] = std::move(funders);
  view["has_charts"] = view["has_years"].get<bool>() || view["has_funder_bars"].get<bool>();
}

}  // namespace pykala::searcher::page
