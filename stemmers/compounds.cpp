// SPDX-License-Identifier: GPL-2.0-or-later
// Word and boundaries -> pieces; unknown word -> a known head at its end. Private: what could be a first part.
#include "stemmers/compounds.h"

#include <algorithm>

#include "stemmers/reading_choice.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

// Of the head's dictionary form: behind a known start ("agricola#laki" is not), behind any start ("agricola#tutkimus").
constexpr std::size_t min_head_letters = 4;
constexpr std::size_t min_head_letters_after_unknown = 6;
constexpr std::size_t min_start_letters = 3;
constexpr std::size_t min_unknown_start_letters = 4;  // "postaus" is no kind of "tausta"

bool starts_code_point(std::string_view word, std::size_t at) {
  return at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

bool has_vowel(std::string_view text) {
  if (text.find_first_of("aeiouyAEIOUY") != std::string_view::npos) return true;
  for (const std::string_view vowel : {"ä", "ö", "å"}) {
    if (text.find(vowel) != std::string_view::npos) return true;
  }
  return false;
}

std::string_view without_hyphens(std::string_view text) {
  while (!text.empty() && text.front() == '-') text.remove_prefix(1);
  while (!text.empty() && text.back() == '-') text.remove_suffix(1);
  return text;
}

bool can_be_head(const Reading& reading) {
  return reading.word_class == WordClass::noun && reading.grammatical_case != GrammaticalCase::instructive &&
         reading.grammatical_case != GrammaticalCase::comitative && reading.possessor == 0;
}

// A first part the dictionary knows: noun or name in nominative or genitive, or one that only begins compounds.
bool is_known_start(std::string_view start) {
  for (const Reading& reading : readings_of(start)) {
    const bool nominal = reading.word_class == WordClass::noun || reading.word_class == WordClass::name;
    const bool genitive = reading.grammatical_case == GrammaticalCase::genitive;
    const bool nominative = reading.grammatical_case == GrammaticalCase::nominative && !reading.plural;
    if (nominal && (genitive || nominative) && reading.possessor == 0) return true;
  }
  return false;
}

bool divides(std::string_view start, const Reading& head) {
  const std::size_t letters = count_code_points(head.base);
  const bool long_enough =
      letters >= min_head_letters_after_unknown && count_code_points(start) >= min_unknown_start_letters;
  return long_enough || (letters >= min_head_letters && is_known_start(start));
}

}  // namespace

std::optional<KnownHead> find_known_head(std::string_view word) {
  for (std::size_t begin = 1; begin < word.size(); ++begin) {
    if (!starts_code_point(word, begin)) continue;
    const std::string_view start = word.substr(0, begin);
    const std::string_view head = word.substr(begin);
    if (count_code_points(head) < min_head_letters) break;
    const std::size_t start_letters = count_code_points(start);
    if (start_letters < min_start_letters || !has_vowel(start)) continue;
    // "tal" of "talkkarihanke" is soon told, the long rest before which it would have to be known is not.
    if (start_letters < min_unknown_start_letters && !is_known_start(start)) continue;
    const Readings readings = readings_of(head);
    const Reading* reading = choose_reading(readings, head);
    if (reading != nullptr && can_be_head(*reading) && divides(start, *reading)) return KnownHead{begin, *reading};
  }
  return std::nullopt;
}

std::vector<Piece> pieces_of(std::string_view word, const std::vector<std::uint16_t>& boundaries) {
  std::vector<std::size_t> cuts{0};
  for (const std::uint16_t boundary : boundaries) {
    if (boundary > cuts.back() && boundary < word.size() && cuts.size() < max_compound_parts) cuts.push_back(boundary);
  }
  cuts.push_back(word.size());
  const std::size_t parts = cuts.size() - 1;
  std::vector<Piece> pieces;
  const auto add = [&](std::size_t first, std::size_t last) {
    const std::string_view text = without_hyphens(word.substr(cuts[first], cuts[last] - cuts[first]));
    if (count_code_points(text) > 1) pieces.push_back({text, last == parts, cuts[first]});
  };
  if (parts < 2) return pieces;
  for (std::size_t i = 0; i < parts; ++i) add(i, i + 1);
  for (std::size_t i = 1; i + 2 <= parts; ++i) add(i, parts);
  for (std::size_t i = 2; i + 1 <= parts; ++i) add(0, i);
  return pieces;
}

std::string mark_boundaries(std::string_view word, const std::vector<std::uint16_t>& boundaries) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool cut = std::find(boundaries.begin(), boundaries.end(), i) != boundaries.end();
    if (cut && i > 0 && word[i] != '-' && word[i - 1] != '-') out += '#';
    out += word[i];
  }
  return out;
}

}  // namespace pykala::stemmers
