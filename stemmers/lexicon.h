// SPDX-License-Identifier: GPL-2.0-or-later
// What a dictionary knows of a Finnish word. Answered by Voikko when it is built in, else by "knows nothing".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pykala::stemmers {

enum class WordClass : std::uint8_t { noun, adjective, verb, name, numeral, adverb, pronoun, abbreviation, prefix, other };

/// How often a reading's inflection is the meant one when a word has several readings.
enum class Inflection : std::uint8_t {
  common,
  rare,  ///< instructive, comitative, abessive, imperative, potential: "milloin" as instructive of Milla
};

/// One reading of a word form.
struct Reading {
  std::string base;  ///< dictionary form, capitals as the lexicon has them: "Helsinki", "rahoitushaku", "EU"
  std::string verb;  ///< verb of a participle or another regular verb noun ("maksaa" for "maksanut"); else empty
  WordClass word_class = WordClass::other;
  Inflection inflection = Inflection::common;
  bool derived = false;                   ///< made from another word by a suffix: "ohjaus" from "ohjata"
  bool singular_nominative = false;       ///< a noun, name or adjective in its dictionary form
  std::vector<std::uint16_t> boundaries;  ///< bytes of the word where a later part of the compound begins, ascending
};

/// False when the program is built without a dictionary.
[[nodiscard]] bool has_lexicon();

/// Name and version for the analyser id, "voikko-4.3.1", or "no-lexicon".
[[nodiscard]] std::string lexicon_id();

/// All readings of `word` in the dictionary's own order; empty when it knows none. `word` must be valid UTF-8; letter
/// case hardly matters. A word that ends with a hyphen is read as a first part of a compound ("sosiaali-").
/// Safe to call from any thread: each thread has a handle of its own. Throws std::runtime_error when the
/// dictionary's files are not installed.
[[nodiscard]] std::vector<Reading> readings_of(std::string_view word);

/// Nominative singular of an inflected noun or name, with the capitals of the input: "diakonissalaitoksen" ->
/// "diakonissalaitos", "Helsingin" -> "Helsinki", "Uusix-verstaiden" -> "Uusix-verstas", "STEA:lta" -> "STEA".
/// No value when the dictionary does not know the word as a noun, name, adjective, numeral or abbreviation.
[[nodiscard]] std::optional<std::string> nominative_of(std::string_view word);

}  // namespace pykala::stemmers
