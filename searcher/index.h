// SPDX-License-Identifier: GPL-2.0-or-later
// Index: an open index for reading, with what is kept in memory beside it. One object serves one thread; what it keeps
// of a revision it shares with the others.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/stored_decision.h"
#include "indexer/text_index.h"
#include "searcher/expired.h"
#include "searcher/index_memory.h"
#include "stemmers/analyzer.h"

namespace pykala::searcher {

class Index {
 public:
  /// Throws Error{no_index} or Error{index_version} with what to do.
  explicit Index(std::string path);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const stemmers::Analyzer& analyzer() const { return analyzer_; }
  /// Languages of its documents and of their parts; a query is analysed in each.
  [[nodiscard]] const std::vector<stemmers::Language>& languages() const { return languages_; }

  /// The words and lemmas of its texts.
  [[nodiscard]] const schema::TextIndex& text() const { return text_; }

  /// The column of a facet field, filled at its first use (about 100 ns a document).
  [[nodiscard]] const Column& column(schema::FieldId field) const;

  /// The dates (Slot::date) or amounts (Slot::amount) of all documents, filled at their first use.
  [[nodiscard]] const NumberColumn& numbers(schema::Slot slot) const;

  /// The cards of all documents, filled at their first use.
  [[nodiscard]] const CardColumn& cards() const;

  /// The lengths of all documents, filled at their first use.
  [[nodiscard]] const LengthColumn& lengths() const;

  /// What funders grant in each document, filled at its first use.
  [[nodiscard]] const FunderMoney& funder_money() const;

  /// Its words as they stand in the texts, and their lemmas; filled at their first use.
  [[nodiscard]] const Vocabulary& words() const;
  [[nodiscard]] const Vocabulary& lemmas() const;
  /// The words where they are filled, or where so much was walked for want of them that this process is one that asks
  /// for them: as many words as there are documents. nullptr elsewhere.
  [[nodiscard]] const Vocabulary* worthwhile_words() const;
  /// So many words were walked over in the index.
  void note_walk(std::size_t words) const { memory_->walked_words += words; }

  /// The documents of a term that a filter asks for and many documents have; kept for the next filter.
  [[nodiscard]] std::shared_ptr<const DocumentSet> frequent_set(const std::string& term) const;

  /// Names of the values of a facet field's column, by number, each as `plain` makes it and one a line: for looking
  /// through them. Filled at its first use.
  [[nodiscard]] const std::vector<std::string>& plain_names(schema::FieldId field) const;

  /// What of `query` may be shown today; weights as they are.
  [[nodiscard]] Xapian::Query shown(const Xapian::Query& query) const;
  [[nodiscard]] bool is_shown(Xapian::docid id) const;
  /// How many documents with this term may be shown.
  [[nodiscard]] Xapian::doccount count_shown(const std::string& term) const;
  /// How many documents have expired today: it changes at midnight, although the index does not.
  [[nodiscard]] std::size_t count_expired() const { return expired_.documents(database_).size(); }

  /// The decision stored in a document.
  [[nodiscard]] schema::Decision decision(Xapian::docid id) const;
  /// The same with what is stored beside it.
  [[nodiscard]] schema::StoredDecision stored(Xapian::docid id) const;
  /// The document of a decision id; nothing when there is none that may be shown.
  [[nodiscard]] std::optional<Xapian::docid> find(const std::string& decision_id) const;

  /// The document that replaced another one, which was there a short time ago; nothing when it is gone for good.
  [[nodiscard]] std::optional<Xapian::docid> moved(Xapian::docid id) const;
  /// Changes when docids begin to mean other documents.
  [[nodiscard]] std::string numbering() const;

  /// Name of a decision-maker by its key, as the documents give it.
  [[nodiscard]] std::string maker_name(const std::string& key) const;

  /// Stored values of a keyword field that a person may mean by `text`, see MeantValues.
  [[nodiscard]] std::vector<std::string> values_meant(schema::FieldId field, const std::string& text) const;

  /// Follows the index to its newest revision, and forgets what was kept in memory. True when there was a newer one.
  bool reopen();

 private:
  void describe();
  [[nodiscard]] std::vector<std::string> make_plain_names(schema::FieldId field) const;

  std::string path_;
  bool described_ = false;  ///< all that is kept is of the revision at hand
  stemmers::Analyzer analyzer_;
  Xapian::Database database_;
  schema::TextIndex text_;
  std::vector<stemmers::Language> languages_;
  std::shared_ptr<IndexMemory> memory_;
  mutable Expired expired_;
};

}  // namespace pykala::searcher
