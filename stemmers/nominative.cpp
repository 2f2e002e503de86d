// SPDX-License-Identifier: GPL-2.0-or-later
// Inflected noun or name -> its nominative singular, capitals as in the text. Private: choosing among readings with the
// capitals as a hint, and giving the base form the capitals of the input.
#include <algorithm>

#include "stemmers/compounds.h"
#include "stemmers/finnish_word.h"
#include "stemmers/lexicon.h"
#include "stemmers/reading_choice.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

bool can_name(const Reading& reading) {
  switch (reading.word_class) {
    case WordClass::noun:
    case WordClass::adjective:
    case WordClass::name:
    case WordClass::numeral:
    case WordClass::abbreviation:
      return reading.verb_form == VerbForm::none && reading.grammatical_case != GrammaticalCase::instructive;
    default:
      return false;
  }
}

bool begins_with_capital(std::string_view word) {
  return word != to_lower(word) && capitalize(to_lower(word)).substr(0, 2) == word.substr(0, 2);
}

// "Diakonissalaitoksen" + "diakonissalaitos" -> "Diakonissalaitos"; "STEA" stays as the dictionary or the text has it.
std::string with_capitals_of(std::string_view word, const std::string& base) {
  const std::string lower = to_lower(base);
  std::size_t same = 0;
  const std::string lower_word = to_lower(word);
  while (same < lower.size() && same < lower_word.size() && lower[same] == lower_word[same]) ++same;
  if (lower_word.size() != word.size()) return begins_with_capital(word) ? capitalize(lower) : lower;
  same = cut_utf8(lower, same).size();
  return std::string(word.substr(0, same)) + lower.substr(same);
}

std::optional<std::string> known_nominative(std::string_view word) {
  std::vector<Reading> readings = readings_of(word);
  std::erase_if(readings, [](const Reading& reading) { return !can_name(reading); });
  if (readings.empty()) return std::nullopt;
  const bool has_name = std::any_of(readings.begin(), readings.end(),
                                    [](const Reading& reading) { return reading.word_class == WordClass::name; });
  if (has_name && begins_with_capital(word)) {
    std::erase_if(readings, [](const Reading& reading) { return reading.word_class != WordClass::name; });
  }
  return with_capitals_of(word, choose_reading(readings, to_lower(word))->base);
}

// "Helsinkimission": unknown, but "missio" is a noun.
std::optional<std::string> nominative_by_head(std::string_view word) {
  const std::optional<KnownHead> head = find_known_head(word);
  if (!head) return std::nullopt;
  return std::string(word.substr(0, head->begin)) + with_capitals_of(word.substr(head->begin), head->reading.base);
}

}  // namespace

std::optional<std::string> nominative_of(std::string_view word) {
  if (word.empty() || !is_valid_utf8(word)) return std::nullopt;
  if (auto known = known_nominative(word)) return known;
  const std::string lower = to_lower(word);
  if (const std::size_t colon = find_colon_ending(lower);
      colon != std::string_view::npos && lower.size() == word.size()) {
    return std::string(word.substr(0, colon));
  }
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos) return nominative_by_head(word);
  if (hyphen == 0 || hyphen + 1 == word.size()) return std::nullopt;
  auto end = known_nominative(word.substr(hyphen + 1));
  if (!end) return std::nullopt;
  return std::string(word.substr(0, hyphen + 1)) + *std::move(end);
}

}  // namespace pykala::stemmers
