// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, a query out. Private: the posting source that has them as bits, and as a list when a matcher walks it.
#include "searcher/document_list.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/known_documents.h"

namespace pykala::searcher {
namespace {

/// Shared by the copies that the matcher makes.
struct Listed {
  explicit Listed(DocumentSet some) : set(std::move(some)), size(set.size()) {}
  DocumentSet set;
  std::size_t size;
  mutable std::optional<std::vector<Xapian::docid>> list;
};

class DocumentList : public SortedDocuments<Xapian::docid> {
 public:
  explicit DocumentList(std::shared_ptr<const Listed> documents) : documents_(std::move(documents)) {}

  [[nodiscard]] std::size_t at_most() const override { return documents_->size; }
  void add_to(DocumentSet& set) const override { set.unite(documents_->set); }
  void add_those_of(const DocumentSet& some, DocumentSet& set) const override {
    some.each([&](Xapian::docid document) {
      if (documents_->set.contains(document)) set.add(document);
    });
  }
  [[nodiscard]] PostingSource* clone() const override { return new DocumentList(documents_); }
  [[nodiscard]] std::string get_description() const override {
    return "DocumentList(" + std::to_string(documents_->size) + ")";
  }

 private:
  [[nodiscard]] const std::vector<Xapian::docid>& entries() const override {
    if (!documents_->list) documents_->list = documents_->set.documents();
    return *documents_->list;
  }
  [[nodiscard]] Xapian::docid document_of(const Xapian::docid& entry) const override { return entry; }

  std::shared_ptr<const Listed> documents_;
};

}  // namespace

Xapian::Query document_list(DocumentSet documents) {
  auto listed = std::make_shared<const Listed>(std::move(documents));
  if (listed->size == 0) return Xapian::Query::MatchNothing;
  return Xapian::Query((new DocumentList(std::move(listed)))->release());
}

}  // namespace pykala::searcher
