// SPDX-License-Identifier: GPL-2.0-or-later
// Document builder: Decision -> Xapian::Document with facts and values, the terms of its texts, and what is stored of
// it, as schema.h lays them out.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/decision.h"
#include "indexer/document_store.h"
#include "indexer/searchable_text.h"
#include "indexer/term_table.h"
#include "indexer/text_terms.h"
#include "indexer/word_stream.h"
#include "stemmers/analyzer.h"

namespace pykala::indexer {

/// How much a lemma counts against a part of a compound that gives the same term ("haku" against "rahoitushaku").
inline constexpr unsigned lemma_count = 1;
inline constexpr unsigned part_count = 1;
/// Positions left free between two texts, so that no phrase runs from one into the next.
inline constexpr unsigned position_gap = 100;

struct IndexDocument {
  Xapian::Document document;
  TextTerms text;
  std::string stored;  ///< the decision, packed (document_store.h)

  /// About what it takes in memory until the batch is committed, beside its postings.
  [[nodiscard]] std::size_t bytes() const {
    constexpr std::size_t word_stream_bytes = 2;  // of a word
    return stored.size() + text.places.size() * (sizeof(schema::PlacedWord) + word_stream_bytes);
  }
};

/// Keeps its memory from one decision to the next. For one thread.
class DocumentBuilder {
 public:
  /// The analyser must live as long.
  explicit DocumentBuilder(const stemmers::Analyzer& analyzer) : analyzer_(analyzer) {}

  /// `source_key`: content_hash of the path the decision was read from.
  [[nodiscard]] IndexDocument build(const schema::Decision& decision, const std::string& source_key);

 private:
  struct LemmaCount {
    std::uint32_t in_text = 0;
    std::uint32_t in_title = 0;
  };

  void clear();
  void add_text(const schema::SearchableText& text);
  std::uint32_t add_words(const stemmers::AnalyzedToken& token, std::uint32_t position);
  [[nodiscard]] TextTerms text_terms() const;
  [[nodiscard]] std::string word_stream() const;
  [[nodiscard]] std::string packed(const schema::Decision& decision, const std::string& languages);

  const stemmers::Analyzer& analyzer_;
  schema::Packer packer_;
  std::vector<stemmers::AnalyzedToken> tokens_;
  // Of the decision at hand.
  TermTable lemmas_, words_;
  std::vector<LemmaCount> lemma_counts_;    ///< by number in lemmas_
  std::vector<std::uint32_t> word_counts_;  ///< by number in words_
  std::vector<schema::PlacedWord> stream_;
  std::uint32_t next_position_ = 1;
};

/// The term that stands for a decision id, and for all decisions of one source.
[[nodiscard]] std::string id_term(const std::string& id);
[[nodiscard]] std::string source_term(const std::string& source_key);

}  // namespace pykala::indexer
