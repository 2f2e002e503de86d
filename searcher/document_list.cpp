// SPDX-License-Identifier: GPL-2.0-or-later
// Ascending docids in, a query out. Private: the posting source that walks them.
#include "searcher/document_list.h"

#include <memory>

#include "searcher/known_documents.h"

namespace pykala::searcher {
namespace {

class DocumentList : public SortedDocuments<Xapian::docid> {
 public:
  using Documents = std::shared_ptr<const std::vector<Xapian::docid>>;
  explicit DocumentList(Documents documents) : documents_(std::move(documents)) {}

  [[nodiscard]] std::size_t at_most() const override { return documents_->size(); }
  void add_to(DocumentSet& set) const override {
    for (const Xapian::docid document : *documents_) set.add(document);
  }
  [[nodiscard]] PostingSource* clone() const override { return new DocumentList(documents_); }
  [[nodiscard]] std::string get_description() const override {
    return "DocumentList(" + std::to_string(documents_->size()) + ")";
  }

 private:
  [[nodiscard]] const std::vector<Xapian::docid>& entries() const override { return *documents_; }
  [[nodiscard]] Xapian::docid document_of(const Xapian::docid& entry) const override { return entry; }

  Documents documents_;
};

}  // namespace

Xapian::Query document_list(std::vector<Xapian::docid> documents) {
  if (documents.empty()) return Xapian::Query::MatchNothing;
  auto shared = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
  return Xapian::Query((new DocumentList(std::move(shared)))->release());
}

}  // namespace pykala::searcher
