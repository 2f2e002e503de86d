// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, sums out. Sums and values of groups come from columns in memory; no decision is read.
#include "searcher/amount_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/labels.h"

namespace pykala::searcher {

using namespace schema;

namespace {

using Cents = std::vector<std::int64_t>;

/// Sums are not negative: the index keeps none below zero.
AmountSummary summary_of(Cents& cents) {
  AmountSummary out;
  out.count = cents.size();
  if (cents.empty()) return out;
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t one : cents) out.sum_cents = out.sum_cents > most - one ? most : out.sum_cents + one;
  const auto middle = cents.begin() + static_cast<std::ptrdiff_t>(cents.size() / 2);
  std::nth_element(cents.begin(), middle, cents.end());
  out.median_cents = *middle;
  if (cents.size() % 2 == 0) {
    const std::int64_t below = *std::max_element(cents.begin(), middle);
    out.median_cents = below + (*middle - below) / 2;
  }
  return out;
}

/// The groups that have a sum; `by_value` goes by the numbers of `values`, where the empty one is unknown.
std::vector<AmountGroup> groups_of(FieldId id, const std::vector<std::string>& values, std::vector<Cents> by_value,
                                   const Index& index, UiLanguage lang) {
  std::vector<AmountGroup> groups;
  for (std::size_t n = 0; n < by_value.size(); ++n) {
    if (by_value[n].empty()) continue;
    const std::string& value = values[n];
    groups.push_back({value.empty() ? std::nullopt : std::optional(value), label_of(id, value, index, lang),
                      summary_of(by_value[n])});
  }
  return groups;
}

std::vector<AmountGroup> groups_by_year(const Index& index, const DocumentSet& documents, UiLanguage lang) {
  const Column& years = index.column(FieldId::year);
  const NumberColumn& amounts = index.numbers(Slot::amount);
  std::vector<Cents> by_value(years.values().size());
  documents.each([&](Xapian::docid document) {
    const double cents = amounts.of(document);
    if (cents == NumberColumn::unknown) return;
    for (const std::uint32_t number : years.of(document)) by_value[number].push_back(std::llround(cents));
  });
  return groups_of(FieldId::year, years.values(), std::move(by_value), index, lang);
}

std::vector<AmountGroup> groups_by_funder(const Index& index, const DocumentSet& documents, UiLanguage lang) {
  const FunderMoney& money = index.funder_money();
  std::vector<Cents> by_value(money.funders().size());
  documents.each([&](Xapian::docid document) {
    for (const FunderMoney::Sum& sum : money.of(document)) by_value[sum.funder].push_back(sum.cents);
  });
  return groups_of(FieldId::funder, money.funders(), std::move(by_value), index, lang);
}

}  // namespace

AmountStatistics amount_statistics(const Index& index, const DocumentSet& documents, UiLanguage lang) {
  AmountStatistics out;
  const NumberColumn& amounts = index.numbers(Slot::amount);
  Cents all;
  documents.each([&](Xapian::docid document) {
    if (amounts.of(document) != NumberColumn::unknown) all.push_back(std::llround(amounts.of(document)));
  });
  out.without = documents.size() - all.size();
  out.whole = summary_of(all);
  out.by_funder = groups_by_funder(index, documents, lang);
  out.by_year = groups_by_year(index, documents, lang);
  std::sort(out.by_funder.begin(), out.by_funder.end(), [](const AmountGroup& a, const AmountGroup& b) {
    if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
    return a.summary.sum_cents != b.summary.sum_cents ? a.summary.sum_cents > b.summary.sum_cents : a.value < b.value;
  });
  std::sort(out.by_year.begin(), out.by_year.end(),
            [](const AmountGroup& a, const AmountGroup& b) { return a.value > b.value; });
  return out;
}

}  // namespace pykala::searcher
