// SPDX-License-Identifier: GPL-2.0-or-later
// Document list: documents found outside Xapian's matcher (a range over a column, a phrase) as a part of a query.
#pragma once

#include <xapian.h>

#include "searcher/document_set.h"

namespace pykala::searcher {

/// A query that matches exactly these documents, without weight. They mean nothing in another database or in another
/// revision of it.
[[nodiscard]] Xapian::Query document_list(DocumentSet documents);

}  // namespace pykala::searcher
