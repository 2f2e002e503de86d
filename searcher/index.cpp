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
#include "searcher/value_names.h"
#include "stemmers/unicode.h"

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
  // A vocabulary has a few words for each document, and a word that is filled costs a few times one walked over.
  const bool worth = memory_->walked_words > std::max<std::size_t>(unfelt_walk, database_.get_doccount());
  return worth ? &words() : memory_->words.made();
}

std::shared_ptr<const DocumentSet> Index::frequent_set(const std::string& term) const {
  return memory_->frequent_sets.get(term, [&] {
    DocumentSet documents(database_.get_lastdocid());
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) documents.add(*it);
    return documents;
  });
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
  const std::string name = database_.get_metadata(metadata::maker + key.substr(0, max_key_bytes));
  return name.empty() ? key : name;
}

namespace {

constexpr std::size_t least_part = 4;        ///< letters of what may stand at the beginning of a word of a name,
constexpr std::size_t least_inner_part = 5;  ///< anywhere in it; shorter ones are a whole word: "ara" is no "rahasto"

bool is_word_byte(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '+';
}

/// Whether the name holds the text as a person means it: "ilo" in "Ilo ry", "lähi" in "Lähitupa ry", "johtaja" in
/// "Elinkeinojohtaja". Both as `plain` makes them.
bool names_part(std::string_view name, std::string_view text) {
  const std::size_t letters = stemmers::count_code_points(text);
  for (std::size_t at = name.find(text); at != std::string_view::npos; at = name.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    const bool begins = at == 0 || !is_word_byte(name[at - 1]);
    const bool ends = end == name.size() || !is_word_byte(name[end]);
    if (letters >= least_inner_part || (begins && (ends || letters >= least_part))) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> Index::values_meant(FieldId id, const std::string& text) const {
  const std::string prefix = make_term(field(id), "");
  const std::string wanted = folded(text);
  const std::string wanted_plain = plain(text);
  std::vector<std::string> equal, containing;
  for (auto it = database_.allterms_begin(prefix); it != database_.allterms_end(prefix); ++it) {
    const std::string value = (*it).substr(prefix.size());
    if (value.empty()) continue;
    bool same = false;
    bool contained = false;
    for (const std::string& name :
         names_of_value(id, value, id == FieldId::decision_maker ? maker_name(value) : std::string())) {
      same = same || folded(name) == wanted;
      contained = contained || (!wanted.empty() && names_part(plain(name), wanted_plain));
    }
    if (same && equal.size() < max_meant_values) equal.push_back(value);
    if (contained && containing.size() < max_meant_values) containing.push_back(value);
  }
  return equal.empty() ? containing : equal;
}

std::vector<std::string> Index::make_plain_names(FieldId id) const {
  std::vector<std::string> lines;
  for (const std::string& value : column(id).values()) {
    std::string line;
    const bool maker = id == FieldId::decision_maker && !value.empty();
    for (const std::string& name : names_of_value(id, value, maker ? maker_name(value) : std::string())) {
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
