// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, counted values out. Counting runs over columns in memory, outside Xapian's matcher.
#include "searcher/facets.h"

#include <algorithm>
#include <set>

#include "searcher/filters.h"
#include "searcher/labels.h"

namespace pykala::searcher {

using namespace schema;

namespace {

/// Notes each match as it goes by; no copy of the match set is made.
class Collector : public Xapian::MatchSpy {
 public:
  std::vector<Xapian::docid> documents;
  void operator()(const Xapian::Document& document, double) override { documents.push_back(document.get_docid()); }
};

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
  std::string value;
  std::size_t count = 0;
  bool selected = false;
};

/// Values of the column that some of the documents have or the filter asks for.
std::vector<Count> count_values(const Column& column, const std::vector<Xapian::docid>& documents,
                                const std::set<std::string>& selected) {
  std::vector<std::size_t> counts(column.values().size(), 0);
  for (const Xapian::docid document : documents) {
    for (const std::uint32_t number : column.of(document)) ++counts[number];
  }
  std::vector<Count> found;
  for (std::size_t number = 0; number < counts.size(); ++number) {
    const std::string& value = column.values()[number];
    const bool is_selected = selected.contains(value);
    if (counts[number] > 0 || is_selected) found.push_back({value, counts[number], is_selected});
  }
  return found;
}

}  // namespace

std::vector<Xapian::docid> matching_documents(const Xapian::Query& query, const Index& index) {
  Collector collector;
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&collector);
  const Xapian::MSet all = enquire.get_mset(0, 0, index.database().get_doccount());
  std::sort(collector.documents.begin(), collector.documents.end());
  return std::move(collector.documents);
}

Facet count_facet(const FacetRequest& request, const std::vector<Xapian::docid>& documents,
                  const std::vector<Filter>& filters, const Index& index, UiLanguage lang) {
  std::vector<Count> found =
      count_values(index.column(request.field), documents, selected_values(request.field, filters));
  const bool by_value = request.field == FieldId::year;
  std::sort(found.begin(), found.end(), [&](const Count& a, const Count& b) {
    if (by_value) return a.value > b.value;  // newest first; unknown, the empty value, last
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  Facet facet{request.field, {}};
  for (const Count& count : found) {
    if (facet.values.size() >= request.limit && !count.selected && !count.value.empty()) continue;  // unknown is told
    facet.values.push_back({count.value.empty() ? std::nullopt : std::optional(count.value),
                            label_of(request.field, count.value, index, lang), count.count, count.selected});
  }
  return facet;
}

}  // namespace pykala::searcher
