// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the postings of a term once, from their beginning to their end.
#include "searcher/block_postings.h"

namespace pykala::searcher {
namespace {

constexpr schema::Posting past_all{std::numeric_limits<std::uint32_t>::max(), 0};

}  // namespace

BlockPostings::BlockPostings(const schema::TextIndex& index, const std::shared_ptr<const schema::TextTerm>& term)
    : postings_(index, term), frequency_(term ? term->frequency : 0) {
  if (!postings_.next(next_)) next_ = past_all;
}

void BlockPostings::move_to(Xapian::docid document) {
  if (next_.document >= document) return;
  postings_.skip_near(document);
  postings_.each_below(document, [](const schema::Posting&) {});
  if (!postings_.next(next_)) next_ = past_all;
}

const std::vector<BlockPosting>& BlockPostings::block(Xapian::docid begin) {
  if (block_begin_ == begin) return block_;
  block_begin_ = begin;
  block_.clear();
  at_ = 0;
  move_to(begin);
  if (next_.document - begin >= block_documents) return block_;
  block_.push_back({next_.document - begin, next_.wdf});
  postings_.each_below(begin + block_documents, [&](const schema::Posting& posting) {
    block_.push_back({posting.document - begin, posting.wdf});
  });
  if (!postings_.next(next_)) next_ = past_all;
  return block_;
}

std::uint32_t BlockPostings::wdf_at(Xapian::docid document, Xapian::docid begin) {
  if (block_begin_ == begin) {
    while (at_ < block_.size() && block_[at_].offset < document - begin) ++at_;
    return at_ < block_.size() && block_[at_].offset == document - begin ? block_[at_].wdf : 0;
  }
  move_to(document);
  return next_.document == document ? next_.wdf : 0;
}

}  // namespace pykala::searcher
