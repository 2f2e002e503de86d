// SPDX-License-Identifier: GPL-2.0-or-later
// Ascending docids in, a query out. Private: the posting source that walks them.
#include "searcher/document_list.h"

#include <algorithm>
#include <memory>

#include "searcher/known_documents.h"

namespace pykala::searcher {
namespace {

class DocumentList : public KnownDocuments {
 public:
  using Documents = std::shared_ptr<const std::vector<Xapian::docid>>;
  explicit DocumentList(Documents documents) : documents_(std::move(documents)) {}

  [[nodiscard]] std::size_t at_most() const override { return documents_->size(); }
  void add_to(DocumentSet& set) const override {
    for (const Xapian::docid document : *documents_) set.add(document);
  }
  void add_those_of(const std::vector<Xapian::docid>& some, DocumentSet& set) const override {
    auto at = documents_->begin();
    for (const Xapian::docid document : some) {
      at = std::lower_bound(at, documents_->end(), document);
      if (at != documents_->end() && *at == document) set.add(document);
    }
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }

  void next(double) override { at_ = started_ ? at_ + 1 : 0, started_ = true; }
  void skip_to(Xapian::docid wanted, double) override {
    started_ = true;
    const auto begin = documents_->begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(begin, documents_->end(), wanted) - documents_->begin());
  }
  [[nodiscard]] bool at_end() const override { return started_ && at_ >= documents_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*documents_)[at_]; }

  [[nodiscard]] PostingSource* clone() const override { return new DocumentList(documents_); }
  void init(const Xapian::Database&) override {
    at_ = 0;
    started_ = false;
  }
  [[nodiscard]] std::string get_description() const override {
    return "DocumentList(" + std::to_string(documents_->size()) + ")";
  }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(documents_->size()); }

  Documents documents_;
  std::size_t at_ = 0;
  bool started_ = false;  ///< before the first move there is no current document
};

}  // namespace

Xapian::Query document_list(std::vector<Xapian::docid> documents) {
  if (documents.empty()) return Xapian::Query::MatchNothing;
  auto shared = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
  return Xapian::Query((new DocumentList(std::move(shared)))->release());
}

}  // namespace pykala::searcher
