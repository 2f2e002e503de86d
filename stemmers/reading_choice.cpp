// SPDX-License-Identifier: GPL-2.0-or-later
// Readings of one word -> the one to index. Private: what each trait of a reading costs.
#include "stemmers/reading_choice.h"

#include <algorithm>

#include "stemmers/lemma_counts.h"
#include "stemmers/stopwords.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

// Costs in tenths of a natural logarithm of odds, rounded, as a log-linear model of the readings in edited Finnish text
// gives them; only traits whose sign two different treebanks agree on are here.
constexpr int part_cost = 30;
constexpr int own_dictionary_form_gain = 13;
constexpr int derived_cost = 6;
constexpr int participle_cost = 8;
constexpr int personal_name_cost = 14;
constexpr int other_name_cost = 8;
constexpr int met_gain = 4;  // tenths of what the counts of lemmas say: "vuotta" is of vuosi, not of vuo
constexpr int met_participle_gain = 1;
constexpr int adverb_gain = 25;
constexpr int function_word_gain = 40;
constexpr int adjective_gain = 12;
constexpr int noun_gain = 5;
constexpr int second_person_cost = 18;     // "tilaat"
constexpr int second_possessor_cost = 20;  // "viestisi"
constexpr int other_possessor_cost = 10;   // "koneni", "taloaan"
constexpr int plural_elative_gain = 10;    // "raaka-aineista", not partitive of raaka-aineinen
constexpr int instructive_cost = 14;       // "silloin" of silta
constexpr int comitative_cost = 10;        // "tutkineen" of tutka
constexpr int diminutive_cost = 4;         // "sanasta" of sananen
constexpr int nominative_plural_cost = 15;
constexpr int nominative_cost = 8;  // made good by own_dictionary_form_gain unless an ending hides it: "talokin"
constexpr int illative_gain = 8;
constexpr int plural_partitive_gain = 7;  // "uusia" of uusi, not the verb
constexpr int imperative_gain =
    12;  // mostly the form after the verb of negation: "ei pysty"; also of the second person
constexpr int ma_infinitive_gain = 7;
constexpr int minen_infinitive_gain = 20;  // "siirtymistä" of siirtyminen, not of siirtymä
constexpr int ma_instrument_cost = 20;     // "suorittaman" as passive of suoria

int class_cost(const Reading& reading) {
  if (reading.verb_form == VerbForm::participle) return participle_cost;
  switch (reading.word_class) {
    case WordClass::name:
      return reading.personal_name ? personal_name_cost : other_name_cost;
    case WordClass::adverb:
      return -adverb_gain;
    case WordClass::adjective:
      return -adjective_gain;
    case WordClass::noun:
      return reading.base.ends_with("nen") ? diminutive_cost - noun_gain : -noun_gain;
    default:
      return 0;
  }
}

int case_cost(const Reading& reading) {
  switch (reading.grammatical_case) {
    case GrammaticalCase::nominative:
      return reading.plural ? nominative_plural_cost : nominative_cost;
    case GrammaticalCase::illative:
      return reading.plural ? 0 : -illative_gain;
    case GrammaticalCase::partitive:
      return reading.plural ? -plural_partitive_gain : 0;
    case GrammaticalCase::elative:
      return reading.plural ? -plural_elative_gain : 0;
    case GrammaticalCase::instructive:
      return instructive_cost;
    case GrammaticalCase::comitative:
      return comitative_cost;
    default:
      return 0;
  }
}

int verb_cost(const Reading& reading) {
  const int person = reading.person == 2 ? second_person_cost : 0;
  if (reading.verb_form == VerbForm::imperative) return person - imperative_gain;
  if (reading.verb_form == VerbForm::minen_infinitive) return -minen_infinitive_gain;
  if (reading.verb_form != VerbForm::ma_infinitive) return person;
  return reading.grammatical_case == GrammaticalCase::none ? ma_instrument_cost : -ma_infinitive_gain;
}

