// SPDX-License-Identifier: GPL-2.0-or-later
// Reads Xapian's list of a term once, from its beginning to its end.
#include "searcher/block_postings.h"

namespace pykala::searcher {

BlockPostings::BlockPostings(const Xapian::Database& database, const std::string& term)
    : next_(database.postlist_begin(term)),
      end_(database.postlist_end(term)),
      frequency_(database.get_termfreq(term)) {}

const std::vector<Posting>& BlockPostings::block(Xapian::docid begin) {
  if (block_begin_ == begin) return block_;
  block_begin_ = begin;
  block_.clear();
  at_ = 0;
  if (next_ != end_ && *next_ < begin) next_.skip_to(begin);
  for (; next_ != end_; ++next_) {
    const Xapian::docid offset = *next_ - begin;
    if (offset >= block_documents) break;
    block_.push_back({offset, next_.get_wdf()});
  }
  return block_;
}

std::uint32_t BlockPostings::wdf_at(Xapian::docid document, Xapian::docid begin) {
  if (block_begin_ == begin) {
    while (at_ < block_.size() && block_[at_].offset < document - begin) ++at_;
    return at_ < block_.size() && block_[at_].offset == document - begin ? block_[at_].wdf : 0;
  }
  if (next_ != end_ && *next_ < document) next_.skip_to(document);
  return next_ != end_ && *next_ == document ? next_.get_wdf() : 0;
}

}  // namespace pykala::searcher
