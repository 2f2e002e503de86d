// SPDX-License-Identifier: GPL-2.0-or-later
// Posting lists in, one sum a document out.
#include "searcher/word_sums.h"

#include <limits>

#include "searcher/block_postings.h"

namespace pykala::searcher {

const DocumentSet& WordSums::documents() const {
  if (documents_) return *documents_;
  const Xapian::docid last = index_.database().get_lastdocid();
  DocumentSet all(last);
  wdfs_.assign((std::size_t{last} / block_documents + 1) * block_documents, 0);
  std::uint64_t most = 0;
  for (const std::string& term : word_) {
    schema::TextPostings list(index_.text(), index_.text().find(term));
    AscendingAdder adder(all);
    list.each([&](const schema::Posting& posting) {
      adder.add(posting.document);
      const std::uint64_t sum = std::uint64_t{posting.wdf} + wdfs_[posting.document];
      wdfs_[posting.document] = static_cast<std::uint16_t>(sum);
      most |= sum;  // beyond what is kept, if any sum is
    });
  }
  beyond_ = most > std::numeric_limits<std::uint16_t>::max();
  return documents_.emplace(std::move(all));
}

}  // namespace pykala::searcher
