// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the postings of a term once, from their beginning to their end.
#include "searcher/block_postings.h"

namespace pykala::searcher {
namespace {

constexpr schema::Posting past_all{std::numeric_limits<std::uint32_t>::max(), 0};

}  // namespace

BlockPostings::BlockPostings(const schema::TextIndex& index, const std::shared_ptr<const schema::TextTerm>& term)
    : postings_(index, term) {
  if (!postings_.next(next_)) next_ = past_all;
}

void BlockPostings::move_to(Xapian::docid document) {
  if (next_.document >= document) return;
  postings_.skip_near(document);
  postings_.each_below<schema::PostingDocument>(document, [](const auto&) {});
  if (!postings_.next(next_)) next_ = past_all;
}

std::span<const BlockPosting> BlockPostings::block(Xapian::docid begin) {
  if (block_begin_ == begin) return {block_.get(), size_};
  block_begin_ = begin;
  size_ = at_ = 0;
  move_to(begin);
  if (next_.document - begin >= block_documents) return {};
  if (!block_) block_ = std::make_unique_for_overwrite<BlockPosting[]>(block_documents);
  BlockPosting* out = block_.get();
  *out++ = {next_.document - begin, next_.wdf};
  postings_.each_below(begin + block_documents, [&](const schema::Posting& posting) {
    *out++ = {posting.document - begin, posting.wdf};
  });
  if (!postings_.next(next_)) next_ = past_all;
  size_ = static_cast<std::size_t>(out - block_.get());
  return {block_.get(), size_};
}

std::uint32_t BlockPostings::wdf_at(Xapian::docid document, Xapian::docid begin) {
  if (block_begin_ == begin) {
    while (at_ < size_ && block_[at_].offset < document - begin) ++at_;
    return at_ < size_ && block_[at_].offset == document - begin ? block_[at_].wdf : 0;
  }
  move_to(document);
  return next_.document == document ? next_.wdf : 0;
}

}  // namespace pykala::searcher
