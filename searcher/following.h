// SPDX-License-Identifier: GPL-2.0-or-later
// Reading an index that is being written to: what a commit breaks is done again on the newer revision.
#pragma once

#include "indexer/xapian_error.h"
#include "searcher/index.h"

namespace pykala::searcher {

/// Calls `read()`, again on the newest revision when a commit came in between. Throws Error for the rest.
template <class Read>
auto following(Index& index, Read read) {
  constexpr int max_attempts = 4;
  for (int attempt = 1;; ++attempt) {
    try {
      return read();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == max_attempts) throw schema::from_xapian(error, index.path());
      index.reopen();
    } catch (const Xapian::Error& error) {
      throw schema::from_xapian(error, index.path());
    }
  }
}

}  // namespace pykala::searcher
