// SPDX-License-Identifier: GPL-2.0-or-later
// What a dictionary knows of a Finnish word. Answered by Voikko when it is built in, else by "knows nothing".
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pykala::stemmers {

enum class WordClass : std::uint8_t {
  noun,
  adjective,
  verb,
  name,
  numeral,
  adverb,
  pronoun,
  abbreviation,
  prefix,
  other
};

/// Cases that tell something of how likely a reading is; `none` for words without case.
enum class GrammaticalCase : std::uint8_t {
  none,
  nominative,
  genitive,
  partitive,
  illative,
  elative,
  instructive,
  comitative,
  other
};

enum class VerbForm : std::uint8_t {
  none,
  finite,
  imperative,
  infinitive,
  ma_infinitive,
  minen_infinitive,
  participle
};

/// One reading of a word form.
struct Reading {
  std::string base;  ///< dictionary form, capitals as the lexicon has them: "Helsinki", "rahoitushaku", "EU"
  std::string verb;  ///< verb of a participle ("maksaa" for "maksanut"); else empty
  WordClass word_class = WordClass::other;
  GrammaticalCase grammatical_case = GrammaticalCase::none;
  VerbForm verb_form = VerbForm::none;
  std::uint8_t person = 0;     ///< of a finite verb: 1, 2, 3; 0 for passive and other words
  std::uint8_t possessor = 0;  ///< person of a possessive suffix; 0 without one
  bool plural = false;
  bool personal_name = false;             ///< a first name or surname (word_class is name)
  bool derived = false;                   ///< made from another word by a suffix: "ohjaus" from "ohjata"
  std::vector<std::uint16_t> boundaries;  ///< bytes of the word where a later part of the compound begins, ascending
};

/// The readings of a word. Copies share them: they do not change, and may be read by any thread.
class Readings {
 public:
  Readings() = default;
  explicit Readings(std::vector<Reading> readings, bool may_be_first_part = true)
      : may_be_first_part_(may_be_first_part) {
    if (!readings.empty()) list_ = std::make_shared<const std::vector<Reading>>(std::move(readings));
  }

  [[nodiscard]] const Reading* begin() const { return list_ == nullptr ? nullptr : list_->data(); }
  [[nodiscard]] const Reading* end() const { return begin() + size(); }
  [[nodiscard]] const Reading* data() const { return begin(); }
  [[nodiscard]] std::size_t size() const { return list_ == nullptr ? 0 : list_->size(); }
  [[nodiscard]] bool empty() const { return list_ == nullptr; }
  /// False: the word with a hyphen after it has no readings.
  [[nodiscard]] bool may_be_first_part() const { return may_be_first_part_; }

  /// For those who change them.
  operator std::vector<Reading>() const { return std::vector<Reading>(begin(), end()); }

 private:
  std::shared_ptr<const std::vector<Reading>> list_;  ///< nullptr: none
  bool may_be_first_part_ = true;
};

/// False when the program is built without a dictionary.
[[nodiscard]] bool has_lexicon();

/// Name and version for the analyser id, "voikko-4.3.1", or "no-lexicon".
[[nodiscard]] std::string lexicon_id();

/// All readings of `word` in the dictionary's own order; empty when it knows none. `word` must be valid UTF-8; letter
/// case hardly matters. A word that ends with a hyphen is read as a first part of a compound ("sosiaali-").
/// Safe to call from any thread: each thread has a handle of its own. Throws std::runtime_error when the
/// dictionary's files are not installed.
[[nodiscard]] Readings readings_of(std::string_view word);

/// The readings of a word as a first part of a compound, with a hyphen after it: of "sosiaali", those of "sosiaali-".
[[nodiscard]] Readings readings_of_first_part(std::string_view part);

/// Nominative singular of an inflected noun or name, with the capitals of the input: "diakonissalaitoksen" ->
/// "diakonissalaitos", "Helsingin" -> "Helsinki", "Uusix-verstaiden" -> "Uusix-verstas", "STEA:lta" -> "STEA".
/// "Helsinkimission" -> "Helsinkimissio" by its head. No value when the dictionary does not know the word as a noun,
/// name, adjective, numeral or abbreviation ("Monihelin").
[[nodiscard]] std::optional<std::string> nominative_of(std::string_view word);

}  // namespace pykala::stemmers
