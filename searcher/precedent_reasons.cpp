// SPDX-License-Identifier: GPL-2.0-or-later
// In: what precedents were looked for by, and one of them. Out: what the two have in common. Private: how a citation
// and a word are written for a reader.
#include "searcher/precedent_reasons.h"

#include <algorithm>

#include "indexer/citation_keys.h"
#include "indexer/keys.h"
#include "searcher/format.h"
#include "searcher/labels.h"
#include "stemmers/lexicon.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

/// "Kaupunginhallitus 8.5.2017 § 510"
std::string citation_text(const Citation& c, const std::optional<std::string>& maker) {
  std::string text = maker.value_or("");
  const auto add = [&text](const std::string& piece) { text += (text.empty() ? "" : " ") + piece; };
  if (c.date) add(finnish_date(*c.date));
  if (c.section) add("§ " + std::to_string(*c.section));
  if (text.empty() && c.case_number) add(*c.case_number);
  if (text.empty() && c.title) add(*c.title);
  return text;
}

/// Both name the same decision or case; a maker that only one of them names does not part them.
bool cite_the_same(const Citation& a, const Citation& b) {
  if (a.id && a.id == b.id) return true;
  if (a.date && a.section && a.date == b.date && a.section == b.section) {
    if (!a.decision_maker || !b.decision_maker) return true;
    const auto one = maker_forms(*a.decision_maker, std::nullopt), other = maker_forms(*b.decision_maker, std::nullopt);
    return std::find_first_of(one.begin(), one.end(), other.begin(), other.end()) != one.end();
  }
  return a.case_number && b.case_number && case_number_key(*a.case_number) == case_number_key(*b.case_number);
}

bool cites_it(const std::vector<Citation>& citations, const std::vector<std::string>& own) {
  return std::any_of(citations.begin(), citations.end(),
                     [&](const Citation& each) { return is_self_citation(each, own); });
}

/// The nominative of a word as it stands in the text: "rahoitushakuun" -> "rahoitushaku", "STEA:lta" -> "STEA". A
/// capital at the beginning of a sentence goes, that of a name stays.
std::string written(const std::string& lemma, const std::string& shown) {
  if (stemmers::to_lower(shown) == lemma) {
    for (const stemmers::Reading& reading : stemmers::readings_of(shown)) {
      if (stemmers::to_lower(reading.base) == lemma) return reading.base;
    }
    return shown;
  }
  const auto base = stemmers::nominative_of(shown);
  return base && stemmers::to_lower(*base) == lemma ? *base : shown;
}

class Reasons {
 public:
  Reasons(const PrecedentSource& source, const Decision& other, const Index& index, UiLanguage lang)
      : source_(source), mine_(source.decision), other_(other), index_(index), lang_(lang) {}

  std::vector<Reason> run() {
    add_case();
    add_citations();
    add_classification();
    add_organisations();
    add_funders();
    add_words();
    return std::move(out_);
  }

 private:
  /// `shown`: the values as a reader wants them, when they are not the keys.
  void add(ReasonKind kind, std::vector<std::string> values, const std::vector<std::string>& shown = {}) {
    std::string text;
    for (const std::string& value : shown.empty() ? values : shown) text += (text.empty() ? "" : ", ") + value;
    const std::string label(reason_label(kind, lang_));
    out_.push_back(
        {kind, std::move(values), text.empty() ? label : label + (kind_has_colon(kind) ? ": " : " ") + text});
  }
  static bool kind_has_colon(ReasonKind kind) {
    return kind == ReasonKind::words || kind == ReasonKind::shared_citation || kind == ReasonKind::organisation ||
           kind == ReasonKind::funder;
  }

  void add_case() {
    if (!mine_.case_number || !other_.case_number) return;
    const std::string number = case_number_key(*mine_.case_number);
    if (number == case_number_key(*other_.case_number)) add(ReasonKind::same_case, {number});
  }

  void add_citations() {
    if (cites_it(mine_.cites, decision_keys(other_))) add(ReasonKind::cited, {});
    if (source_.document && cites_it(other_.cites, decision_keys(mine_))) add(ReasonKind::cites, {});
    std::vector<std::string> shared;
    for (const Citation& each : mine_.cites) {
      const auto number = cited_case(each);
      if (number && other_.case_number && *number == case_number_key(*other_.case_number))
        add(ReasonKind::cited_case, {*number});
      const auto same = std::find_if(other_.cites.begin(), other_.cites.end(),
                                     [&](const Citation& theirs) { return cite_the_same(each, theirs); });
      if (same == other_.cites.end() || shared.size() == max_reason_values) continue;
      const std::string text = citation_text(each, each.decision_maker ? each.decision_maker : same->decision_maker);
      if (!text.empty() && std::find(shared.begin(), shared.end(), text) == shared.end()) shared.push_back(text);
    }
    if (!shared.empty()) add(ReasonKind::shared_citation, shared);
  }

