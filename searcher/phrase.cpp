// SPDX-License-Identifier: GPL-2.0-or-later
// Words in, a query out. Private: which terms the candidates must have, and the walk over their streams.
#include "searcher/phrase.h"

#include <algorithm>
#include <map>
#include <span>

#include "indexer/schema.h"
#include "indexer/word_pairs.h"
#include "indexer/word_stream.h"
#include "searcher/document_list.h"
#include "searcher/match_set.h"
#include "searcher/text_query.h"

namespace pykala::searcher {
namespace {

constexpr std::size_t documents_between_looks = 256;  ///< at the clock

using Words = std::vector<std::string>;
using Documents = std::vector<Xapian::docid>;

/// Terms that a document must have to be a candidate. Where one is all, a document with it has the phrase.
using Needed = std::vector<std::string>;

Needed needed_without_pairs(const Words& words) {
  Needed needed;
  for (const std::string& word : words) needed.push_back(std::string(schema::word_prefix) + word);
  return needed;
}

/// Of the documents of a run: the pairs that it has, and the words that are in none of them.
Needed needed_in(const schema::PairRun& run, const Words& words) {
  Needed needed;
  std::vector<bool> paired(words.size());
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!run.has(words[i]) || !run.has(words[i + 1])) continue;
    needed.push_back(schema::pair_term(words[i], words[i + 1]));
    paired[i] = paired[i + 1] = true;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!paired[i]) needed.push_back(std::string(schema::word_prefix) + words[i]);
  }
  return needed;
}

Xapian::Query all_of(const Words& terms, const Index& index) {
  std::vector<Xapian::Query> parts;
  for (const std::string& term : terms) parts.push_back(text_query(index, term));
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

/// Docids above the first number, up to the second.
using Range = std::pair<Xapian::docid, Xapian::docid>;

/// Runs of documents by what they must have: where the common words stay the same, there is one row.
std::map<Needed, std::vector<Range>> rows_of(const Words& words, const Index& index) {
  std::map<Needed, std::vector<Range>> rows;
  Xapian::docid before = 0;
  for (const schema::PairRun& run : index.text().pair_runs()) {
    rows[needed_in(run, words)].push_back({before, run.last});
    before = run.last;
  }
  const Xapian::docid last = index.database().get_lastdocid();
  if (before < last) rows[needed_without_pairs(words)].push_back({before, last});
  return rows;
}

Documents within(const Documents& documents, const std::vector<Range>& ranges) {
  Documents out;
  for (const auto& [before, last] : ranges) {
    const auto begin = std::upper_bound(documents.begin(), documents.end(), before);
    out.insert(out.end(), begin, std::upper_bound(begin, documents.end(), last));
  }
  return out;
}

/// Documents of the ranges that have all of the terms. In a small part of the archive, the first hundred decisions of
/// it say, the lists are only looked up in.
Documents candidates_in(const Needed& needed, const std::vector<Range>& ranges, const Index& index,
                        const Deadline* deadline) {
  constexpr std::size_t small_part = 16;
  std::size_t size = 0;
  for (const auto& [before, last] : ranges) size += last - before;
  Xapian::Query query = all_of(needed, index);
  if (size < index.database().get_lastdocid() / small_part) {
    DocumentSet range(index.database().get_lastdocid());
    for (const auto& [before, last] : ranges) {
      for (Xapian::docid document = before + 1; document <= last; ++document) range.add(document);
    }
    query = {Xapian::Query::OP_AND, query, document_list(std::move(range))};
  }
  return within(match_set(query, index.database(), deadline).documents(), ranges);
}

/// Those of the candidates, which all have every one of the words, in whose streams the phrase stands.
Documents verified(const Words& words, const Documents& candidates, const Index& index, const Deadline* deadline) {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::word_stream);
  auto stream = index.database().valuestream_begin(slot);
  const auto end = index.database().valuestream_end(slot);
  Documents found;
  std::size_t looked_at = 0;
  for (const Xapian::docid document : candidates) {
    if (stream == end) break;
    if (deadline != nullptr && ++looked_at % documents_between_looks == 0) deadline->check();
    stream.skip_to(document);
    if (stream != end && stream.get_docid() == document && schema::holds_phrase(*stream, words)) {
      found.push_back(document);
    }
  }
  return found;
}

}  // namespace

Xapian::Query phrase_query(const Words& words, const Index& index, const Deadline* deadline) {
  const Xapian::Query all = all_of(needed_without_pairs(words), index);
  if (words.size() < 2) return all;
  DocumentSet found(index.database().get_lastdocid());
  for (const auto& [needed, ranges] : rows_of(words, index)) {
    Documents candidates = candidates_in(needed, ranges, index, deadline);
    if (needed.size() > 1) candidates = verified(words, candidates, index, deadline);
    for (const Xapian::docid document : candidates) found.add(document);
  }
  // Each of them has all of the words: what is "maybe" here only weighs, and is not looked for again.
  return {Xapian::Query::OP_AND_MAYBE, document_list(std::move(found)), all};
}

Documents phrase_documents_by_words(const Words& words, const Index& index) {
  const Needed needed = needed_without_pairs(words);
  const Documents candidates = match_set(all_of(needed, index), index.database()).documents();
  return words.size() < 2 ? candidates : verified(words, candidates, index, nullptr);
}

}  // namespace pykala::searcher
