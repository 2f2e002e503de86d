// SPDX-License-Identifier: GPL-2.0-or-later
// A database and today's date in, the documents whose day of expiry has passed out.
#include "searcher/expired.h"

#include <algorithm>

#include "indexer/iso_date.h"
#include "indexer/keys.h"
#include "indexer/schema.h"

namespace pykala::searcher {

using namespace schema;

const std::vector<Xapian::docid>& Expired::documents(const Xapian::Database& database) {
  const std::string day = today();
  if (day == day_) return documents_;
  documents_.clear();
  const std::string prefix = std::string(expires_prefix) + ":";
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if ((*term).substr(prefix.size()) >= date_key(day)) break;
    documents_.insert(documents_.end(), database.postlist_begin(*term), database.postlist_end(*term));
  }
  std::sort(documents_.begin(), documents_.end());
  day_ = day;
  return documents_;
}

}  // namespace pykala::searcher
