// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in, numbers out. Private: what makes two documents one decision.
#include "searcher/cards.h"

#include <algorithm>
#include <set>
#include <string>

#include "indexer/keys.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

/// Letters and digits in lower case: how lines are broken, and signs, differ between two forms of one text.
void add_letters(std::string& to, std::string_view text) {
  for (const char c : stemmers::to_lower(stemmers::repair_utf8(text))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) to += c;
  }
}

std::size_t count_distinct(const std::vector<Xapian::docid>& documents, const Index& index) {
  if (documents.size() > max_compared_copies) return documents.size();
  std::set<std::string> copies;
  for (const Xapian::docid document : documents) copies.insert(copy_key(index.decision(document)));
  return copies.size();
}

std::uint32_t case_of(Xapian::docid document, const Index& index) {
  return index.column(FieldId::case_number).of(document).front();
}

}  // namespace

std::string copy_key(const Decision& d) {
  std::string text;
  for (const Part& part : d.parts) {
    if (part.role == PartRole::decision) add_letters(text, part.text);
  }
  const bool decides = !text.empty();
  for (const Part& part : d.parts) {
    if (!decides && part.role != PartRole::appeal) add_letters(text, part.text);
  }
  if (text.empty()) return d.id;
  std::string key = (d.section ? std::to_string(*d.section) : std::string()) + "\n";
  add_letters(key, d.title.value_or(""));
  return key + "\n" + text;
}

std::size_t count_cards(const std::vector<Xapian::docid>& documents, const Index& index) {
  std::vector<bool> seen(index.column(FieldId::case_number).values().size(), false);
  std::size_t count = 0;
  for (const Xapian::docid document : documents) {
    const std::uint32_t number = case_of(document, index);
    if (number == 0 || !seen[number]) ++count;
    seen[number] = true;
  }
  return count;
}

std::size_t count_case(Xapian::docid document, const std::vector<Xapian::docid>& documents, const Index& index) {
  const std::uint32_t number = case_of(document, index);
  if (number == 0) return 1;
  // The case's own list is short: each of it is looked up among the many that match.
  const std::string term = make_term(field(FieldId::case_number), index.column(FieldId::case_number).values()[number]);
  std::vector<Xapian::docid> same;
  const Xapian::Database& database = index.database();
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    if (std::binary_search(documents.begin(), documents.end(), *it)) same.push_back(*it);
  }
  return count_distinct(same, index);
}

}  // namespace pykala::searcher
