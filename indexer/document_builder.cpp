// SPDX-License-Identifier: GPL-2.0-or-later
// long because every field stands in it. In: a Decision. Out: its Xapian document, and the terms of its texts. Every
// field of the schema is filled in one switch, so that a new field cannot be forgotten.
#include "indexer/document_builder.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/authority.h"
#include "indexer/card_key.h"
#include "indexer/citation_keys.h"
#include "indexer/decision_money.h"
#include "indexer/error.h"
#include "indexer/exchange.h"
#include "indexer/keys.h"
#include "indexer/limits.h"
#include "indexer/stored_decision.h"

namespace pykala::indexer {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;

namespace {

void add_value(Xapian::Document& document, Slot slot, const std::string& value) {
  if (!value.empty()) document.add_value(static_cast<Xapian::valueno>(slot), value);
}

void add_keyword(Xapian::Document& document, FieldId id, const std::string& value) {
  document.add_boolean_term(make_term(field(id), value));
}

void add_maker(Xapian::Document& document, const Decision& d) {
  const std::string key = d.decision_maker ? maker_key(*d.decision_maker) : std::string();
  add_keyword(document, FieldId::decision_maker, key);
  add_value(document, Slot::decision_maker, key);
}

void add_sector(Xapian::Document& document, const Decision& d) {
  const Office* office =
      d.decision_maker && d.decision_maker->id ? Authority::builtin().office(*d.decision_maker->id) : nullptr;
  const std::string sector = office != nullptr ? office->sector_id : std::string();
  add_keyword(document, FieldId::sector, sector);
  add_value(document, Slot::sector, sector);
}

void add_date(Xapian::Document& document, const Decision& d) {
  const std::string key = d.date ? date_key(*d.date) : std::string();
  add_keyword(document, FieldId::date, key);
  if (!key.empty()) document.add_boolean_term(std::string(month_prefix) + key.substr(0, 6));
  add_value(document, Slot::date, key);
  add_value(document, Slot::date_or_last, key.empty() ? "99999999" : key);
}

/// Several values of one slot, each once however often the source states it: a facet counts documents.
std::string join_distinct(const std::vector<std::string>& values) {
  std::string joined;
  for (auto value = values.begin(); value != values.end(); ++value) {
    if (value->empty() || std::find(values.begin(), value, *value) != value) continue;
    joined += (joined.empty() ? "" : std::string(1, value_separator)) + *value;
  }
  return joined;
}

void add_funders(Xapian::Document& document, const Decision& d, FunderRelation relation, FieldId id) {
  std::vector<std::string> ids;
  for (const Funder& funder : d.funders) {
    if (funder.relation == relation) ids.push_back(funder.id);
  }
  for (const std::string& funder : ids) add_keyword(document, id, funder);
  if (ids.empty()) add_keyword(document, id, "");
  if (relation == FunderRelation::funds) add_value(document, Slot::funder, join_distinct(ids));
}

void add_funder_amounts(Xapian::Document& document, const Decision& d) {
  std::string lines;
  for (const FunderAmount& one : funder_amounts(d)) {
    lines += (lines.empty() ? "" : std::string(1, value_separator)) + std::to_string(one.cents) + " " + one.funder;
  }
  add_value(document, Slot::funder_amounts, lines);
}

void add_organisations(Xapian::Document& document, const Decision& d) {
  std::vector<std::string> keys;
  for (const std::string& organisation : d.organisations) keys.push_back(name_key(organisation));
  for (const std::string& key : keys) add_keyword(document, FieldId::organisation, key);
  if (keys.empty()) add_keyword(document, FieldId::organisation, "");
  add_value(document, Slot::organisation, join_distinct(keys));
}

/// "02 05 02" also stands under "02 05" and "02".
void add_classification(Xapian::Document& document, const Decision& d) {
  const std::string code = d.classification ? d.classification->code : std::string();
  add_value(document, Slot::classification, code);
  if (code.empty()) add_keyword(document, FieldId::classification, "");
  for (std::size_t end = 0; end != std::string::npos && !code.empty();) {
    end = code.find(' ', end + 1);
    add_keyword(document, FieldId::classification, code.substr(0, end));
  }
}

void add_field(Xapian::Document& document, const Decision& d, FieldId id) {
  switch (id) {
    case FieldId::title:
      break;  // with the text
    case FieldId::decision_maker:
      add_maker(document, d);
      break;
    case FieldId::year:
      add_keyword(document, id, d.date ? d.date->substr(0, 4) : std::string());
      break;
    case FieldId::date:
      add_date(document, d);
      break;
    case FieldId::funder:
      add_funders(document, d, FunderRelation::funds, id);
      break;
    case FieldId::mentioned:
      add_funders(document, d, FunderRelation::mentioned, id);
      break;
    case FieldId::organisation:
      add_organisations(document, d);
      break;
    case FieldId::amount:
      if (const auto cents = main_amount_cents(d)) {
        add_value(document, Slot::amount, Xapian::sortable_serialise(static_cast<double>(*cents)));
      }
      add_funder_amounts(document, d);
      break;
    case FieldId::classification:
      add_classification(document, d);
      break;
    case FieldId::case_number: {
      const std::string key = d.case_number ? case_number_key(*d.case_number) : std::string();
      add_keyword(document, id, key);
      add_value(document, Slot::case_number, key);
      add_value(document, Slot::card, card_key(d));
      break;
    }
    case FieldId::section:
      add_keyword(document, id, d.section ? std::to_string(*d.section) : std::string());
      break;
    case FieldId::kind:
      add_keyword(document, id, name_of(d.kind));
      add_value(document, Slot::kind, name_of(d.kind));
      break;
    case FieldId::language:
      add_keyword(document, id, d.language.value_or(""));
      add_value(document, Slot::language, d.language.value_or(""));
      break;
    case FieldId::sector:
      add_sector(document, d);
      break;
    case FieldId::cites:
      for (const std::string& key : cited_keys(d)) add_keyword(document, id, key);
      break;
    case FieldId::id:
      document.add_boolean_term(id_term(d.id));
      break;
  }
}

}  // namespace

std::string id_term(const std::string& id) {
  return make_term(field(FieldId::id), id);
}

std::string source_term(const std::string& source_key) {
  return std::string(source_prefix) + ":" + source_key;
}

void DocumentBuilder::clear() {
  lemmas_.clear();
  words_.clear();
  lemma_counts_.clear();
  word_counts_.clear();
  stream_.clear();
  next_position_ = 1;
}

/// The words of a token, each at its place: "554 452" takes two, and as a whole stands at the second. Returns how many
/// places more than one it took.
std::uint32_t DocumentBuilder::add_words(const AnalyzedToken& token, std::uint32_t position) {
  std::uint32_t last = position;
  bool taken = false;
  for (const Term& term : token.terms) {
    if (has_meaning(term.kind)) continue;
    const std::uint32_t number = words_.number(term.text);
    if (number == word_counts_.size()) word_counts_.push_back(0);
    ++word_counts_[number];
    if (term.kind == TermKind::piece && taken) ++last;
    taken = true;
    stream_.push_back({last, number});
  }
  return last - position;
}

void DocumentBuilder::add_text(const SearchableText& text) {
  analyzer_.analyze(text.text, text.language, tokens_);
  std::uint32_t base = next_position_ - 1;
  for (const AnalyzedToken& token : tokens_) {
    for (const Term& term : token.terms) {
      if (!has_meaning(term.kind)) continue;
      const std::uint32_t number = lemmas_.number(term.text);
      if (number == lemma_counts_.size()) lemma_counts_.emplace_back();
      lemma_counts_[number].in_text += text.weight * (term.kind == TermKind::lemma ? lemma_count : part_count);
      lemma_counts_[number].in_title += text.is_title ? 1 : 0;
    }
    base += add_words(token, base + token.token.position);
  }
  if (!tokens_.empty()) next_position_ = base + tokens_.back().token.position + position_gap + 1;
}

TextTerms DocumentBuilder::text_terms() const {
  const std::string_view title = field(FieldId::title).prefix;
  TextTerms terms;
  terms.bytes.reserve(lemmas_.bytes() + lemmas_.size() + words_.bytes());
  terms.counts.reserve(lemmas_.size() + words_.size());
  for (std::uint32_t n = 0; n < lemmas_.size(); ++n) {
    const LemmaCount& count = lemma_counts_[n];
    if (count.in_text > 0) terms.add(lemma_prefix, lemmas_.term(n), count.in_text);
    if (count.in_title > 0) terms.add(title, lemmas_.term(n), count.in_title);
  }
  const auto first_word = static_cast<std::uint32_t>(terms.counts.size());
  for (std::uint32_t n = 0; n < words_.size(); ++n) terms.add(word_prefix, words_.term(n), word_counts_[n]);
  terms.places.reserve(stream_.size());
  for (const PlacedWord& placed : stream_) terms.places.push_back({placed.position, first_word + placed.word});
  return terms;
}

std::string DocumentBuilder::word_stream() const {
  std::vector<std::string_view> words;
  words.reserve(words_.size());
  for (std::uint32_t n = 0; n < words_.size(); ++n) words.push_back(words_.term(n));
  return make_word_stream(words, stream_);
}

std::string DocumentBuilder::packed(const Decision& decision, const std::string& languages) {
  const std::string stored = to_stored(decision, languages);
  if (stored.size() > max_stored_bytes) {
    throw Error(ErrorCode::bad_data, "takes " + std::to_string(stored.size() >> 20U) + " MiB", "split the decision");
  }
  return packer_.pack(stored);
}

IndexDocument DocumentBuilder::build(const Decision& decision, const std::string& source_key) {
  clear();
  IndexDocument out;
  Xapian::Document& document = out.document;
  const std::vector<SearchableText> texts = searchable_texts(decision);
  for (const SearchableText& text : texts) {
    add_text(text);
    if (text.language == stemmers::Language::swedish || text.language == stemmers::Language::english) {
      document.add_boolean_term(part_language_term(text.language));
    }
  }
  const std::string identity = identity_text(decision);
  add_text({identity, stemmers::Language::finnish, identity_weight, false});
  const std::string names = names_text(decision);
  add_text({names, stemmers::Language::finnish, title_weight, false});
  out.text = text_terms();
  document.add_term(std::string(length_term), out.text.length);
  add_value(document, Slot::word_stream, word_stream());
  for (const FieldRow& row : fields) add_field(document, decision, row.id);
  for (const std::string& key : decision_keys(decision)) document.add_boolean_term(make_term(identity_prefix, key));
  document.add_boolean_term(source_term(source_key));
  if (decision.expires) document.add_boolean_term(std::string(expires_prefix) + ":" + date_key(*decision.expires));
  out.stored = packed(decision, text_languages(texts));
  return out;
}

}  // namespace pykala::indexer