  void add_classification() {
    if (!mine_.classification || !other_.classification) return;
    const std::string &own = mine_.classification->code, &theirs = other_.classification->code;
    if (own.empty() || theirs.empty()) return;
    if (own == theirs) {
      add(ReasonKind::classification, {own}, {label_of(FieldId::classification, own, index_, lang_)});
    } else if (own.size() >= 5 && theirs.substr(0, 5) == own.substr(0, 5)) {
      const std::string group = own.substr(0, 5);
      add(ReasonKind::class_group, {group}, {label_of(FieldId::classification, group, index_, lang_)});
    }
  }

  void add_organisations() {
    std::vector<std::string> both;
    for (const std::string& name : mine_.organisations) {
      const std::string key = name_key(name);
      const bool theirs = std::any_of(other_.organisations.begin(), other_.organisations.end(),
                                      [&](const std::string& each) { return name_key(each) == key; });
      if (theirs && both.size() < max_reason_values && std::find(both.begin(), both.end(), key) == both.end())
        both.push_back(key);
    }
    if (!both.empty()) add(ReasonKind::organisation, both);
  }

  void add_funders() {
    std::vector<std::string> both, names;
    for (const Funder& funder : mine_.funders) {
      if (funder.relation != FunderRelation::funds || both.size() == max_reason_values) continue;
      const bool theirs = std::any_of(other_.funders.begin(), other_.funders.end(), [&](const Funder& each) {
        return each.relation == FunderRelation::funds && each.id == funder.id;
      });
      if (!theirs || std::find(both.begin(), both.end(), funder.id) != both.end()) continue;
      both.push_back(funder.id);
      names.push_back(label_of(FieldId::funder, funder.id, index_, lang_));
    }
    if (!both.empty()) add(ReasonKind::funder, both, names);
  }

  void add_words() {
    std::vector<std::string> words = words_in(matter_of(other_, index_.analyzer(), false, &source_.starts), false);
    // A word of its contact details or its maker's name, or a part of two different compounds brought it: rarely a
    // precedent, but not without a reason.
    if (words.empty() && out_.empty()) {
      words = words_in(matter_of(other_, index_.analyzer(), true), true);
    }
    if (!words.empty()) add(ReasonKind::words, words);
  }

  /// Beside other reasons, words that name nothing say nothing.
  std::vector<std::string> words_in(const Matter& theirs, bool parts) {
    // "kuva" of "kokonaiskuva" here and of "valokuva" there is nothing that the two share.
    const auto is_part = [](const Matter& matter, const std::string& lemma) {
      const auto found = matter.find(lemma);
      return found != matter.end() && found->second.part;
    };
    const auto shared = [&](const std::string& lemma) {
      return theirs.contains(lemma) && (parts || !is_part(theirs, lemma) || !is_part(source_.matter, lemma));
    };
    const bool things = std::any_of(source_.terms.begin(), source_.terms.end(), [&](const MatterTerm& term) {
      return term.thing && !term.shown.empty() && shared(term.lemma);
    });
    if (!things && !out_.empty()) return {};
    return telling_words(source_, max_reason_words, shared);
  }

  const PrecedentSource& source_;
  const Decision& mine_;
  const Decision& other_;
  const Index& index_;
  UiLanguage lang_;
  std::vector<Reason> out_;
};

}  // namespace

std::vector<std::string> telling_words(const PrecedentSource& source, std::size_t most,
                                       const std::function<bool(const std::string&)>& wanted) {
  std::vector<std::string> words, lower;
  for (const bool thing : {true, false}) {
    for (const MatterTerm& term : source.terms) {
      if (term.thing != thing || term.shown.empty() || !wanted(term.lemma)) continue;
      std::string word = printable(written(term.lemma, term.shown));
      const std::string own = stemmers::to_lower(word);
      const auto whole = std::find_if(lower.begin(), lower.end(),
                                      [&](const std::string& each) { return each.find(own) != std::string::npos; });
      if (whole != lower.end()) continue;
      // The whole is said instead of its part, where the part stood.
      const auto part = std::find_if(lower.begin(), lower.end(),
                                     [&](const std::string& each) { return own.find(each) != std::string::npos; });
      if (part != lower.end()) {
        words[static_cast<std::size_t>(part - lower.begin())] = std::move(word);
        *part = own;
      } else if (words.size() < most) {
        words.push_back(std::move(word));
        lower.push_back(own);
      }
    }
    if (!words.empty()) break;
  }
  return words;
}

std::vector<Reason> precedent_reasons(const PrecedentSource& source, const Decision& precedent, const Index& index,
                                      UiLanguage lang) {
  return Reasons(source, precedent, index, lang).run();
}

}  // namespace pykala::searcher
