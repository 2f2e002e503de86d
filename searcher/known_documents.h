// SPDX-License-Identifier: GPL-2.0-or-later
// Known documents: parts of a Xapian query whose matches can be read without Xapian's matcher. They are posting sources
// of ours, which the matcher can use too.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/document_set.h"

namespace pykala::searcher {

class KnownDocuments : public Xapian::PostingSource {
 public:
  /// No more documents than this match.
  [[nodiscard]] virtual std::size_t at_most() const = 0;
  virtual void add_to(DocumentSet& set) const = 0;
  /// Of some documents those that match.
  virtual void add_those_of(const DocumentSet& some, DocumentSet& set) const = 0;

  [[nodiscard]] std::string name() const final;
  /// Where it is in this process: Xapian shows what is in a leaf of a query to nobody but the reader of its bytes.
  [[nodiscard]] std::string serialise() const final;
};

/// One that walks over entries in order of docids.
template <class Entry>
class SortedDocuments : public KnownDocuments {
 public:
  void add_those_of(const DocumentSet& some, DocumentSet& set) const override {
    auto at = entries().begin();
    some.each([&](Xapian::docid document) {
      at = first_from(at, document);
      if (at != entries().end() && document_of(*at) == document) set.add(document);
    });
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double /*min_weight*/) override { at_ = started_ ? at_ + 1 : 0, started_ = true; }
  void skip_to(Xapian::docid wanted, double /*min_weight*/) override {
    started_ = true;
    const auto begin = entries().begin();
    at_ = static_cast<std::size_t>(first_from(begin + static_cast<std::ptrdiff_t>(at_), wanted) - begin);
  }
  [[nodiscard]] bool at_end() const override { return started_ && at_ >= entries().size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return document_of(current()); }
  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    started_ = false;
  }

 protected:
  [[nodiscard]] virtual const std::vector<Entry>& entries() const = 0;
  [[nodiscard]] virtual Xapian::docid document_of(const Entry& entry) const = 0;
  [[nodiscard]] const Entry& current() const { return entries()[at_]; }
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(entries().size()); }

 private:
  using Place = typename std::vector<Entry>::const_iterator;
  [[nodiscard]] Place first_from(Place begin, Xapian::docid wanted) const {
    return std::lower_bound(begin, entries().end(), wanted, [this](const Entry& entry, Xapian::docid document) {
      return document_of(entry) < document;
    });
  }

  std::size_t at_ = 0;
  bool started_ = false;  ///< before the first move there is no current document
};

/// The source of a query that is one; nullptr for any other query. It lives as long as the query.
[[nodiscard]] const KnownDocuments* known_documents(const Xapian::Query& query);

}  // namespace pykala::searcher
