// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, counted values out. Counting runs over columns in memory, outside Xapian's matcher.
#include "searcher/facets.h"

#include <algorithm>

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

bool is_selected(const std::string& value, FieldId id, const std::vector<Filter>& filters) {
  for (const Filter& filter : filters) {
    if (filter.field != id) continue;
    for (const auto& wanted : filter.values) {
      if (wanted.value_or("") == value) return true;
    }
  }
  return false;
}

struct Count {
  std::uint32_t number = 0;  ///< of the value in its column
  std::size_t count = 0;
  bool selected = false;
};

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
  const Column& column = index.column(request.field);
  std::vector<std::size_t> counts(column.values().size(), 0);
  for (const Xapian::docid document : documents) {
    for (const std::uint32_t number : column.of(document)) ++counts[number];
  }
  std::vector<Count> found;
  for (std::uint32_t number = 0; number < counts.size(); ++number) {
    const bool selected = is_selected(column.values()[number], request.field, filters);
    if (counts[number] > 0 || selected) found.push_back({number, counts[number], selected});
  }
  const bool by_value = request.field == FieldId::year;
  std::sort(found.begin(), found.end(), [&](const Count& a, const Count& b) {
    const std::string& left = column.values()[a.number];
    const std::string& right = column.values()[b.number];
    if (by_value) return left > right;  // newest first; unknown, the empty value, last
    return a.count != b.count ? a.count > b.count : left < right;
  });
  Facet facet{request.field, {}};
  for (const Count& count : found) {
    if (facet.values.size() >= request.limit && !count.selected) continue;
    const std::string& value = column.values()[count.number];
    facet.values.push_back({value.empty() ? std::nullopt : std::optional(value),
                            label_of(request.field, value, index, lang), count.count, count.selected});
  }
  return facet;
}

}  // namespace pykala::searcher
