// SPDX-License-Identifier: GPL-2.0-or-later
// Terms in, a leaf of a query out. Private: the posting source, which reads its postings when a matcher first asks.
#include "searcher/text_query.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "searcher/known_documents.h"
#include "searcher/ranking.h"

namespace pykala::searcher {
namespace {

using schema::Posting;
using schema::TextPostings;
using Postings = std::vector<Posting>;

constexpr auto by_document = [](const Posting& a, const Posting& b) { return a.document < b.document; };

/// One posting a document, frequencies added up.
void add_up(Postings& postings) {
  std::stable_sort(postings.begin(), postings.end(), by_document);
  std::size_t kept = 0;
  for (const Posting& posting : postings) {
    if (kept > 0 && postings[kept - 1].document == posting.document) {
      postings[kept - 1].wdf += posting.wdf;
    } else {
      postings[kept++] = posting;
    }
  }
  postings.resize(kept);
}

/// Documents in both.
Postings met(const Postings& a, const Postings& b) {
  Postings out;
  auto other = b.begin();
  for (const Posting& posting : a) {
    while (other != b.end() && other->document < posting.document) ++other;
    if (other != b.end() && other->document == posting.document) {
      out.push_back({posting.document, posting.wdf + other->wdf});
    }
  }
  return out;
}

/// What is asked for, and what was read of it; shared by the copies that the matcher makes.
struct Asked {
  const Index& index;
  NameWords name;
  mutable std::optional<Postings> postings;
  std::shared_ptr<const WordSums> sums;    ///< of a word, where somebody else uses them too
  mutable std::optional<DocumentSet> set;  ///< of a word: a facet with a filter asks for the documents again

  [[nodiscard]] bool is_word() const {
    return name.facts.empty() && name.spellings.size() == 1 && name.spellings.front().size() == 1;
  }
  [[nodiscard]] const ScoredWord& word() const { return name.spellings.front().front(); }

  [[nodiscard]] const Postings& read() const {
    if (postings) return *postings;
    Postings all;
    for (const std::vector<ScoredWord>& words : name.spellings) {
      Postings found = postings_of(index, words.front());
      for (std::size_t n = 1; n < words.size(); ++n) found = met(found, postings_of(index, words[n]));
      all.insert(all.end(), found.begin(), found.end());
    }
    for (const std::string& fact : name.facts) {
      const Xapian::Database& database = index.database();
      for (auto it = database.postlist_begin(fact); it != database.postlist_end(fact); ++it) all.push_back({*it, 0});
    }
    if (!is_word()) add_up(all);
    return postings.emplace(std::move(all));
  }

  void add_postings_to(DocumentSet& out) const {
    for (const std::string& term : word()) add_documents(index, term, out);
  }

  /// A set of bits takes less room than its postings.
  [[nodiscard]] bool is_frequent() const {
    constexpr std::size_t bits_of_posting = 16;
    return at_most() >= index.database().get_lastdocid() / bits_of_posting;
  }

  [[nodiscard]] const DocumentSet& documents() const {
    if (sums) return sums->documents();
    if (set) return *set;
    DocumentSet all(index.database().get_lastdocid());
    add_postings_to(all);
    return set.emplace(std::move(all));
  }

  [[nodiscard]] std::size_t at_most() const {
    if (postings || !is_word()) return read().size();
    std::size_t sum = 0;
    for (const std::string& term : word()) sum += index.text().frequency(term);
    return sum;
  }
};

class TextSource : public SortedDocuments<Posting> {
 public:
  explicit TextSource(std::shared_ptr<const Asked> asked) : asked_(std::move(asked)) {}

  [[nodiscard]] std::size_t at_most() const override { return asked_->at_most(); }
  void add_to(DocumentSet& set) const override {
    if (asked_->postings || !asked_->is_word()) {
      for (const Posting& posting : asked_->read()) set.add(posting.document);
      return;
    }
    if (asked_->is_frequent()) {
      set.unite(asked_->documents());
    } else {
      asked_->add_postings_to(set);
    }
  }
  void add_those_of(const DocumentSet& some, DocumentSet& set) const override;

  [[nodiscard]] double get_weight() const override {
    const double wdf = current().wdf;
    return wdf > 0 ? weight_ * (wdf / (bm25_->norm(asked_->index.lengths().of(get_docid())) + wdf)) : 0;
  }

