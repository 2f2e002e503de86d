// SPDX-License-Identifier: GPL-2.0-or-later
// Opens an index, holds its description against this program's, and keeps columns.
#include "searcher/index.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "indexer/document_store.h"
#include "indexer/error.h"
#include "indexer/index_description.h"
#include "indexer/keys.h"
#include "indexer/searchable_text.h"
#include "indexer/stored_decision.h"
#include "indexer/xapian_error.h"
#include "searcher/document_list.h"
#include "searcher/match_set.h"
#include "searcher/value_names.h"

namespace pykala::searcher {

using namespace schema;

Index::Index(std::string path) : path_(std::move(path)) {
  try {
    database_ = Xapian::Database(path_);
    describe();
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, path_);
  }
}

void Index::describe() {
  described_ = false;  // a commit in between ends this in the middle: then it is to be done again
  memory_ = std::make_shared<IndexMemory>();  // nobody else's, until it is known which revision this is
  check_description(database_.get_metadata(metadata::schema), database_.get_metadata(metadata::analyzer),
                    analyzer_.id(), path_);
  languages_.clear();
  std::istringstream codes(database_.get_metadata(metadata::languages));
  for (std::string code; codes >> code;) languages_.push_back(language_of(code));
  if (std::find(languages_.begin(), languages_.end(), stemmers::Language::finnish) == languages_.end()) {
    languages_.push_back(stemmers::Language::finnish);  // texts of unknown language are analysed as Finnish
  }
  for (const auto language : {stemmers::Language::swedish, stemmers::Language::english}) {
    const bool known = std::find(languages_.begin(), languages_.end(), language) != languages_.end();
    if (!known && database_.term_exists(part_language_term(language))) languages_.push_back(language);
  }
  text_ = TextIndex(database_);
  text_.check_documents();
  memory_ = memory_of(database_, path_);
  expired_.forget();
  described_ = true;
}

const Column& Index::column(FieldId id) const {
  return memory_->columns.at(static_cast<std::size_t>(id)).get([&] { return Column(database_, field(id)); });
}

const Vocabulary* Index::worthwhile_words() const {
  constexpr std::size_t unfelt_walk = 10'000;
  // Filling takes ten to thirty times what was walked by then, once: half a second at a million documents. "asunto*"
  // twice is enough of 100 000; a single search from the command line never fills them.
  const bool worth = memory_->walked_words > std::max<std::size_t>(unfelt_walk, database_.get_doccount());
  return worth ? &words() : memory_->words.made();
}

std::shared_ptr<const DocumentSet> Index::frequent_set(const std::string& term) const {
  return memory_->frequent_sets.get(term, [&] { return match_set(Xapian::Query(term), database_); });
}

const NumberColumn& Index::numbers(Slot slot) const {
  MadeOnce<NumberColumn>& numbers = slot == Slot::date ? memory_->dates : memory_->amounts;
  return numbers.get([&] { return NumberColumn(database_, slot); });
}

const CardColumn& Index::cards() const {
  return memory_->cards.get([&] { return CardColumn(database_); });
}

const LengthColumn& Index::lengths() const {
  return memory_->lengths.get([&] { return LengthColumn(database_); });
}

const FunderMoney& Index::funder_money() const {
  return memory_->funder_money.get([&] { return FunderMoney(database_); });
}

Xapian::Query Index::shown(const Xapian::Query& query) const {
  const std::vector<Xapian::docid>& expired = expired_.documents(database_);
  if (expired.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, document_list({database_.get_lastdocid(), expired})};
}

bool Index::is_shown(Xapian::docid id) const {
  const std::vector<Xapian::docid>& expired = expired_.documents(database_);
  return !std::binary_search(expired.begin(), expired.end(), id);
}

Xapian::doccount Index::count_shown(const std::string& term) const {
  if (count_expired() == 0) return database_.get_termfreq(term);
  return static_cast<Xapian::doccount>(std::count_if(database_.postlist_begin(term), database_.postlist_end(term),
                                                     [&](Xapian::docid id) { return is_shown(id); }));
}

Decision Index::decision(Xapian::docid id) const {
  return stored(id).decision;
}

StoredDecision Index::stored(Xapian::docid id) const {
  return from_stored_with_languages(stored_of(database_, id));
}

std::optional<Xapian::docid> Index::find(const std::string& decision_id) const {
  const std::string term = make_term(field(FieldId::id), decision_id);
  const auto it = database_.postlist_begin(term);
  if (it == database_.postlist_end(term) || !is_shown(*it)) return std::nullopt;
  return *it;
}

std::optional<Xapian::docid> Index::moved(Xapian::docid id) const {
  const std::string term = make_term(before_prefix, std::to_string(id));
  const auto it = database_.postlist_begin(term);
  if (it == database_.postlist_end(term) || !is_shown(*it)) return std::nullopt;
  return *it;
}

std::string Index::numbering() const {
  return database_.get_metadata(metadata::numbering);
}

std::string Index::maker_name(const std::string& key) const {
  return searcher::maker_name(database_, key);
}

std::vector<std::string> Index::values_meant(FieldId id, const std::string& text) const {
  const auto make = [&] { return MeantValues(database_, id); };
  if (id == FieldId::cites) return make().of(text, database_);  // as many as all citations, and hardly ever asked for
  return memory_->meant_values.at(static_cast<std::size_t>(id)).get(make).of(text, database_);
}

std::vector<std::string> Index::make_plain_names(FieldId id) const {
  std::vector<std::string> lines;
  for (const std::string& value : column(id).values()) {
    std::string line;
    for (const std::string& name : stored_names(database_, id, value)) {
      line += plain(name) + "\n";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

const std::vector<std::string>& Index::plain_names(FieldId id) const {
  return memory_->plain_names.at(static_cast<std::size_t>(id)).get([&] { return make_plain_names(id); });
}

const Vocabulary& Index::words() const {
  return memory_->words.get([&] { return Vocabulary(text_, word_prefix); });
}

const Vocabulary& Index::lemmas() const {
  return memory_->lemmas.get([&] { return Vocabulary(text_, lemma_prefix); });
}

bool Index::reopen() {
  try {
    const bool described = std::exchange(described_, false);  // until it is known that nothing has changed
    if (!database_.reopen() && described) {
      described_ = true;
      return false;
    }
    describe();
    return true;
  } catch (const Xapian::Error& error) {
    throw from_xapian(error, path_);
  }
}

}  // namespace pykala::searcher
