// SPDX-License-Identifier: GPL-2.0-or-later
// Ascending docids in, a query out. Private: the posting source that walks them.
#include "searcher/document_list.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace pykala::searcher {
namespace {

constexpr char list_name[] = "pykala.DocumentList";

class DocumentList : public Xapian::PostingSource {
 public:
  using Documents = std::shared_ptr<const std::vector<Xapian::docid>>;
  explicit DocumentList(Documents documents) : documents_(std::move(documents)) {}

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
  [[nodiscard]] std::string name() const override { return list_name; }
  [[nodiscard]] std::string serialise() const override {
    return {reinterpret_cast<const char*>(documents_->data()), documents_->size() * sizeof(Xapian::docid)};
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

/// Xapian shows what a posting source holds only to the one that reads its serialised form.
class ListReader : public DocumentList {
 public:
  explicit ListReader(std::optional<std::vector<Xapian::docid>>& out)
      : DocumentList(std::make_shared<const std::vector<Xapian::docid>>()), out_(out) {}
  [[nodiscard]] PostingSource* clone() const override { return new ListReader(out_); }
  [[nodiscard]] PostingSource* unserialise(const std::string& bytes) const override {
    std::vector<Xapian::docid>& documents = out_.emplace(bytes.size() / sizeof(Xapian::docid));
    if (!documents.empty()) std::memcpy(documents.data(), bytes.data(), documents.size() * sizeof(Xapian::docid));
    return new ListReader(out_);
  }

 private:
  std::optional<std::vector<Xapian::docid>>& out_;
};

}  // namespace

Xapian::Query document_list(std::vector<Xapian::docid> documents) {
  if (documents.empty()) return Xapian::Query::MatchNothing;
  auto shared = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
  return Xapian::Query((new DocumentList(std::move(shared)))->release());
}

std::optional<std::vector<Xapian::docid>> documents_of(const Xapian::Query& query) {
  if (query.get_type() != Xapian::Query::LEAF_POSTING_SOURCE) return std::nullopt;
  std::optional<std::vector<Xapian::docid>> documents;  // stays empty for a posting source of another kind
  Xapian::Registry registry;
  registry.register_posting_source(ListReader(documents));
  try {
    (void)Xapian::Query::unserialise(query.serialise(), registry);
  } catch (const Xapian::SerialisationError&) {  // one that nobody registered
    return std::nullopt;
  } catch (const Xapian::UnimplementedError&) {
    return std::nullopt;
  }
  return documents;
}

}  // namespace pykala::searcher
