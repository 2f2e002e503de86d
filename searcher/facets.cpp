// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, counted values out. Counting runs over columns in memory, outside Xapian's matcher.
#include "searcher/facets.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "searcher/filters.h"
#include "searcher/labels.h"
#include "searcher/value_names.h"

namespace pykala::searcher {

using namespace schema;

namespace {

/// The values that the request's filter on a field asks for; "" is unknown.
std::set<std::string> selected_values(FieldId id, const std::vector<Filter>& filters) {
  std::set<std::string> selected;
  for (const Filter& filter : filters) {
    if (filter.field != id) continue;
    for (const auto& wanted : filter.values) selected.insert(wanted ? value_key(id, *wanted) : std::string());
  }
  return selected;
}

struct Count {
  std::uint32_t value = 0;  ///< number in the column
  std::size_t count = 0;
  bool selected = false;
};

/// Values of the column that some of the documents have or the filter asks for.
std::vector<Count> count_values(const Column& column, const DocumentSet& documents,
                                const std::set<std::string>& selected) {
  const std::vector<std::uint32_t> counts = column.count(documents);
  std::vector<Count> found;
  for (std::uint32_t number = 0; number < counts.size(); ++number) {
    const bool is_selected = !selected.empty() && selected.contains(column.values()[number]);
    if (counts[number] > 0 || is_selected) found.push_back({number, counts[number], is_selected});
  }
  return found;
}

/// The first `limit`, and past them what was selected and the unknown, all in order. A field may have a hundred
/// thousand values: only what is shown is sorted.
std::vector<Count> shown_values(std::vector<Count> found, const Column& column, std::size_t limit, bool by_value) {
  const auto& values = column.values();
  const auto before = [&](const Count& a, const Count& b) {
    if (by_value) return values[a.value] > values[b.value];  // newest first; unknown, the empty value, last
    return a.count != b.count ? a.count > b.count : values[a.value] < values[b.value];
  };
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
  std::partial_sort(found.begin(), end, found.end(), before);
  std::vector<Count> shown(found.begin(), end);
  std::copy_if(end, found.end(), std::back_inserter(shown),
               [&](const Count& count) { return count.selected || values[count.value].empty(); });
  std::sort(shown.begin() + (end - found.begin()), shown.end(), before);
  return shown;
}

/// Whether a name of the value, in any language, contains the text that `plain` made.
bool is_named(const std::string& value, const std::string& names, const std::string& label, const std::string& text) {
  return plain(label).find(text) != std::string::npos || (!value.empty() && names.find(text) != std::string::npos);
}

}  // namespace

Facet count_facet(const FacetRequest& request, const DocumentSet& documents, const std::vector<Filter>& filters,
                  const Index& index, UiLanguage lang) {
  const Column& column = index.column(request.field);
  std::vector<Count> found = count_values(column, documents, selected_values(request.field, filters));
  if (!request.contains.empty()) {
    const std::string text = plain(request.contains);
    const auto& names = index.plain_names(request.field);
    std::erase_if(found, [&](const Count& count) {
      const std::string& value = column.values()[count.value];
      return !is_named(value, names[count.value], label_of(request.field, value, index, lang), text);
    });
  }
  Facet facet{request.field, {}, found.size()};
  for (const Count& count : shown_values(std::move(found), column, request.limit, request.field == FieldId::year)) {
    const std::string& value = column.values()[count.value];
    facet.values.push_back({value.empty() ? std::nullopt : std::optional(value),
                            label_of(request.field, value, index, lang), count.count, count.selected});
  }
  return facet;
}

std::vector<Facet> count_facets(const Request& request, const DocumentSet& documents,
                                const std::function<DocumentSet(FieldId)>& documents_without, const Index& index) {
  std::vector<Facet> facets;
  for (const FacetRequest& facet : request.facets) {
    const bool filtered = std::any_of(request.filters.begin(), request.filters.end(),
                                      [&](const Filter& filter) { return filter.field == facet.field; });
    const auto own = filtered ? std::optional(documents_without(facet.field)) : std::nullopt;
    facets.push_back(count_facet(facet, own ? *own : documents, request.filters, index, request.lang));
  }
  return facets;
}

}  // namespace pykala::searcher
