// SPDX-License-Identifier: GPL-2.0-or-later
// Deadline: the time that one request may take. A match past it ends in the middle, by an error.
#pragma once

#include <xapian.h>

#include <chrono>

#include "searcher/request.h"

namespace pykala::searcher {

class Deadline {
 public:
  Deadline(std::chrono::milliseconds most, UiLanguage lang)
      : most_(most), end_(std::chrono::steady_clock::now() + most), lang_(lang) {}

  /// Throws Error{unavailable} when it has passed. For between the steps of an answer.
  void check() const;

  /// The same query, which looks at the clock as it meets documents. Weights and matches do not change.
  [[nodiscard]] Xapian::Query watched(const Xapian::Query& query) const;

 private:
  std::chrono::milliseconds most_;
  std::chrono::steady_clock::time_point end_;
  UiLanguage lang_;
};

}  // namespace pykala::searcher
