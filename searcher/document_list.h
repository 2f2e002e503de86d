// SPDX-License-Identifier: GPL-2.0-or-later
// Document list: documents found outside Xapian's matcher (a range over a column, a phrase) as a part of a query.
#pragma once

#include <xapian.h>

#include <vector>

namespace pykala::searcher {

/// A query that matches exactly these documents, without weight. `documents`: ascending docids of one database; they
/// mean nothing in another one or in another revision of it.
[[nodiscard]] Xapian::Query document_list(std::vector<Xapian::docid> documents);

}  // namespace pykala::searcher
