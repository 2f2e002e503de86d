// SPDX-License-Identifier: GPL-2.0-or-later
// Word form -> lemma, parts, boundaries: the chain of dictionary, word structure and rules, in order.
// Private: each step, and how the parts of a compound get their lemmas.
#include "stemmers/finnish_word.h"

#include <algorithm>
#include <optional>

#include "stemmers/compounds.h"
#include "stemmers/finnish_stemmer.h"
#include "stemmers/known_names.h"
#include "stemmers/lemma_counts.h"
#include "stemmers/lexicon.h"
#include "stemmers/reading_choice.h"
#include "stemmers/undivided.h"
#include "stemmers/unicode.h"

namespace pykala::stemmers {
namespace {

constexpr std::size_t max_colon_ending_bytes = 10;  // "STM:lläkään"
constexpr std::size_t max_acronym_letters = 4;      // "STEA"

std::string without_end_hyphens(std::string text) {
  while (text.size() > 1 && text.back() == '-') text.pop_back();
  while (text.size() > 1 && text.front() == '-') text.erase(0, 1);
  return text;
}

// "sosiaali" is no word of the dictionary, "sosiaali-" is a first part.
bool is_bound_first_part(std::string_view word) {
  for (const Reading& reading : readings_of_first_part(word)) {
    if (reading.word_class == WordClass::prefix) return true;
  }
  return false;
}

// What the dictionary does not know: an acronym or short name ("stea", "abdi") stays as it is, in
// every case ("stean", "abdille").
std::string lemma_of_unknown(std::string_view word, bool use_lexicon) {
  if (!use_lexicon) return stem_finnish(word);
  if (count_code_points(word) <= max_acronym_letters) return std::string(word);
  for (std::size_t letters = max_acronym_letters; letters + 1 >= max_acronym_letters; --letters) {
    if (const std::size_t size = without_case_ending(word, letters)) return std::string(word.substr(0, size));
  }
  return stem_finnish(word);
}

// Lemma of a piece that stands by itself inside a compound: "kaupungin" of "kaupunginteatteri" -> kaupunki.
std::string lemma_of_piece(std::string_view piece) {
  if (const std::string_view listed = listed_lemma(piece); !listed.empty()) return std::string(listed);
  if (const std::string_view name = known_name(piece); !name.empty()) return std::string(name);
  const Readings readings = readings_of(piece);
  if (const Reading* reading = choose_first_part(readings, piece)) return without_end_hyphens(lemma_of(*reading));
  if (is_bound_first_part(piece)) return std::string(piece);
  return lemma_of_unknown(piece, true);
}

void add_part(FinnishWord& word, std::string part) {
  if (part.empty() || part == word.lemma) return;
  if (std::find(word.parts.begin(), word.parts.end(), part) == word.parts.end()) word.parts.push_back(std::move(part));
}

// Lemma of the end of the word that begins at byte `begin`: the end of the word's own lemma when both start alike
// ("rahoitushaun" / "rahoitushaku" from "haun" / "haku"), else read anew.
std::string lemma_of_end(std::string_view word, std::size_t begin, std::string_view lemma, std::string_view piece) {
  if (lemma.size() > begin && lemma.substr(0, begin) == word.substr(0, begin)) {
    return without_end_hyphens(std::string(lemma.substr(begin)));
  }
  return lemma_of_piece(piece);
}

// Of three parts the middle one goes with the first or with the last: "yhteistyö|sopimus" is no työsopimus. What
// decides is that one of the two is written ten times as often as the other; else both stay. A genitive goes with both:
// "lapsityön|tekijä" is of lapsityö and a työntekijä.
void drop_wrong_pair(std::vector<std::string>& lemmas, std::string_view middle) {
  constexpr std::size_t three_parts_and_two_pairs = 5;
  constexpr int often = 14, ten_times = 23;  // in tenths of a logarithm, as lemma_log_count gives it
  if (lemmas.size() != three_parts_and_two_pairs || middle.ends_with('n')) return;
  const int last_pair = lemma_log_count(lemmas[3]);
  const int first_pair = lemma_log_count(lemmas[4]);
  if (first_pair >= often && first_pair >= last_pair + ten_times) {
    lemmas.erase(lemmas.begin() + 3);
  } else if (last_pair >= often && last_pair >= first_pair + ten_times) {
    lemmas.erase(lemmas.begin() + 4);
  }
}

void add_pieces(FinnishWord& analysis, std::string_view word) {
  std::vector<std::string> lemmas;
  const std::vector<Piece> pieces = pieces_of(word, real_boundaries(word, analysis.boundaries));
  for (const Piece& piece : pieces) {
    lemmas.push_back(piece.at_end ? lemma_of_end(word, piece.begin, analysis.lemma, piece.text)
                                  : lemma_of_piece(piece.text));
  }
  if (pieces.size() > 1) drop_wrong_pair(lemmas, pieces[1].text);
  for (std::string& lemma : lemmas) add_part(analysis, std::move(lemma));
}

std::optional<FinnishWord> by_dictionary(std::string_view word) {
  const Readings readings = readings_of(word);
  const Reading* reading = choose_reading(readings, word);
  if (reading == nullptr) return std::nullopt;
  FinnishWord analysis{without_end_hyphens(lemma_of(*reading)), {}, reading->boundaries};
  add_pieces(analysis, word);
  return analysis;
}

FinnishWord unknown_word(std::string_view word, bool use_lexicon) {
  return {lemma_of_unknown(word, use_lexicon), {}, {}};
}

std::optional<FinnishWord> by_colon(std::string_view word, bool use_lexicon) {
  const std::size_t length = find_colon_ending(word);
  if (length == std::string_view::npos) return std::nullopt;
  return analyze_finnish_word(word.substr(0, length), use_lexicon);
}

// "yhteismaa-hankkeen": the words before the last hyphen do not change.
std::optional<FinnishWord> by_hyphen(std::string_view word, bool use_lexicon) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= word.size()) return std::nullopt;
  const std::string_view start = word.substr(0, hyphen);
  const std::size_t begin = hyphen + 1;
  if (start.find_first_not_of('-') == std::string_view::npos) return std::nullopt;
  const std::string_view end_text = word.substr(begin);
  std::optional<FinnishWord> end = use_lexicon ? by_dictionary(end_text) : std::nullopt;
  if (!end) end = unknown_word(end_text, use_lexicon);