/// How often the lemma was met; of a compound that was not, how often its head ("matkakulut": kulu).
int times_met(const Reading& reading, std::string_view word, std::string_view lemma) {
  const int whole = lemma_log_count(lemma);
  if (whole != 0 || reading.boundaries.empty()) return whole;
  const std::size_t head = reading.boundaries.back();
  if (head >= lemma.size() || lemma.substr(0, head) != word.substr(0, head)) return 0;
  return lemma_log_count(lemma.substr(head));
}

/// A first part that is a word by itself ("korona|passi", not "koron|apassi") decides between equals.
int cost_of(const Reading& reading, std::string_view word) {
  int cost = static_cast<int>(reading.boundaries.size()) * part_cost;
  cost += class_cost(reading) + case_cost(reading) + verb_cost(reading);
  if (reading.possessor != 0) cost += reading.possessor == 2 ? second_possessor_cost : other_possessor_cost;
  if (reading.derived) cost += derived_cost;
  if (to_lower(reading.base) == word) cost -= own_dictionary_form_gain;
  if (!reading.boundaries.empty()) cost -= lemma_log_count(word.substr(0, reading.boundaries.front())) / 10;
  // What is met of a verb is seldom its participle: "asutusta" is of asutus, not of asuttu.
  const int share = reading.verb_form == VerbForm::participle ? met_participle_gain : met_gain;
  return cost - times_met(reading, word, lemma_of(reading)) * share / 10;
}

bool can_be_function_word(const Reading& reading) {
  return reading.word_class == WordClass::adverb || reading.word_class == WordClass::pronoun ||
         reading.word_class == WordClass::other;
}

int first_part_cost(const Reading& reading, std::string_view part) {
  constexpr int wrong_form_cost = 100;
  const bool nominal = reading.word_class == WordClass::noun || reading.word_class == WordClass::adjective ||
                       reading.word_class == WordClass::numeral || reading.word_class == WordClass::name;
  const bool first_form =
      reading.grammatical_case == GrammaticalCase::nominative || reading.grammatical_case == GrammaticalCase::genitive;
  const bool good = reading.word_class == WordClass::prefix || (nominal && first_form && reading.possessor == 0);
  return cost_of(reading, part) + (good ? 0 : wrong_form_cost);
}

template <typename Cost>
const Reading* cheapest(std::span<const Reading> readings, Cost cost) {
  const Reading* best = nullptr;
  int best_cost = 0;
  for (const Reading& reading : readings) {
    const int its_cost = cost(reading);
    if (best == nullptr || its_cost < best_cost) {
      best = &reading;
      best_cost = its_cost;
    }
  }
  return best;
}

}  // namespace

const Reading* choose_reading(std::span<const Reading> readings, std::string_view word) {
  if (readings.empty()) return nullptr;
  if (const std::string_view listed = listed_lemma(word); !listed.empty()) {
    const auto found =
        std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return lemma_of(r) == listed; });
    if (found != readings.end()) return &*found;
  }
  const bool function_word = readings.size() > 1 && is_stop_word(word, Language::finnish);
  return cheapest(readings, [&](const Reading& reading) {
    return cost_of(reading, word) - (function_word && can_be_function_word(reading) ? function_word_gain : 0);
  });
}

const Reading* entry_reading(std::span<const Reading> readings, std::string_view word) {
  const auto found = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.verb.empty() && reading.word_class != WordClass::name && to_lower(reading.base) == word;
  });
  return found == readings.end() ? nullptr : &*found;
}

const Reading* choose_first_part(std::span<const Reading> readings, std::string_view part) {
  return cheapest(readings, [part](const Reading& reading) { return first_part_cost(reading, part); });
}

std::string lemma_of(const Reading& reading) {
  return to_lower(reading.verb.empty() ? reading.base : reading.verb);
}

}  // namespace pykala::stemmers
