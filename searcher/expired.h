// SPDX-License-Identifier: GPL-2.0-or-later
// Expired: documents that may not be shown any more although the index still has them. An update takes them out; from
// midnight until then no answer has them.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace pykala::searcher {

class Expired {
 public:
  /// Ascending docids of the decisions whose last day lies before today. Looked up once a day and database; costs
  /// nothing where no decision expires.
  [[nodiscard]] const std::vector<Xapian::docid>& documents(const Xapian::Database& database);

  /// Another revision of the index: what is known means nothing in it.
  void forget() { day_.clear(); }

 private:
  std::string day_;  ///< of `documents_`; empty: not looked up
  std::vector<Xapian::docid> documents_;
};

}  // namespace pykala::searcher