  [[nodiscard]] PostingSource* clone() const override { return new TextSource(asked_); }
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override;

 private:
  [[nodiscard]] const schema::TextIndex& text() const { return asked_->index.text(); }
  [[nodiscard]] const Postings& entries() const override { return asked_->read(); }
  [[nodiscard]] Xapian::docid document_of(const Posting& posting) const override { return posting.document; }
  [[nodiscard]] double weight_of_all() const;

  std::shared_ptr<const Asked> asked_;
  std::optional<Bm25> bm25_;
  double weight_ = 0;
};

void TextSource::add_those_of(const DocumentSet& some, DocumentSet& set) const {
  if (asked_->postings || !asked_->is_word()) return SortedDocuments::add_those_of(some, set);
  const std::vector<Xapian::docid> list = some.documents();
  for (const std::string& term : asked_->word()) {
    TextPostings postings(text(), text().find(term));
    Posting posting{};
    for (const Xapian::docid document : list) {
      if (posting.document < document) postings.skip_near(document);
      while (posting.document < document && postings.next(posting)) continue;
      if (posting.document == document) set.add(document);
      if (posting.document < document) break;  // the list has ended
    }
  }
}

/// As of a document that had each of the terms or not by chance.
double TextSource::weight_of_all() const {
  if (!asked_->is_word()) return bm25_->weight(size());
  std::vector<Xapian::doccount> frequencies;
  for (const std::string& term : asked_->word()) {
    if (const auto frequency = text().frequency(term); frequency > 0) frequencies.push_back(frequency);
  }
  return frequencies.empty() ? 0 : bm25_->weight(bm25_->frequency_of_any(std::move(frequencies)));
}

void TextSource::init(const Xapian::Database& database) {
  SortedDocuments::init(database);
  const Index& index = asked_->index;
  bm25_.emplace(ranking_bm25, index.database());
  weight_ = std::max(0.0, weight_of_all());
  std::uint32_t most = 0;
  for (const Posting& posting : entries()) most = std::max(most, posting.wdf);
  set_maxweight(bm25_->most(weight_, most, index.database().get_doclength_lower_bound()));
}

std::string description(const ScoredWord& word) {
  std::string out;
  for (const std::string& term : word) out += (out.empty() ? "" : " SYNONYM ") + term;
  return word.size() > 1 ? "(" + out + ")" : out;
}

std::string TextSource::get_description() const {
  std::vector<std::string> each;
  for (const std::vector<ScoredWord>& words : asked_->name.spellings) {
    std::string spelling;
    for (const ScoredWord& word : words) spelling += (spelling.empty() ? "" : " AND ") + description(word);
    each.push_back(words.size() > 1 ? "(" + spelling + ")" : spelling);
  }
  each.insert(each.end(), asked_->name.facts.begin(), asked_->name.facts.end());
  return description(each);
}

Xapian::Query leaf(const Index& index, NameWords name, std::shared_ptr<const WordSums> sums = nullptr) {
  auto asked = std::make_shared<Asked>(Asked{index, std::move(name), std::nullopt, std::move(sums), std::nullopt});
  return Xapian::Query((new TextSource(std::move(asked)))->release());
}

}  // namespace

Xapian::Query text_query(const Index& index, ScoredWord word) {
  if (word.empty()) return Xapian::Query::MatchNothing;
  return leaf(index, {{{std::move(word)}}, {}});
}

Xapian::Query text_query(const Index& index, std::shared_ptr<const WordSums> word) {
  if (word->word().empty()) return Xapian::Query::MatchNothing;
  NameWords name{{{word->word()}}, {}};
  return leaf(index, std::move(name), std::move(word));
}

Xapian::Query text_query(const Index& index, const std::string& term) {
  return text_query(index, ScoredWord{term});
}

Xapian::Query name_query(const Index& index, NameWords name) {
  std::erase_if(name.spellings, [](const auto& words) { return words.empty(); });
  if (name.spellings.empty() && name.facts.empty()) return Xapian::Query::MatchNothing;
  return leaf(index, std::move(name));
}

std::vector<Posting> postings_of(const Index& index, const ScoredWord& word) {
  Postings all;
  for (const std::string& term : word) {
    TextPostings postings(index.text(), index.text().find(term));
    postings.each([&](const Posting& posting) { all.push_back(posting); });
  }
  if (word.size() > 1) add_up(all);
  return all;
}

}  // namespace pykala::searcher
