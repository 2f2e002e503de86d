// SPDX-License-Identifier: GPL-2.0-or-later
// The arithmetic of Xapian::BM25Weight, with k2 and k3 of no effect.
#include "searcher/bm25.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace pykala::searcher {

Bm25::Bm25(const Bm25Settings& settings, const Xapian::Database& database)
    : settings_(settings), documents_(database.get_doccount()) {
  const double mean = database.get_average_length();
  per_mean_ = mean > 0 ? 1 / mean : 0;
}

double Bm25::weight(Xapian::doccount frequency) const {
  double odds = (documents_ - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (settings_.k1 + 1);
}

double Bm25::norm(double length) const {
  const double normal = std::max(length * per_mean_, settings_.min_normlen);
  return settings_.k1 * (normal * settings_.b + (1 - settings_.b));
}

double Bm25::most(double weight, double most_wdf, double shortest) const {
  return most_wdf > 0 ? weight * most_wdf / (norm(std::max(most_wdf, shortest)) + most_wdf) : 0;
}

Xapian::doccount Bm25::frequency_of_any(std::vector<Xapian::doccount> frequencies) const {
  const std::greater<> rarest_on_top;
  std::make_heap(frequencies.begin(), frequencies.end(), rarest_on_top);
  while (frequencies.size() > 1) {
    std::pop_heap(frequencies.begin(), frequencies.end(), rarest_on_top);
    const double a = frequencies.back();
    frequencies.pop_back();
    std::pop_heap(frequencies.begin(), frequencies.end(), rarest_on_top);
    const double b = frequencies.back();
    frequencies.back() = static_cast<Xapian::doccount>(a + b - a * b / documents_ + 0.5);
    std::push_heap(frequencies.begin(), frequencies.end(), rarest_on_top);
  }
  return frequencies.front();
}

}  // namespace pykala::searcher
