// SPDX-License-Identifier: GPL-2.0-or-later
// Words in, a query out. Private: the walk over the candidates' streams.
#include "searcher/phrase.h"

#include "indexer/schema.h"
#include "indexer/word_stream.h"
#include "searcher/document_list.h"
#include "searcher/match_set.h"
#include "searcher/text_query.h"

namespace pykala::searcher {
namespace {

constexpr std::size_t documents_between_looks = 256;  ///< at the clock

}  // namespace

Xapian::Query phrase_query(const std::vector<std::string>& words, const Index& index, const Deadline* deadline) {
  std::vector<Xapian::Query> terms;
  for (const std::string& word : words) terms.push_back(text_query(index, std::string(schema::word_prefix) + word));
  const Xapian::Query all(Xapian::Query::OP_AND, terms.begin(), terms.end());
  if (words.size() < 2) return all;
  const Xapian::Database& database = index.database();
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::word_stream);
  auto stream = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  std::vector<Xapian::docid> found;
  std::size_t looked_at = 0;
  for (const Xapian::docid document : match_set(all, database, deadline)) {
    if (stream == end) break;
    if (deadline != nullptr && ++looked_at % documents_between_looks == 0) deadline->check();
    stream.skip_to(document);
    if (stream != end && stream.get_docid() == document && schema::holds_phrase(*stream, words)) {
      found.push_back(document);
    }
  }
  return {Xapian::Query::OP_FILTER, all, document_list(std::move(found))};
}

}  // namespace pykala::searcher
