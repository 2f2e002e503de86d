// SPDX-License-Identifier: GPL-2.0-or-later
// A query in, a query that ends in time out: it is filtered by a source that has every document and looks at the clock
// now and then. Xapian's own time limit only stops counting, not matching.
#include "searcher/deadline.h"

#include "searcher/query_problem.h"

namespace pykala::searcher {
namespace {

constexpr unsigned documents_between_looks = 256;

class Clock : public Xapian::PostingSource {
 public:
  explicit Clock(const Deadline& deadline) : deadline_(deadline) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double /*min_weight*/) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    if (document > at_) move_to(document);
  }
  bool check(Xapian::docid document, double min_weight) override {
    skip_to(document, min_weight);
    return true;
  }
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] PostingSource* clone() const override { return new Clock(deadline_); }
  void init(const Xapian::Database& database) override {
    documents_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }

 private:
  void move_to(Xapian::docid document) {
    at_ = document;
    if (++moves_ % documents_between_looks == 1) deadline_.check();
  }

  Deadline deadline_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  unsigned moves_ = 0;
};

}  // namespace

void Deadline::check() const {
  if (std::chrono::steady_clock::now() < end_) return;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(most_).count();
  fail_query(QueryProblem::too_slow, lang_, 0, std::to_string(seconds));
}

Xapian::Query Deadline::watched(const Xapian::Query& query) const {
  return {Xapian::Query::OP_FILTER, query, Xapian::Query((new Clock(*this))->release())};
}

}  // namespace pykala::searcher
