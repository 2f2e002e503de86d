// SPDX-License-Identifier: GPL-2.0-or-later
// long because every field stands in it. In: a Decision. Out: its Xapian document. Terms of text are summed here before
// they reach Xapian, which pays for every call; every field of the schema is filled in one switch, so that a new field
// cannot be forgotten.
#include "indexer/document_builder.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/authority.h"
#include "indexer/card_key.h"
#include "indexer/citation_keys.h"
#include "indexer/decision_money.h"
#include "indexer/exchange.h"
#include "indexer/keys.h"
#include "indexer/searchable_text.h"
#include "indexer/stored_decision.h"
#include "indexer/word_stream.h"

namespace pykala::indexer {

using namespace schema;
using stemmers::AnalyzedToken;
using stemmers::Term;
using stemmers::TermKind;

namespace {

struct LemmaCount {
  unsigned in_text = 0;
  unsigned in_title = 0;
};

/// Found by a view, so that only a new term costs a string.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Count>
using Counts = std::unordered_map<std::string, Count, Hash, std::equal_to<>>;

template <class Count>
typename Counts<Count>::value_type& entry(Counts<Count>& counts, const std::string& text) {
  const auto known = counts.find(text);
  return known != counts.end() ? *known : *counts.emplace(text, Count{}).first;
}

/// Counts of the terms of one decision, and its words in order.
struct TextTerms {
  Counts<LemmaCount> lemmas;
  Counts<unsigned> words;          ///< as they stand
  std::vector<PlacedWord> stream;  ///< points into the keys of `words`
  std::uint32_t next_position = 1;
};

/// The words of a token, each at its place: "554 452" takes two, and as a whole stands at the second. Returns how many
/// places more than one it took.
std::uint32_t add_words(const AnalyzedToken& token, std::uint32_t position, TextTerms& out) {
  std::uint32_t last = position;
  bool taken = false;
  for (const Term& term : token.terms) {
    if (has_meaning(term.kind)) continue;
    auto& [word, count] = entry(out.words, term.text);
    ++count;
    if (term.kind == TermKind::piece && taken) ++last;
    taken = true;
    out.stream.push_back({last, word});
  }
  return last - position;
}

void add_text(const SearchableText& text, const stemmers::Analyzer& analyzer, std::vector<AnalyzedToken>& tokens,
              TextTerms& out) {
  analyzer.analyze(text.text, text.language, tokens);
  std::uint32_t base = out.next_position - 1;
  for (const AnalyzedToken& token : tokens) {
    for (const Term& term : token.terms) {
      if (!has_meaning(term.kind)) continue;
      LemmaCount& count = entry(out.lemmas, term.text).second;
      count.in_text += text.weight * (term.kind == TermKind::lemma ? lemma_count : part_count);
      count.in_title += text.is_title ? 1 : 0;
    }
    base += add_words(token, base + token.token.position, out);
  }
  if (!tokens.empty()) out.next_position = base + tokens.back().token.position + position_gap + 1;
}

void add_terms(const TextTerms& terms, Xapian::Document& document) {
  const std::string title(field(FieldId::title).prefix);
  for (const auto& [lemma, count] : terms.lemmas) {
    if (count.in_text > 0) document.add_term(std::string(lemma_prefix) + lemma, count.in_text);
    if (count.in_title > 0) document.add_term(title + lemma, count.in_title);
  }
  for (const auto& [word, count] : terms.words) document.add_term(std::string(word_prefix) + word, count);
}

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

Xapian::Document build_document(const Decision& decision, const std::string& source_key,
                                const stemmers::Analyzer& analyzer) {
  Xapian::Document document;
  TextTerms terms;
  std::vector<AnalyzedToken> tokens;
  const std::vector<SearchableText> texts = searchable_texts(decision);
  for (const SearchableText& text : texts) {
    add_text(text, analyzer, tokens, terms);
    if (text.language == stemmers::Language::swedish || text.language == stemmers::Language::english) {
      document.add_boolean_term(part_language_term(text.language));
    }
  }
  const std::string identity = identity_text(decision);
  add_text({identity, stemmers::Language::finnish, identity_weight, false}, analyzer, tokens, terms);
  const std::string names = names_text(decision);
  add_text({names, stemmers::Language::finnish, title_weight, false}, analyzer, tokens, terms);
  add_terms(terms, document);
  add_value(document, Slot::word_stream, make_word_stream(terms.stream));
  for (const FieldRow& row : fields) add_field(document, decision, row.id);
  for (const std::string& key : decision_keys(decision)) document.add_boolean_term(make_term(identity_prefix, key));
  document.add_boolean_term(source_term(source_key));
  if (decision.expires) document.add_boolean_term(std::string(expires_prefix) + ":" + date_key(*decision.expires));
  document.set_data(to_stored(decision, text_languages(texts)));
  return document;
}

}  // namespace pykala::indexer
