// SPDX-License-Identifier: GPL-2.0-or-later
// One pass over the list of all documents, which holds their lengths.
#include "searcher/length_column.h"

namespace pykala::searcher {

LengthColumn::LengthColumn(const Xapian::Database& database) : lengths_(std::size_t{database.get_lastdocid()} + 1) {
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    lengths_[*it] = it.get_doclength();
  }
}

}  // namespace pykala::searcher
