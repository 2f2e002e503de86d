// SPDX-License-Identifier: GPL-2.0-or-later
// Posting lists in, one sum a document out.
#include "searcher/word_sums.h"

#include <limits>

#include "searcher/block_postings.h"

namespace pykala::searcher {

void add_documents(const Index& index, const std::string& term, DocumentSet& to) {
  schema::TextPostings list(index.text(), index.text().find(term));
  AscendingAdder adder(to);
  list.each<schema::PostingDocument>([&](const auto& posting) { adder.add(posting.document); });
}

const DocumentSet& WordSums::documents() const {
  if (documents_) return *documents_;
  const Xapian::docid last = index_.database().get_lastdocid();
  wdfs_.assign((std::size_t{last} / block_documents + 1) * block_documents, 0);
  std::uint64_t most = 0;
  for (const std::string& term : word_) {
    schema::TextPostings list(index_.text(), index_.text().find(term));
    list.each([&, sums = wdfs_.data()](const schema::Posting& posting) {
      const std::uint64_t sum = std::uint64_t{posting.wdf} + sums[posting.document];
      sums[posting.document] = static_cast<std::uint16_t>(sum);
      most |= sum;  // beyond what is kept, if any sum is
    });
  }
  beyond_ = most > std::numeric_limits<std::uint16_t>::max();
  DocumentSet all(last);
  if (beyond_) {  // a sum may have come out as none
    for (const std::string& term : word_) add_documents(index_, term, all);
  } else {
    all.add_where([sums = wdfs_.data()](Xapian::docid document) { return sums[document] != 0; });
  }
  return documents_.emplace(std::move(all));
}

}  // namespace pykala::searcher
