// SPDX-License-Identifier: GPL-2.0-or-later
// In: a decision or draft. Out: the words and facts its precedents are found by. Private: how much a word tells.
#include <algorithm>
#include <cmath>

#include "indexer/authority.h"
#include "indexer/keys.h"
#include "searcher/match_set.h"
#include "searcher/precedents.h"
#include "stemmers/lexicon.h"
#include "stemmers/reading_choice.h"
#include "stemmers/unicode.h"

namespace pykala::searcher {

using namespace schema;

namespace {

constexpr double common_word_share = 0.25;       ///< of the archive; a word of more decisions tells nothing
constexpr Xapian::doccount always_rare = 6;      ///< in a small archive
constexpr Xapian::doccount enough_of_class = 8;  ///< decisions of a class that show what it always says
constexpr double weight_saturation = 3;
constexpr double title_bonus = 1.6;
constexpr double part_scale = 0.5;
constexpr double no_thing_scale = 0.4;  ///< of verbs, adjectives and the like

struct Candidate {
  std::string lemma;
  const MatterWord* word = nullptr;
  double value = 0;  ///< how much it tells
  double idf = 0;
};

/// "Virtanen" and "Maija": the dictionary knows no other reading.
bool is_person(const MatterWord& word) {
  if (word.shown.empty() || stemmers::to_lower(word.shown) == word.shown) return false;
  const auto readings = stemmers::readings_of(word.shown);
  return !readings.empty() &&
         std::all_of(readings.begin(), readings.end(), [](const stemmers::Reading& r) { return r.personal_name; });
}

double told_by(const MatterWord& word) {
  const double share = word.weight / (word.weight + weight_saturation);
  return share * (word.in_title ? title_bonus : 1) * (word.part ? part_scale : 1);
}

bool by_value(const Candidate& a, const Candidate& b) {
  return a.value != b.value ? a.value > b.value : a.lemma < b.lemma;
}

/// The words of most weight, long ones first among equals: a long compound is rare.
std::vector<Candidate> weightiest(const Matter& matter) {
  std::vector<Candidate> found;
  for (const auto& [lemma, word] : matter) {
    found.push_back({lemma, &word, told_by(word) * std::sqrt(static_cast<double>(lemma.size())), 0});
  }
  std::sort(found.begin(), found.end(), by_value);
  if (found.size() > max_matter_lookups) found.resize(max_matter_lookups);
  return found;
}

/// Leaves the words that other decisions have too, and not too many of them.
void keep_rare(std::vector<Candidate>& found, bool stored, const Index& index) {
  const double all = index.database().get_doccount();
  const double most = std::max<double>(always_rare, all * common_word_share);
  std::vector<Candidate> kept;
  for (Candidate& each : found) {
    const double frequency = index.text().frequency(std::string(lemma_prefix) + each.lemma);
    if (frequency < (stored ? 2 : 1) || frequency > most || is_person(*each.word)) continue;
    each.idf = std::log1p(all / frequency);
    each.value = told_by(*each.word) * each.idf * (names_thing(each.word->shown) ? 1 : no_thing_scale);
    kept.push_back(each);
  }
  std::sort(kept.begin(), kept.end(), by_value);
  if (kept.size() > max_matter_terms) kept.resize(max_matter_terms);
  found = std::move(kept);
}

std::size_t count_with(const std::string& term, const DocumentSet& documents, const Index& index) {
  std::size_t count = 0;
  schema::TextPostings postings(index.text(), index.text().find(term));
  postings.each<schema::PostingDocument>(
      [&](const auto& posting) { count += documents.contains(posting.document) ? 1 : 0; });
  return count;
}

/// What most decisions of the class say ("hankintapäätös" among purchases) tells nothing within it.
void weigh_within_class(std::vector<Candidate>& found, const std::optional<Classification>& classification,
                        const Index& index) {
  if (!classification) return;
  const std::string term = make_term(field(FieldId::classification), classification->code);
  const Xapian::doccount of_class = index.database().get_termfreq(term);
  if (of_class < enough_of_class) return;
  const DocumentSet documents = match_set(Xapian::Query(term), index.database());
  for (Candidate& each : found) {
    const std::size_t both = count_with(std::string(lemma_prefix) + each.lemma, documents, index);
    each.value *= 1 - static_cast<double>(both) / of_class;
  }
  std::sort(found.begin(), found.end(), by_value);
}

/// The class of the case's other decisions, when the draft does not tell its own.
std::optional<Classification> class_of_case(const std::optional<std::string>& case_number, const Index& index) {
  if (!case_number) return std::nullopt;
  const std::string term = make_term(field(FieldId::case_number), case_number_key(*case_number));
  const auto begin = index.database().postlist_begin(term);
  if (begin == index.database().postlist_end(term)) return std::nullopt;
  return index.decision(*begin).classification;
}

}  // namespace

bool names_thing(const std::string& word) {
  const std::string lower = stemmers::to_lower(word);
  const auto readings = stemmers::readings_of(lower);
  const stemmers::Reading* reading = stemmers::choose_reading(readings, lower);
  if (reading == nullptr) return true;
  switch (reading->word_class) {
    case stemmers::WordClass::noun:
    case stemmers::WordClass::name:
    case stemmers::WordClass::abbreviation:
      return reading->verb_form != stemmers::VerbForm::participle;
    default:
      return false;
  }
}

PrecedentSource precedent_source(Decision decision, std::optional<Xapian::docid> document, const Index& index) {
  PrecedentSource source{std::move(decision), document, {}, {}, {}};
  if (!source.decision.classification)
    source.decision.classification = class_of_case(source.decision.case_number, index);
  source.matter = matter_of(source.decision, index.analyzer());
  std::vector<Candidate> found = weightiest(source.matter);
  keep_rare(found, document.has_value(), index);
  weigh_within_class(found, source.decision.classification, index);
  for (const Candidate& each : found) {
    if (each.value <= 0) continue;
    source.terms.push_back(
        {each.lemma, each.value / each.idf, each.word->shown, each.word->in_title, names_thing(each.word->shown)});
    source.starts.add(each.lemma);
  }
  return source;
}

}  // namespace pykala::searcher