  FinnishWord analysis{std::string(start) + "-" + end->lemma, {}, {}};
  for (std::size_t at = word.find('-'); at < begin; at = word.find('-', at + 1)) {
    if (analysis.boundaries.size() + 1 < max_compound_parts && at > 0) {
      analysis.boundaries.push_back(static_cast<std::uint16_t>(at + 1));
    }
  }
  const std::vector<std::uint16_t> hyphens = analysis.boundaries;
  for (const Piece& piece : pieces_of(word, hyphens)) {
    if (piece.begin >= begin) {
      add_part(analysis, end->lemma);
    } else if (!piece.at_end && piece.text.find('-') == std::string_view::npos) {
      add_part(analysis, use_lexicon ? lemma_of_piece(piece.text) : stem_finnish(piece.text));
    }
  }
  for (std::string& part : end->parts) add_part(analysis, std::move(part));
  for (const std::uint16_t boundary : end->boundaries) {
    analysis.boundaries.push_back(static_cast<std::uint16_t>(begin + boundary));
  }
  return analysis;
}

std::optional<FinnishWord> by_known_head(std::string_view word) {
  const std::optional<KnownHead> head = find_known_head(word);
  if (!head) return std::nullopt;
  FinnishWord analysis{std::string(word.substr(0, head->begin)) + lemma_of(head->reading), {}, {}};
  analysis.boundaries.push_back(static_cast<std::uint16_t>(head->begin));
  for (const std::uint16_t boundary : head->reading.boundaries) {
    analysis.boundaries.push_back(static_cast<std::uint16_t>(head->begin + boundary));
  }
  add_pieces(analysis, word);
  return analysis;
}

}  // namespace

std::size_t find_colon_ending(std::string_view word) {
  const std::size_t colon = word.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= word.size()) return std::string_view::npos;
  const std::string_view ending = word.substr(colon + 1);
  if (ending.size() > max_colon_ending_bytes) return std::string_view::npos;
  const bool letters = std::all_of(ending.begin(), ending.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return letters ? colon : std::string_view::npos;
}

FinnishWord analyze_finnish_word(std::string_view word, bool use_lexicon) {
  const auto first_of = [&]() -> FinnishWord {
    if (use_lexicon) {
      if (const std::string_view name = known_name(word); !name.empty()) return {std::string(name), {}, {}};
      if (auto known = by_dictionary(word)) return *std::move(known);
    }
    if (auto acronym = by_colon(word, use_lexicon)) return *std::move(acronym);
    if (auto hyphenated = by_hyphen(word, use_lexicon)) return *std::move(hyphenated);
    if (use_lexicon) {
      if (is_bound_first_part(word)) return {std::string(word), {}, {}};
      if (auto compound = by_known_head(word)) return *std::move(compound);
    }
    return unknown_word(word, use_lexicon);
  };
  FinnishWord analysis = first_of();
  if (analysis.lemma.empty()) analysis.lemma.assign(word);
  return analysis;
}

}  // namespace pykala::stemmers
