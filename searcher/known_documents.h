// SPDX-License-Identifier: GPL-2.0-or-later
// Known documents: parts of a Xapian query whose matches can be read without Xapian's matcher. They are posting sources
// of ours, which the matcher can use too.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/document_set.h"

namespace pykala::searcher {

class KnownDocuments : public Xapian::PostingSource {
 public:
  /// No more documents than this match.
  [[nodiscard]] virtual std::size_t at_most() const = 0;
  virtual void add_to(DocumentSet& set) const = 0;
  /// Of some documents (ascending docids) those that match.
  virtual void add_those_of(const std::vector<Xapian::docid>& some, DocumentSet& set) const = 0;

  [[nodiscard]] std::string name() const final;
  /// Where it is in this process: Xapian shows what is in a leaf of a query to nobody but the reader of its bytes.
  [[nodiscard]] std::string serialise() const final;
};

/// The source of a query that is one; nullptr for any other query. It lives as long as the query.
[[nodiscard]] const KnownDocuments* known_documents(const Xapian::Query& query);

}  // namespace pykala::searcher
