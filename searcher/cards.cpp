// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, numbers out.
#include "searcher/cards.h"

#include <set>
#include <string>
#include <vector>

#include "indexer/card_key.h"
#include "indexer/keys.h"
#include "searcher/index.h"

namespace pykala::searcher {

using namespace schema;

namespace {

std::size_t count_distinct(const std::vector<Xapian::docid>& documents, const Index& index) {
  if (documents.size() > max_compared_copies) return documents.size();
  std::set<std::string> copies;
  for (const Xapian::docid document : documents) copies.insert(copy_key(index.decision(document)));
  return copies.size();
}

}  // namespace

std::size_t count_cards(const DocumentSet& documents, const Index& index) {
  const CardColumn& cards = index.cards();
  std::vector<bool> seen(cards.count(), false);
  std::size_t count = 0;
  documents.each([&](Xapian::docid document) {
    const std::uint32_t card = cards.of(document);
    if (!seen[card]) ++count;
    seen[card] = true;
  });
  return count;
}

std::size_t count_case(Xapian::docid document, const DocumentSet& documents, const Index& index) {
  const Xapian::Database& database = index.database();
  const std::string number = database.get_document(document).get_value(static_cast<Xapian::valueno>(Slot::case_number));
  if (number.empty()) return 1;
  const std::string term = make_term(field(FieldId::case_number), number);
  std::vector<Xapian::docid> same;
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    if (documents.contains(*it)) same.push_back(*it);
  }
  return count_distinct(same, index);
}

}  // namespace pykala::searcher
